"""A paper document as plain values: what the Word and the PDF file are both made of.

Every text is words and never markup. Where a text may hold a link or bold words it is a Run or
a list of Runs in the place of a string. A heading of level 1 is a section below the title.
"""

import datetime
import hashlib
import json
import re
from dataclasses import dataclass, replace
from functools import cached_property

from . import squares, xml

MOST_LEVELS = 4
# Longer addresses are no links on paper: no reader of files takes them.
LONGEST_LINK = 2_000
# Characters of facts that no page parts: about a sixth of one.
LONGEST_WHOLE = 500
# A space that may not break a line stays what it is.
SPACES = re.compile(r"[ \t\r\n\v\f]+")


@dataclass(frozen=True)
class Run:
    """`tone` is "" or the value of a verdict: a mark in its colours."""

    text: str
    bold: bool = False
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    url: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`style` is "" for running text, or "lead", "label" (above a heading) or "small". One that
    `leads_on` stands on the page of what follows it, as headings do."""

    text: object
    style: str = ""
    leads_on: bool = False


@dataclass(frozen=True)
class Bullets:
    items: list


@dataclass(frozen=True)
class Numbers:
    items: list


@dataclass(frozen=True)
class Table:
    """`widths` are the columns' shares of the page: [2, 1, 1]; without it they are equal."""

    caption: str
    header: list
    rows: list
    widths: tuple = ()


@dataclass(frozen=True)
class Facts:
    """[(label, text), ...]: short facts under each other, `whole` if on one page."""

    pairs: list
    whole: bool = False


@dataclass(frozen=True)
class Note:
    """What must not be overlooked, in a box. `tone` is "" or the value of a verdict."""

    text: object
    label: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Marked:
    """[(mark, text), ...]: a short mark, such as a reference, and what stands beside it."""

    pairs: list


@dataclass(frozen=True)
class Questions:
    """Questions to be asked aloud, in a box of their own under a heading."""

    heading: str
    items: list


@dataclass(frozen=True)
class Code:
    """An address as a square that a camera reads, and beside it a text that says it too."""

    address: str
    text: object


@dataclass(frozen=True)
class Halves:
    """Blocks in two columns beside each other."""

    left: list
    right: list


# The ink of a document and the colour behind a box, where nothing else is wanted.
PLAIN = ("#131c31", "#f4f6f8")


@dataclass(frozen=True)
class Document:
    title: str
    blocks: list
    # The day that the file bears; the same content gives the same bytes.
    dated: datetime.date
    # Above the title, below it, and at the foot of every page.
    label: str = ""
    subtitle: str = ""
    footer: str = ""
    author: str = ""
    keywords: tuple = ()
    language: str = "en-GB"
    # Smaller type, so that more stands on one page, and the smallest that is still read at ease.
    compact: bool = False
    tight: bool = False
    # The colour of what stands out, and the one behind a box.
    hue: tuple = PLAIN

    @property
    def digest(self):
        """A hash of all that is shown."""
        return hashlib.sha256(self.told.encode()).hexdigest()

    @cached_property
    def told(self):
        """The words of the document, whatever they stand in: asked for by all that writes it."""
        return json.dumps(values(self), ensure_ascii=False)


def runs_of(text):
    """A text as [Run, ...], fit for a file: no control characters, single spaces."""
    parts = [text] if isinstance(text, (str, Run)) else text
    runs = [part if isinstance(part, Run) else Run(part) for part in parts]
    return [
        replace(run, text=fit(run.text), url=run.url if len(run.url) <= LONGEST_LINK else "")
        for run in runs
        if run.text
    ]


def fit(text):
    # Blanks first, since two of them are nothing that XML can hold.
    return SPACES.sub(" ", xml.fit(SPACES.sub(" ", text)))


def settled(blocks):
    """The blocks that hold something, with headings that skip no level, and what belongs together
    on one page."""
    level, kept = 0, []
    for block in blocks:
        if isinstance(block, Halves):
            block = Halves(settled(block.left), settled(block.right))
        if isinstance(block, Heading):
            level = min(block.level, level + 1, MOST_LEVELS)
            block = replace(block, level=level)
        if any(getattr(block, name, ()) for name in ("text", "items", "pairs", "rows", *HALVES)):
            kept.append(block)
    return [held_together(kept, place) for place in range(len(kept))]


def held_together(blocks, place):
    """The block at this place, which may say that no page should end below or within it."""
    block = blocks[place]
    if isinstance(block, Paragraph):
        return replace(block, leads_on=block.leads_on or leads_on(blocks, place))
    if isinstance(block, Facts):
        length = sum(len(run.text) for pair in block.pairs for run in runs_of(pair[1]))
        return replace(block, whole=length <= LONGEST_WHOLE)
    return block


def leads_on(blocks, place):
    """Whether a paragraph between a heading and the facts, the list or the headings below it only
    opens them."""
    above, (block, *below) = blocks[max(0, place - 1)], blocks[place : place + 3]
    if not isinstance(above, Heading) or block.style in ("label", "small"):
        return False
    following = next((each for each in below if not is_label(each)), None)
    if isinstance(following, Heading):
        return following.level > above.level
    return not isinstance(following, (Paragraph, type(None)))


def is_label(block):
    return isinstance(block, Paragraph) and block.style == "label"


def values(document):
    """The document as values of JSON; every text of a block is a list of runs."""
    return {
        **{name: fit(getattr(document, name)) for name in WORDS},
        "keywords": [fit(word) for word in document.keywords],
        "dated": [document.dated.year, document.dated.month, document.dated.day],
        "compact": document.compact,
        "tight": document.tight,
        "hue": list(document.hue),
        "blocks": [block_values(block) for block in settled(document.blocks)],
    }


WORDS = ("title", "label", "subtitle", "footer", "author", "language")


# The fields of blocks that hold texts, in the order in which they are read: a text, a list of
# texts, or a list of lists.
DEPTHS = {
    **dict.fromkeys(("label", "caption", "heading", "text"), 0),
    **dict.fromkeys(("header", "items"), 1),
    **dict.fromkeys(("pairs", "rows"), 2),
}
HALVES = ("left", "right")


def block_values(block):
    """{"is": name of the block, ...} with all that it holds."""
    shown = {"is": type(block).__name__.lower()}
    if isinstance(block, Code):
        shown["svg"] = squares.svg(block.address)
    for name, held in vars(linked(block)).items():
        if name in HALVES:
            held = [block_values(each) for each in held]
        elif name in DEPTHS:
            held = nested(texts, held, DEPTHS[name])
        shown[name] = list(held) if isinstance(held, tuple) else held
    return shown


def linked(block):
    """A heading bears its address in its text, as all texts do."""
    return (
        replace(block, text=Run(block.text, url=block.url)) if isinstance(block, Heading) else block
    )


def nested(of, held, depth):
    return [nested(of, each, depth - 1) for each in held] if depth else of(held)


def texts(text):
    return [vars(run) for run in runs_of(text)]


def lines(document):
    """All words of the document in the order in which they are read, each text on a line."""
    found = [document.label, document.title, document.subtitle]
    found += [text for block in settled(document.blocks) for text in read(block)]
    said = ["".join(run.text for run in runs_of(text)).strip() for text in found]
    return [words for words in said if words]


def read(block):
    """Yields the texts of a block."""
    for name, depth in DEPTHS.items():
        held = [getattr(block, name, "")]
        for _ in range(depth):
            held = [part for each in held for part in each]
        yield from held
    for name in HALVES:
        for each in getattr(block, name, ()):
            yield from read(each)
