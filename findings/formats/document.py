"""A paper document as plain values: what the Word and the PDF file are both made of.

Every text is words and never markup. Where a text may hold a link or bold words it is a Run or
a list of Runs in the place of a string. A heading of level 1 is a section below the title.
"""

import datetime
import hashlib
import json
import re
from dataclasses import dataclass, replace

MOST_LEVELS = 4
# Longer addresses are no links on paper: no reader of files takes them.
LONGEST_LINK = 2_000
# What XML can't hold, and what is half a character.
UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# A space that may not break a line stays what it is.
SPACES = re.compile(r"[ \t\r\n\v\f]+")


@dataclass(frozen=True)
class Run:
    text: str
    bold: bool = False
    url: str = ""


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    url: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`style` is "" for running text, or "lead", "label" (above a heading) or "small"."""

    text: object
    style: str = ""


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
    """[(label, text), ...]: short facts under each other."""

    pairs: list


@dataclass(frozen=True)
class Note:
    """What must not be overlooked, in a box. `tone` is "" or the value of a verdict."""

    text: object
    label: str = ""
    tone: str = ""


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

    @property
    def digest(self):
        """A hash of all that is shown."""
        return hashlib.sha256(json.dumps(values(self)).encode()).hexdigest()


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
    return SPACES.sub(" ", UNFIT.sub("", text))


def settled(blocks):
    """The blocks that hold something, with headings that skip no level."""
    level, kept = 0, []
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1, MOST_LEVELS)
            block = replace(block, level=level)
        if any(getattr(block, name, ()) for name in ("text", "items", "rows", "pairs")):
            kept.append(block)
    return kept


def values(document):
    """The document as values of JSON; every text of a block is a list of runs."""
    return {
        **{name: fit(getattr(document, name)) for name in WORDS},
        "keywords": [fit(word) for word in document.keywords],
        "dated": [document.dated.year, document.dated.month, document.dated.day],
        "compact": document.compact,
        "tight": document.tight,
        "blocks": [block_values(block) for block in settled(document.blocks)],
    }


WORDS = ("title", "label", "subtitle", "footer", "author", "language")


def block_values(block):
    name = {"is": type(block).__name__.lower()}
    match block:
        case Heading():
            return name | {"level": block.level, "text": texts(Run(block.text, url=block.url))}
        case Paragraph():
            return name | {"text": texts(block.text), "style": block.style}
        case Bullets() | Numbers():
            return name | {"items": [texts(item) for item in block.items]}
        case Facts():
            return name | {"pairs": [[texts(part) for part in pair] for pair in block.pairs]}
        case Note():
            label = texts(block.label)
            return name | {"label": label, "text": texts(block.text), "tone": block.tone}
        case Table():
            return name | {
                "caption": texts(block.caption),
                "header": [texts(cell) for cell in block.header],
                "rows": [[texts(cell) for cell in row] for row in block.rows],
                "widths": list(block.widths or [1] * len(block.header)),
            }


def texts(text):
    return [{"text": run.text, "bold": run.bold, "url": run.url} for run in runs_of(text)]


def lines(document):
    """All words of the document in the order in which they are read, each text on a line."""
    found = [document.label, document.title, document.subtitle]
    for block in settled(document.blocks):
        match block:
            case Heading() | Paragraph():
                found.append(block.text)
            case Bullets() | Numbers():
                found += block.items
            case Facts():
                found += [part for pair in block.pairs for part in pair]
            case Note():
                found += [block.label, block.text]
            case Table():
                found += [block.caption, *block.header]
                found += [cell for row in block.rows for cell in row]
    said = ["".join(run.text for run in runs_of(text)).strip() for text in found]
    return [words for words in said if words]
