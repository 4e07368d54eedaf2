"""What each column of a table of rows holds, for whoever fills one in."""

from findings.formats import tables
from findings.publishing.fields import Address, Day, Flag, Lines, Number, Text, Word
from findings.publishing.relations import Many, One, Rows

# The first that fits a field says what it holds.
MEANINGS = [
    (Word, lambda field: f"One of: {', '.join(field.words.values)}."),
    (Day, lambda field: "A day: 03/07/2025 or 2025-07-03."),
    (Flag, lambda field: "yes or no."),
    (Number, lambda field: "A whole number up to 30000."),
    (Lines, lambda field: "Short texts, one a line."),
    (Many, lambda field: f"Of {named(field)} the {field.by}, one a line."),
    (One, lambda field: f"Of one of {named(field)} the {field.by}."),
    (Rows, lambda field: "Smaller rows, as JSON: an export shows how they are written."),
    (Address, lambda field: "A web address, with https:// before it."),
    (Text, lambda field: f"Text of at most {field.most} characters." if field.most else "Text."),
]
HEAD = ["column", "needed", "holds", "help"]


def template(noun, help_for):
    """The bytes of an XLSX file to be filled in: no row, and a second sheet that explains its
    columns. `help_for(attribute)` is what else editors are told of a field."""
    columns = [key for field in noun.fields for key in field.keys]
    explained = [
        {
            "column": field.key,
            "needed": "yes" if is_needed(noun, field) else "",
            "holds": meaning_of(field),
            "help": help_for(field.attribute) or "",
        }
        for field in noun.fields
    ]
    return tables.write_xlsx(columns, [], beside=("columns", HEAD, explained))


def meaning_of(field):
    return next(meaning(field) for kind, meaning in MEANINGS if isinstance(field, kind))


def is_needed(noun, field):
    """Whether a new row must have it; a reference is issued to one that has none."""
    return field.required and not (noun.letter and field.key == noun.key)


def named(field):
    return f"the {field.model._meta.verbose_name_plural}"
