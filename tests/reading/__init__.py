"""Where the tests of a module stand that has none of its own here.

absence      views/test_sources.py
coverage     views/test_coverage.py
differences  views/test_versions.py
map          views/test_map.py
names        reading/test_edition.py
quoting      views/test_citing.py
"""
