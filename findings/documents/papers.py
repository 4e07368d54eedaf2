"""A board paper as a document: its front sheet, its records with their cautions, what to do first
and what research says after it, works by number, and the address that opens it again."""

from dataclasses import dataclass

from findings.asking.front import ASKS
from findings.formats.document import (
    LONGEST_LINK,
    Document,
    Facts,
    Heading,
    Note,
    Numbers,
    Paragraph,
    Run,
    Table,
)
from findings.imprint import LICENCE, SITE
from findings.reading.papers import DOUBTFUL
from findings.texts import markdown, phrases
from findings.texts.days import parse, spell

from . import closing, marks

UNTITLED = "Board paper"
# A longer address is of no use to somebody who would have to type it.
LONGEST_TYPED = 300
TYPED = (
    "The front sheet, contexts, owners and days were typed by whoever put the paper together. "
    "All else is the text of ICS Leadership, an independent site and not official guidance."
)


@dataclass(frozen=True)
class Frame:
    """What a paper says of itself: where it is opened again, on which day, who knows until when;
    `root` is the site’s own address, `code` the one that tells what changed since."""

    address: str
    day: object
    knowledge: str
    root: str
    code: str = ""


def paper_document(paper, parts, works, frame):
    """`parts` are [(heading, entries)] in the order in which a board reads them; `works` is a
    Works, in which each is cited by its number."""
    numbered, place = [], 1
    for heading, entries in parts:
        numbered.append((heading, list(enumerate(entries, start=place))))
        place += len(entries)
    blocks = [
        *front_sheet(paper.front),
        Paragraph(f"{frame.knowledge} Later news may change what you read here.", style="small"),
        overview([pair for _, pairs in numbered for pair in pairs]),
    ]
    for heading, pairs in numbered:
        blocks += [Heading(1, heading)]
        blocks += [block for pair in pairs for block in section(*pair, works, frame.root)]
    blocks += [*sources(works, frame.day), *meanings(parts), *reopening(frame)]
    return Document(
        label="Board paper",
        title=paper.title or UNTITLED,
        subtitle=says_on(frame.day),
        blocks=blocks,
        author="Put together on ICS Leadership",
        keywords=tuple(entry.place.reference for _, entries in parts for entry in entries),
        footer=f"{SITE}: board paper, {spell(frame.day)}. Texts under {LICENCE}.",
        dated=frame.day,
    )


def says_on(day):
    return f"What research on leading integrated care systems says, on {spell(day)}"


def front_sheet(front):
    """What the board’s own template asks for, as far as it was typed."""
    asks = front.asks
    asked = Numbers(asks) if len(asks) > 1 else Paragraph("".join(asks), style="lead")
    return [
        *([Facts(front.head)] if front.head else []),
        *([Heading(1, ASKS.label), asked] if asks else []),
        *([Heading(1, "What it means for us"), Facts(front.bearing)] if front.bearing else []),
    ]


def overview(numbered):
    rows = [
        [
            str(place),
            entry.heading,
            Run(entry.state, tone=entry.tone),
            entry.place.owner or "None yet",
            day_of(entry) or "None yet",
        ]
        for place, entry in numbered
    ]
    header = ["No.", "Record", "Does it still hold?", "Owner", "By when"]
    return Table("At a glance", header, rows, widths=(1, 7, 5, 3, 3))


def day_of(entry):
    """By when it is to be done: a day in words, or what was typed in its place."""
    day = parse(entry.place.by)
    return spell(day) if day else entry.place.by


def section(place, entry, works, root):
    """One record, with what it rests on."""
    record, edition = entry.record, entry.edition
    name = f"{record.kind_word.label} {record.reference}"
    blocks = [
        Paragraph(f"{name} · {edition.trail.label}" if edition else name, style="label"),
        Heading(2, f"{place}. {entry.heading}"),
        *([Paragraph(f"{edition.summary} {works.cite(edition)}", style="lead")] if edition else []),
        *(Note(caution.text, label=caution.label, tone=caution.tone) for caution in entry.cautions),
    ]
    if edition is None:
        return [*blocks, *instead_of(entry), Facts(typed(entry))]
    facts = [
        ("Does it still hold?", held(record.standing)),
        ("Who says so", edition.speaker),
        ("Version", Run(version_of(entry), url=root + entry.version.get_absolute_url())),
    ]
    blocks.append(Facts(typed(entry) + facts))
    for heading, text in edition.long_texts if edition.text("action") else []:
        blocks.append(Heading(3, heading))
        blocks += [Paragraph(part) for part in markdown.plain(text).split("\n\n")]
    return blocks


def held(standing):
    """ "Stands, checked 2 July 2026. The reason.", which of one in doubt its caution says."""
    said = marks.held(standing.sentence)
    return said if standing.word in DOUBTFUL else f"{said} {standing.reason}"


def version_of(entry):
    """Which text stands here, and whether a later one will take its place."""
    number = entry.number
    if not entry.place.number:
        return f"Version {number}. {phrases.LATER}"
    if not entry.has_newer:
        return f"It stays at version {number}, which is the newest."
    return f"Version {number}. Read version {entry.newest}."


def typed(entry):
    place = entry.place
    pairs = [
        ("Why it matters here", place.note),
        ("Owner", place.owner),
        ("By when", day_of(entry)),
    ]
    return [(label, text) for label, text in pairs if text]


def instead_of(entry):
    other = entry.instead
    return [Paragraph(f"Read instead: {other.reference}, {other.title}.")] if other else []


def sources(works, day):
    """Each work once, by the number that cites it."""
    if not works.numbers:
        return []
    read = f"Read on {SITE} on {spell(day)}. How to cite a record stands on its page."
    return [
        Heading(1, "Sources"),
        Numbers([listed(work) for work in works.numbers]),
        Paragraph(read, style="small"),
    ]


def listed(work):
    parts = (work.author, f"“{work.title}”", work.published)
    return [f"{', '.join(part for part in parts if part)}. ", Run(work.url, url=work.url)]


def meanings(parts):
    """What the labels in this paper mean."""
    shown = [entry for _, entries in parts for entry in entries if entry.edition]
    words = [entry.edition.trail for entry in shown]
    words += [entry.record.standing.word for entry in shown]
    pairs = [(word.label, word.meaning) for word in dict.fromkeys(words)]
    return [Heading(1, "What the labels mean"), Facts(pairs)] if pairs else []


def reopening(frame):
    """How to open the paper again: by its link, by typing, or where it is too long, by copying."""
    if len(frame.address) > LONGEST_LINK:
        how = ["Copy this whole address into a browser to open the paper again:", frame.address]
    elif len(frame.address) > LONGEST_TYPED:
        how = [[Run("Open this paper again", url=frame.address), " with its texts and owners."]]
    else:
        how = ["Open this paper again:", Run(frame.address, url=frame.address)]
    return [
        Heading(1, "About this paper"),
        closing.printed(frame.day, frame.code, "these records"),
        *map(Paragraph, how),
        Paragraph(TYPED, style="small"),
    ]
