"""Where the tests of a module stand that has none of its own here.

batches        editorial/test_bringing.py
nouns          publishing/test_loading.py
saving         admin/test_editing.py
undoing        admin/test_editing.py
unsound        test_impossible_rows.py
deleting       admin/test_deleting.py
record_fields  publishing/test_loading.py
"""
