"""Differences between two texts or two rows, word by word. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

PIECE = re.compile(r"\s+|[^\W_]+(?:['’-][^\W_]+)*|.", re.DOTALL)
# Stretches longer than some 2,000 by 2,000 pieces are shown as wholly changed: matching them
# word by word takes seconds, and nobody would read the result.
TOO_MUCH = 4_000_000


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both have (same), or only the one or the other (gone, new)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    """How one field of a row differs: `field` is its key, `pieces` its text, both versions."""

    field: str
    pieces: tuple


def differ(old, new):
    """Two texts as pieces, in reading order; what is gone stands before what is new."""
    pieces = []
    for same, before, after in compare(old.splitlines(True), new.splitlines(True)):
        pieces += [Piece("same", before)] if same else differ_in_words(before, after)
    return tuple(joined(pieces))


def differ_in_words(old, new):
    before, after = PIECE.findall(old), PIECE.findall(new)
    if len(before) * len(after) > TOO_MUCH:
        return changed(old, new)
    pieces = []
    for same, gone, come in compare(before, after):
        pieces += [Piece("same", gone)] if same else changed(gone, come)
    return pieces


def compare(before, after):
    """Yields (are they the same, text before, text after) for stretches of two lists of texts."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        yield kind == "equal", "".join(before[first:last]), "".join(after[start:end])


def changed(gone, new):
    return [Piece(kind, text) for kind, text in (("gone", gone), ("new", new)) if text]


def joined(pieces):
    """The same pieces, with neighbours of one kind made one."""
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in group))


def differ_rows(old, new, spell):
    """The fields in which two rows differ, in the order of the newer one: [Difference, ...].

    `spell(field, value)` says the value of a field as a text for a reader.
    """
    fields = [*new, *(field for field in old if field not in new)]
    texts = {
        field: (spell(field, old.get(field)), spell(field, new.get(field))) for field in fields
    }
    return [
        Difference(field, differ(before, after))
        for field, (before, after) in texts.items()
        if before != after
    ]
