"""A small filled database as 0.1.0 left it, as SQL, and the proof that it comes up to date.

`0.1.0.sqlite.sql` and `0.1.0.postgresql.sql` are kept for good once 0.1.0 is out. Until then a
change of the tables remakes them: `python -m tests.upgrade`.
"""
