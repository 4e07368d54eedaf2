"""Where the tests of a module stand that has none of its own here.

answers     views/test_start.py
comparison  views/test_compare.py
lens        views/test_lens.py
map         views/test_map.py
orders      views/test_ledger.py
parameters  asking/test_query.py
problems    api/test_middleware.py
timeline    views/test_timeline.py
bitmaps     asking/test_facets.py
reader      views/test_lens.py
typed       asking/test_front.py
printed     views/test_printed.py
short       views/test_printed.py
"""
