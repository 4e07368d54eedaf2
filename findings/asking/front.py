"""The front sheet of a board paper: what a board’s own template asks for, all of it optional.

`?meeting=Board&date=2026-12-04&item=7&purpose=decide&sponsor=…&asks=…`
"""

from dataclasses import dataclass
from typing import NamedTuple

from findings.asking.typed import read_lines, read_text
from findings.texts.days import parse, spell
from findings.texts.lines import shorten

PURPOSES = {"decide": "To decide", "discuss": "To discuss", "note": "To note"}


class Field(NamedTuple):
    """`label` is what it is called on the sheet, `rows` how many lines its field has."""

    name: str
    label: str
    longest: int
    rows: int = 1


HEAD = (
    Field("meeting", "Meeting", 120),
    Field("date", "Date", 40),
    Field("item", "Agenda item", 20),
    Field("purpose", "Purpose", 20),
    Field("sponsor", "Sponsor", 80),
    Field("author", "Author", 80),
)
ASKS = Field("asks", "The board is asked to", 600, rows=3)
BEARING = (
    Field("risk", "Risk", 300, rows=2),
    Field("equality", "Equality", 300, rows=2),
    Field("money", "Money", 300, rows=2),
)
FIELDS = (*HEAD, ASKS, *BEARING)
NAMES = {field.name for field in FIELDS}


@dataclass(frozen=True)
class Front:
    """`texts` are the pairs (name, text) of what was typed, in the order of the sheet."""

    texts: tuple = ()

    @classmethod
    def parse(cls, params, remarks):
        """The Front in `params`, a QueryDict. Never fails."""
        texts = ((field.name, read(field, params, remarks)) for field in FIELDS)
        return cls(tuple((name, text) for name, text in texts if text))

    def __bool__(self):
        return bool(self.texts)

    @property
    def fields(self):
        """[(Field, what was typed)] of all fields, for a form."""
        typed = dict(self.texts)
        return [(field, typed.get(field.name, "")) for field in FIELDS]

    @property
    def head(self):
        """[(label, text)] of what stands at the top of the sheet."""
        return [(field.label, said(field, text)) for field, text in self.typed(HEAD)]

    @property
    def asks(self):
        """What the board is asked to do, each on a line of its own."""
        return [line for _, text in self.typed([ASKS]) for line in text.split("\n")]

    @property
    def bearing(self):
        """[(label, text)] of what it means for risk, equality and money."""
        return [(field.label, text) for field, text in self.typed(BEARING)]

    def typed(self, fields):
        texts = dict(self.texts)
        return [(field, texts[field.name]) for field in fields if field.name in texts]


BARE = Front()


def read(field, params, remarks):
    text = params.get(field.name, "")
    if field.name == "purpose":
        return purpose(text.strip(), remarks)
    reader = read_lines if field == ASKS else read_text
    return reader(text, f"“{field.label}”", field.longest, remarks)


def purpose(text, remarks):
    if text and text.lower() not in PURPOSES:
        remarks.append(f"We don’t know the purpose “{shorten(text)}”, so we left it out.")
        return ""
    return text.lower()


def said(field, text):
    """As it is written out: a day in words, wherever it is one."""
    if field.name == "purpose":
        return PURPOSES[text]
    day = parse(text) if field.name == "date" else None
    return spell(day) if day else text
