"""Slides as plain values, and how large a text may be set so that it never leaves its place."""

import datetime
import textwrap
import unicodedata
from dataclasses import dataclass, field

from .document import PLAIN

# Of its size, how wide a letter of our faces is at most on average; a wide sign takes twice that.
WIDTH = 0.56
LEADING = 1.2
POINTS = 72


@dataclass(frozen=True)
class Slide:
    """One claim. `verdict` is (its value, its word, what goes with it) or (); `lines` are the few
    short texts below the claim; `notes` is what whoever speaks reads."""

    title: str
    lines: list = field(default_factory=list)
    verdict: tuple = ()
    label: str = ""
    foot: str = ""
    url: str = ""
    notes: list = field(default_factory=list)


@dataclass(frozen=True)
class Deck:
    """The first slide is that of the title. `dated` is the day that the file bears."""

    title: str
    slides: list
    dated: datetime.date
    author: str = ""
    hue: tuple = PLAIN


def fitted(texts, width, height, sizes):
    """(the texts, the largest of `sizes` in points at which all of them stay within so many
    inches); cut with a sign where not even the smallest does."""
    for size in sizes:
        most = int(height * POINTS / (LEADING * size))
        wrapped = [wrap(text, width, size) for text in texts]
        apart = len(texts) // 2
        if sum(map(len, wrapped)) + apart <= most:
            return list(texts), size
    share = max((most - apart) // len(texts), 1)
    return [cut(text, lines, share) for text, lines in zip(texts, wrapped, strict=True)], size


def wrap(text, width, size):
    """The lines that a text takes."""
    wide = "".join(sign + FILLER * (unicodedata.east_asian_width(sign) in "WF") for sign in text)
    return textwrap.wrap(wide, max(int(width * POINTS / (WIDTH * size)), 2)) or [""]


def cut(text, lines, most):
    if len(lines) <= most:
        return text
    return f"{' '.join(lines[:most]).replace(FILLER, '')[:-1].rstrip()}…"


# Stands beside a wide sign while lines are counted.
FILLER = "\x7f"
