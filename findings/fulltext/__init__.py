"""Full text on both databases: the same words find the same records in the same order.

words     a text as words and stems; what a reader typed as clauses; snippets. Knows no database.
spelling  one spelling for what readers spell in several ways. Knows no database.
index     the only module that knows which database runs: FTS5 on SQLite, tsvector on PostgreSQL.
"""
