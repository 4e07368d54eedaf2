"""What a change of the ways in or of the pins does to the judged queries, tried and undone.

Only the questions are settled anew that the change can touch: where what is sought stays the
same, so do the records, since nothing else changes meanwhile.
"""

import hashlib
from collections import namedtuple
from dataclasses import dataclass

from findings.models import Pin, SearchRow
from findings.models.generation import kept

from . import cautions, judging, ranking
from .judging import search
from .resolving import settle

# What was sought for a query, and what that found.
Asked = namedtuple("Asked", "sought found")
GROUPS = {"tune": "seen while tuning", "held": "kept aside"}


@dataclass(frozen=True)
class Move:
    """A judged query that rises or falls."""

    query: str
    group: str
    before: float
    after: float

    @property
    def falls(self):
        return self.after < self.before


@dataclass(frozen=True)
class Score:
    """What a group of judged queries scores before a change, and after it."""

    group: str
    number: int
    before: float
    after: float


@dataclass(frozen=True)
class Effect:
    """What a change does: which queries move, what both groups score, and what gives pause."""

    moves: tuple
    scores: tuple
    cautions: tuple = ()

    def __bool__(self):
        return bool(self.moves or self.cautions)

    @property
    def falls(self):
        return [move for move in self.moves if move.falls]

    @property
    def rises(self):
        return [move for move in self.moves if not move.falls]

    @property
    def in_order(self):
        """What moves, the deepest fall first."""
        return sorted(self.moves, key=lambda move: move.after - move.before)

    @property
    def needs_reason(self):
        return bool(self.falls or self.cautions)

    @property
    def seal(self):
        """Changes with what is shown, so that an editor agrees to that and to nothing else."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def standing():
    """What each judged query finds at this moment: ({query: Asked}, its judgements)."""
    _, asked, judged = judged_now()
    return asked, judged


@kept(onward=True)
def judged_now(last):
    """The same with the index that it was found in. What was found last holds while the index of
    the published records is what it was then."""
    index = tuple(SearchRow.objects.published().order_by("pk").values_list("pk", "changed_at"))
    same = last and last[0] == index
    return index, *measured(last[1] if same else {})


def measured(known):
    """The same now; what `known` says of a query holds where what is sought is the same."""
    asked, pins = {}, pinned()

    def find(text):
        sought = what(text, pins)
        held = known.get(text)
        asked[text] = held if held and held.sought == sought else Asked(sought, search(text))
        return asked[text].found

    judged, unanswered = judging.judge(find=find)
    return asked, [*judged, *unanswered]


def what(text, pins):
    """What is sought for a text, and which records are put first for it."""
    wanted = settle(text)
    named = wanted.references, wanted.report and wanted.report.pk
    return wanted.clauses, named, pins.get(ranking.pinned_words(text))


def pinned():
    """{what a pin is for: its records in order}."""
    found = {}
    for pin in Pin.objects.all():
        found.setdefault(ranking.pinned_words(pin.words), []).append(pin.record_id)
    return found


def effect(changed, group=None):
    """What it does that `changed()` writes, which the caller undoes. `group` is the synonym that
    is changed, as it will be."""
    asked, before = standing()
    paused = cautions.of(group) if group else ()
    changed()
    _, after = measured(asked)
    pairs = list(zip(before, after, strict=True))
    moves = tuple(
        Move(old.query, group_of(old), old.quality, new.quality)
        for old, new in pairs
        if old.quality != new.quality
    )
    return Effect(moves, scores(pairs), paused)


def group_of(judgement):
    answered = "" if judgement.grades else ", no answer"
    return GROUPS[judgement.split] + answered


def scores(pairs):
    """A Score for each group, those that no record answers apart."""
    groups = {}
    for old, new in pairs:
        groups.setdefault(group_of(old), []).append((old.quality, new.quality))
    return tuple(
        Score(name, len(held), *(sum(side) / len(held) for side in zip(*held, strict=True)))
        for name, held in sorted(groups.items())
    )
