"""Where the tests of a module stand that has none of its own here.

absence      views/test_sources.py
actions      views/test_audiences.py
coverage     views/test_coverage.py
ledger       views/test_ledger.py
alike        views/test_compare.py
differences  views/test_versions.py
map          views/test_map.py
minute       views/test_audiences.py
diary        views/test_diaries.py
excerpts     views/test_audiences.py
names        reading/test_edition.py
norms        views/test_lens.py
quoting      views/test_citing.py
side         views/test_start.py
weaving      views/test_start.py
rows         views/test_lens.py
audiences    views/test_audiences.py
gathering    views/test_records.py
uses         views/test_sources.py
works        views/test_papers.py
"""
