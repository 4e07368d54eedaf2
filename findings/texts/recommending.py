"""The longer texts that only a recommendation has, each said once.

Columns, forms, rows, history, data, tables, paper, pages, search and advice are made of this
list. To add one: a line here, a column in models/record.py, and its rows in the fixtures.
"""

from typing import NamedTuple


class LongText(NamedTuple):
    """`name` is its column and its key in rows, versions and data; `help` stands in the form."""

    name: str
    heading: str
    help: str


LONG_TEXTS = (
    LongText(
        "action",
        "What to do",
        "Who does what, by when, so that somebody could start tomorrow: “Fifteen working days "
        "before the meeting, the chair lists all partners and shares out the calls.”",
    ),
    LongText(
        "measure",
        "How you would know it worked",
        "What anybody could see: “No partner raises an objection for the first time in the room.”",
    ),
)
NAMES = tuple(each.name for each in LONG_TEXTS)
