"""A document as Markdown (CommonMark, with tables as GitHub writes them), for programs that read
pages and for whoever keeps notes. Words stay words: no sign of a text is taken for a mark."""

import re
from urllib.parse import quote

from .document import (
    Bullets,
    Code,
    Facts,
    Halves,
    Heading,
    Marked,
    Note,
    Numbers,
    Paragraph,
    Questions,
    Run,
    Table,
    runs_of,
    settled,
)

MEDIA_TYPE = "text/markdown; charset=utf-8"
# What may be a mark anywhere in a line, and what may at its start.
MARKS = re.compile(r"[\\`*_\[\]<>|~]|&(?=[#\w]+;)")
OPENING = re.compile(r"^(\d*)([#+\-=.)])")
# Signs that no address holds plainly between angle brackets.
PLAIN_IN_URLS = "/:?#[]@!$&'()*+,;=%~"


def write(document):
    """The bytes of the file."""
    heads = [f"# {said(document.title)}", said(dated(document)), said(document.subtitle)]
    foot = ["---", said(document.footer)] if document.footer else []
    parts = [*heads, *texts_of(document.blocks), *foot]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def dated(document):
    """The label and the day, which the label of a version says itself."""
    label, day = document.label, f"{document.dated.day} {document.dated:%B %Y}"
    return label if day in label else ", ".join(part for part in (label, day) if part)


def texts_of(blocks):
    return [text for block in settled(blocks) for text in WRITERS[type(block)](block)]


# Blocks: each yields its parts


def heading(block):
    yield f"{'#' * (block.level + 1)} {said(Run(block.text, url=block.url))}"


def paragraph(block):
    """Running text; the text of a code says its address."""
    is_label = getattr(block, "style", "") == "label"
    yield strong(block.text) if is_label else said(block.text)


def bullets(block):
    yield listed(block.items)


def numbers(block):
    yield "\n".join(f"{place}. {said(item)}" for place, item in enumerate(block.items, 1))


def pairs(block):
    """Short facts, or what stands beside a mark."""
    yield "\n".join(f"- {strong(label)} {said(text)}" for label, text in block.pairs)


def note(block):
    yield f"> {strong(block.label)} {said(block.text)}" if block.label else f"> {said(block.text)}"


def questions(block):
    yield strong(block.heading)
    yield listed(block.items)


def halves(block):
    yield from texts_of(block.left)
    yield from texts_of(block.right)


def table(block):
    if block.caption:
        yield strong(block.caption)
    lines = [block.header, ["---"] * len(block.header), *block.rows]
    rows = [cells if place == 1 else map(said, cells) for place, cells in enumerate(lines)]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


WRITERS = {
    Code: paragraph,
    Heading: heading,
    Paragraph: paragraph,
    Bullets: bullets,
    Numbers: numbers,
    Facts: pairs,
    Marked: pairs,
    Questions: questions,
    Halves: halves,
    Note: note,
    Table: table,
}


# Words


def listed(items):
    return "\n".join(f"- {said(item)}" for item in items)


def strong(text):
    return said([Run(run.text, bold=True, url=run.url) for run in runs_of(text)])


def said(text):
    """A text with its links and its bold words."""
    return opened("".join(map(run, runs_of(text))))


def run(part):
    words = escaped(part.text)
    core = words.strip()
    if not core:
        return words
    before, _, after = words.partition(core)
    if part.url:
        core = f"[{core}](<{quote(part.url, safe=PLAIN_IN_URLS)}>)"
    return f"{before}**{core}**{after}" if part.bold else f"{before}{core}{after}"


def escaped(text):
    return MARKS.sub(r"\\\g<0>", text)


def opened(line):
    """The line, its start taken for no heading and no list."""
    return OPENING.sub(r"\1\\\2", line.strip())
