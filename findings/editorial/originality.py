"""Are our words our own? Compares texts with a source that is not kept here. Pure."""

import hashlib
import re
import unicodedata
from functools import lru_cache

# A run of this many shared words is a copied sentence rather than a common turn of phrase.
RUN = 8

STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def plain(text):
    """NFC, straight quotes and single spaces: what doesn't change the wording is levelled."""
    return " ".join(unicodedata.normalize("NFC", text).translate(STRAIGHT).split())


def fingerprint(paragraph):
    """The SHA-256, in hex, of a paragraph's plain text."""
    return hashlib.sha256(plain(paragraph).encode()).hexdigest()


def paragraphs(text):
    """The blocks of a text file that are set apart by empty lines."""
    return [block for block in re.split(r"\n\s*\n", text) if block.strip()]


def words(text):
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain(text).casefold())


@lru_cache(maxsize=1)  # one source is compared with every text before the next
def runs_of(theirs, length):
    """Each run of exactly `length` words of a source."""
    source = words(theirs)
    return {tuple(source[at : at + length]) for at in range(len(source) - length + 1)}


def shared_runs(ours, theirs, length=RUN):
    """Every run of at least `length` words of `ours` that stands in `theirs`, as texts."""
    known = runs_of(theirs, length)
    mine = words(ours)
    runs, end = [], 0
    for at in range(len(mine) - length + 1):
        if tuple(mine[at : at + length]) not in known:
            continue
        if at < end:
            runs[-1] = runs[-1][0], at + length
        else:
            runs.append((at, at + length))
        end = at + length
    return [" ".join(mine[first:last]) for first, last in runs]
