"""Two people's changes to one row, brought together. Knows nothing but plain values.

A row is what `publishing.rows` calls one: keys, with texts, numbers, lists of texts, or lists of
smaller rows. What one of the two changed and the other did not is taken; what both changed
differently is a conflict, unless it is a list whose rows can be told apart one by one.
"""

from dataclasses import dataclass, field
from operator import itemgetter

# By which keys the smaller rows of a list are told apart. Lists not named here: as a whole.
TOLD_APART_BY = {
    "audiences": ("audience",),
    "roles": ("role",),
    "citations": ("source", "passage"),
    "verdicts": ("effective", "verdict"),
    "links": ("relation", "record"),
    "notes": ("audience",),
    "passages": ("locator",),
    "places": ("slot", "record"),
}
# A smaller row that one side does not have.
ABSENT = object()
# What comes of two changes that can't be joined.
CLASH = object()


@dataclass(frozen=True)
class Conflict:
    """One field that both changed: what it was, what I made of it, what they made of it."""

    field: str
    base: object
    mine: object
    theirs: object


@dataclass
class Merged:
    """`row` holds theirs where there is a conflict; `taken` names the fields that they alone
    changed, which are kept."""

    row: dict
    taken: list = field(default_factory=list)
    conflicts: list = field(default_factory=list)


def merge(base, mine, theirs):
    """The three-way merge of three rows with the same keys. Returns a Merged."""
    merged = Merged({})
    for key, there in theirs.items():
        was, here = base.get(key), mine.get(key)
        value = settle(key, was, here, there)
        if value is CLASH:
            merged.conflicts.append(Conflict(key, was, here, there))
            value = there
        elif there not in (was, here):
            merged.taken.append(key)
        merged.row[key] = value
    return merged


def settle(key, was, here, there):
    """The value that both can live with, or CLASH."""
    if here in (was, there):
        return there
    if there == was:
        return here
    if all(isinstance(value, list) for value in (was, here, there)):
        return settle_list(key, was, here, there)
    return CLASH


def settle_list(key, was, here, there):
    sides = [told_apart(key, side) for side in (was, here, there)]
    if None in sides:
        return CLASH
    settled = {}
    for name in in_order(*sides):
        value = settle(key, *(side.get(name, ABSENT) for side in sides))
        if value is CLASH:
            return CLASH
        if value is not ABSENT:
            settled[name] = value
    return list(settled.values())


def told_apart(key, values):
    """{what tells it apart: value}, or None where two can't be told apart."""
    if not all(isinstance(value, dict) for value in values):
        named = {value: value for value in values} if all_plain(values) else None
    elif key in TOLD_APART_BY:
        name = itemgetter(*TOLD_APART_BY[key])
        named = {name(value): value for value in values}
    else:
        named = None
    return named if named is not None and len(named) == len(values) else None


def all_plain(values):
    return all(isinstance(value, str) for value in values)


def in_order(was, here, there):
    """The names in the order of whoever changed it; theirs, where both or neither did."""
    ours_moved = [name for name in here if name in was] != [name for name in was if name in here]
    theirs_moved = [name for name in there if name in was] != [
        name for name in was if name in there
    ]
    first, second = (here, there) if ours_moved and not theirs_moved else (there, here)
    return list(dict.fromkeys([*first, *second, *was]))
