"""Any representation as one row of a table, its keys as columns, a text in each cell."""

from . import columns

# What a thing is called, by the first of these keys that it has.
CALLED = ("label", "reference", "name", "title", "text", "number")


def row(shown):
    """{column: text} of a representation; a dict of numbers becomes a column for each."""
    cells = {}
    for key, value in shown.items():
        if key == "counts":
            cells |= {f"count of {name}": str(number) for name, number in value.items()}
        else:
            cells[key.replace("_", " ")] = cell(value)
    return cells


def cell(value):
    """A value as text: a thing by what it is called, a list of things one after the other."""
    if isinstance(value, list):
        return columns.APART.join(map(cell, value))
    if isinstance(value, dict):
        return spell(value)
    if isinstance(value, bool):
        return columns.YES if value else columns.NO
    return "" if value is None else str(value)


def spell(thing):
    if "work" in thing:
        return f"{thing['relation']} {thing['passage']} of “{thing['work']}” ({thing['made_by']})"
    if "passage" in thing and "relation" in thing:
        return columns.spell_citation(thing)
    called, *_ = (str(thing[key]) for key in CALLED if key in thing)
    return called
