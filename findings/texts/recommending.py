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
        "first_step",
        "First step",
        "What somebody can do today or tomorrow: “Ask the chair’s office who the partners are.”",
    ),
    LongText(
        "who",
        "Who does it",
        "“The chair’s office, with the policy officer of each partner.”",
    ),
    LongText(
        "hours",
        "What it takes (the editors’ estimate)",
        "In hours: “About six in the first month, then one before each meeting.”",
    ),
    LongText(
        "pitfall",
        "What usually goes wrong",
        "And how to see it coming: “The calls stop when the chair changes.”",
    ),
    LongText(
        "measure",
        "How you would know it worked",
        "What anybody could see: “No partner raises an objection for the first time in the room.”",
    ),
    LongText(
        "case",
        "Where it was done",
        "A public case with a link to its source; or, in these words, “We know of no public case.”",
    ),
)
NO_CASE = "We know of no public case."
NAMES = tuple(each.name for each in LONG_TEXTS)
