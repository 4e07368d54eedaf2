"""A list as a ledger: one line a record, and heads that sort it."""

from dataclasses import dataclass

from findings.texts.days import spell
from findings.vocabulary import Speaker

from . import evidence, rows
from .norms import Norm

# What heads each column, and the order that it stands for, if any.
COLUMNS = [
    ("Ref", "reference"),
    ("Claim", "title"),
    ("Who", "speaker"),
    ("Rests on", ""),
    ("Holds?", "verdict"),
    ("Names", ""),
]


@dataclass(frozen=True)
class Head:
    """The head of a column; `url` sorts by it, and is empty where nothing does."""

    label: str
    url: str
    is_sorted: bool


@dataclass(frozen=True)
class Line:
    record: object
    day: object

    @property
    def who(self):
        return Speaker(self.record.speaker).in_short

    @property
    def evidence(self):
        return evidence.in_few_words(self.record)

    @property
    def named(self):
        """The audiences that its source names."""
        return [each.audience for each in self.record.addressings.all() if each.is_named]

    @property
    def verdict(self):
        """Its word; nothing where nobody can say."""
        standing = self.record.standing
        return standing.word.in_short if standing.row or self.record.seen_on else ""

    @property
    def doubt(self):
        """What stands beside its word: a day that isn’t the list’s, or that it is under review."""
        standing = self.record.standing
        other = standing.as_of if standing.as_of != self.day else None
        said = [f"as of {spell(other)}" if other else "", standing.review]
        return ", ".join(part for part in said if part)


@dataclass(frozen=True)
class Ledger:
    """`day` is the one as of which most verdicts speak: said once, at the head."""

    heads: list
    parts: list
    day: object

    @property
    def is_doubted(self):
        """May any of its verdicts be out of date?"""
        return any(line.record.standing.is_old for _, lines in self.parts for line in lines)

    @classmethod
    def of(cls, query, records):
        day = Norm.of(records).day
        lines = [Line(record, day) for record in records]
        return cls(heads(query), rows.parted(query, lines), day)


def heads(query):
    """The columns. A list that is sorted by a column has no need of a link to do so."""
    usual = query.but(sort="").sorting
    return [
        Head(
            label,
            query.but(sort="" if sort == usual else sort).url if sort else "",
            sort == query.sorting,
        )
        for label, sort in COLUMNS
    ]
