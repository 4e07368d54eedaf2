"""The index of words: FTS5 on SQLite, a stored tsvector with GIN on PostgreSQL.

Both hold stems made in `words`, unchanged: the tokeniser of FTS5 only splits at spaces, and
the tsvector is written out word by word. What is asked is a list of clauses; it is never
pasted together from what a reader typed but from stems, which are letters and digits.
"""

from django.db import connections, models

FTS_TABLE = "findings_search"
ROW_TABLE = "findings_searchrow"
COLUMNS = ("title", "lead", "body")
# What a record is about stands in these, and a tsvector marks it with their letters.
TOLD = {"title": "A", "lead": "B"}

SQLITE_CREATE = (
    f"CREATE VIRTUAL TABLE {FTS_TABLE} USING fts5("
    'title, lead, body, tokenize = "unicode61 remove_diacritics 0")'
)
# Merges all into one, without the words that were taken out.
OPTIMISE = f"INSERT INTO {FTS_TABLE} ({FTS_TABLE}) VALUES ('optimize')"  # noqa: S608 (a constant)
POSTGRESQL_CREATE = (
    f"ALTER TABLE {ROW_TABLE} ADD COLUMN vector tsvector",
    f"CREATE INDEX {ROW_TABLE}_vector ON {ROW_TABLE} USING gin (vector)",
)


def create(apps, schema_editor):
    """For a migration, after the one that makes the table of rows."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(SQLITE_CREATE)
    else:
        for statement in POSTGRESQL_CREATE:
            schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE {FTS_TABLE}")
    else:
        schema_editor.execute(f"ALTER TABLE {ROW_TABLE} DROP COLUMN vector")


def write(rows, using):
    """Put the three columns of stems of each record into the index, in place of what was there:
    {pk: columns}."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                f"DELETE FROM {FTS_TABLE} WHERE rowid = %s",  # noqa: S608 (a constant)
                [[pk] for pk in rows],
            )
            cursor.executemany(
                f"INSERT INTO {FTS_TABLE} (rowid, title, lead, body) VALUES (%s, %s, %s, %s)",  # noqa: S608 (a constant)
                [[pk, *columns] for pk, columns in rows.items()],
            )
        else:
            cursor.executemany(
                f"UPDATE {ROW_TABLE} SET vector = %s::tsvector WHERE record_id = %s",  # noqa: S608 (a constant)
                [[vector(columns), pk] for pk, columns in rows.items()],
            )


def erase(pk, using):
    """Take a record out. On PostgreSQL the vector goes with the row that holds it."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {FTS_TABLE} WHERE rowid = %s", [pk])  # noqa: S608 (a constant)


def erase_left_over(using):
    """Take out what has no row any more, as after a flush, which empties no table but models."""
    connection = connections[using]
    if connection.vendor == "sqlite" and FTS_TABLE in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {FTS_TABLE} WHERE rowid NOT IN (SELECT record_id FROM {ROW_TABLE})"  # noqa: S608 (constants)
            )


def stored(using):
    """What the index holds, to be compared with the rows: {pk: columns or vector as text}."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"SELECT rowid, title, lead, body FROM {FTS_TABLE}")  # noqa: S608 (a constant)
            return {pk: tuple(columns) for pk, *columns in cursor.fetchall()}
        cursor.execute(f"SELECT record_id, vector::text FROM {ROW_TABLE}")  # noqa: S608 (a constant)
        return dict(cursor.fetchall())


def agrees(columns, held, using):
    """Whether the index holds for a record what its row says."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        return held == tuple(columns)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::tsvector::text", [vector(columns)])
        return held == cursor.fetchone()[0]


def vector(columns):
    """The text of a tsvector: every stem with its position, counted through all columns.

    Between two columns a position stays empty, so that no phrase runs across them.
    """
    position, lexemes = 0, []
    for name, column in zip(COLUMNS, columns, strict=True):
        for stem in column.split():
            position += 1
            lexemes.append(f"'{stem}':{min(position, 16383)}{TOLD.get(name, '')}")
        position += 1
    return " ".join(lexemes)


class Holds(models.Expression):
    """True for a record that holds all of the clauses or, where `enough` is not 0, those whose
    `weights` come to that. Where it must be `told`, what stands in the text alone is not counted.

    `record` is the expression that gives the record's primary key.
    """

    conditional = True
    output_field = models.BooleanField()

    def __init__(self, record, clauses, weights=None, enough=0, *, told=False):
        super().__init__()
        self.record = record
        self.clauses = clauses
        self.weights = weights or {}
        self.enough = enough
        self.told = told

    def get_source_expressions(self):
        return [self.record]

    def set_source_expressions(self, expressions):
        (self.record,) = expressions

    def as_sqlite(self, compiler, connection):
        rows = f"SELECT rowid AS pk, %s AS weight FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s"  # noqa: S608 (a constant)
        return self.among(compiler, rows, " AND ", " OR ", fts_phrase)

    def as_postgresql(self, compiler, connection):
        rows = (
            f"SELECT record_id AS pk, %s::integer AS weight FROM {ROW_TABLE} "  # noqa: S608 (a constant)
            "WHERE vector @@ %s::tsquery"
        )
        return self.among(compiler, rows, " & ", " | ", tsquery_phrase)

    def among(self, compiler, rows, all_of, any_of, phrase):
        """SQL: the record is among those that hold enough. `rows` gives those that hold a thing."""
        pk, params = compiler.compile(self.record)
        spelt = [
            f"({any_of.join(phrase(stems, self.told) for stems in clause.phrases)})"
            for clause in self.clauses
        ]
        if not self.enough:
            held = f"SELECT pk FROM ({rows}) held"  # noqa: S608 (constants)
            return f"{pk} IN ({held})", [*params, 0, all_of.join(spelt)]
        for clause, asked in zip(self.clauses, spelt, strict=True):
            params = [*params, self.weights[clause], asked]
        weighed = f"SELECT pk FROM ({' UNION ALL '.join([rows] * len(spelt))}) held"  # noqa: S608 (constants)
        return (
            f"{pk} IN ({weighed} GROUP BY pk HAVING SUM(weight) >= %s)",
            [*params, self.enough],
        )


def fts_phrase(stems, told):
    where = f"{{{' '.join(TOLD)}}} : " if told else ""
    return f'{where}"{" ".join(stems)}"'


def tsquery_phrase(stems, told):
    letters = f":{''.join(TOLD.values())}" if told else ""
    return "(" + " <-> ".join(f"'{stem}'{letters}" for stem in stems) + ")"
