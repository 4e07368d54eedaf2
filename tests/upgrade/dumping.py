"""A whole database as SQL text, and what it holds as plain values to compare."""

import subprocess

# The tables in which FTS5 keeps its index: made, and filled, by the table that they serve.
INSIDE = "findings_search_*"


def sqlite(connection) -> str:
    """`connection` is one of the module sqlite3. Tables first, then rows, indexes and triggers."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB ? "
        "AND name NOT LIKE 'sqlite_%' ORDER BY type = 'trigger', type = 'index', name",
        [INSIDE],
    ).fetchall()
    tables = [(name, sql) for kind, name, sql in made if kind == "table"]
    lines = [f"{sql};" for _, sql in tables]
    for name, sql in tables:
        # The rows of a virtual table keep the numbers by which they are joined.
        columns = "rowid, *" if sql.startswith("CREATE VIRTUAL") else "*"
        lines += [line(name, row) for row in rows_of(connection, columns, name)]
    return "\n".join([*lines, *(f"{sql};" for kind, _, sql in made if kind != "table"), ""])


def rows_of(connection, columns, name):
    found = connection.execute(f'SELECT {columns} FROM "{name}"')
    names = [column[0] for column in found.description]
    return [(names, row) for row in found]


def line(table, row):
    names, values = row
    quoted = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({quoted}) VALUES ({", ".join(map(literal, values))});'


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"X'{value.hex()}'"
    return str(value) if isinstance(value, int | float) else "'" + value.replace("'", "''") + "'"


def postgresql(url) -> str:
    """What pg_dump makes of it, without what only psql understands."""
    command = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", url]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    kept = (each for each in told.splitlines() if not each.startswith(("--", "\\")))
    return "\n".join(each for each in kept if each) + "\n"
