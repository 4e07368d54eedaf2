"""A board paper as a document: its records with their cautions, sources by number, and the
address that opens it again."""

from dataclasses import dataclass

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
from findings.texts.days import spell

from . import marks

UNTITLED = "Board paper"
# A longer address is of no use to somebody who would have to type it.
LONGEST_TYPED = 300


@dataclass(frozen=True)
class Frame:
    """What a paper says of itself: where it is opened again, on which day, who knows until when."""

    address: str
    day: object
    knowledge: str


def paper_document(paper, entries, citations, frame):
    """`citations` are {reference: how to cite it} of the entries that have a text."""
    number = {reference: place for place, reference in enumerate(citations, start=1)}
    blocks = [
        Paragraph(f"{frame.knowledge} Later news may change what you read here.", style="small"),
        overview(entries),
    ]
    for place, entry in enumerate(entries, start=1):
        blocks += section(place, entry, number.get(entry.place.reference))
    if citations:
        blocks += [Heading(1, "Sources"), Numbers(list(citations.values()))]
    blocks += [*meanings(entries), *reopening(frame)]
    return Document(
        label="Board paper",
        title=paper.title or UNTITLED,
        subtitle=f"What research on leading integrated care systems says, on {spell(frame.day)}",
        blocks=blocks,
        author="Put together on ICS Leadership",
        keywords=tuple(citations),
        footer=f"{SITE}: board paper, {spell(frame.day)}. Texts under {LICENCE}.",
        dated=frame.day,
    )


def overview(entries):
    rows = [
        [
            str(place),
            entry.heading,
            Run(entry.state, tone=entry.tone),
            entry.place.owner or "None yet",
        ]
        for place, entry in enumerate(entries, start=1)
    ]
    header = ["No.", "Record", "Does it still hold?", "Owner"]
    return Table("At a glance", header, rows, widths=(1, 7, 5, 4))


def section(place, entry, number):
    """One record. `number` is that of its source; None where its text is gone."""
    record, edition = entry.record, entry.edition
    name = f"{record.kind_word.label} {record.reference}"
    blocks = [
        Paragraph(f"{name} · {edition.trail.label}" if edition else name, style="label"),
        Heading(1, f"{place}. {entry.heading}"),
        *([Paragraph(f"{edition.summary} [{number}]", style="lead")] if edition else []),
        *(Note(caution.text, label=caution.label, tone=caution.tone) for caution in entry.cautions),
    ]
    if edition is None:
        return [*blocks, *instead_of(entry), Facts(typed(entry))]
    facts = [
        ("Does it still hold?", held(record.standing)),
        ("Who says so", edition.speaker),
        ("Version", version_of(entry)),
    ]
    blocks.append(Facts(typed(entry) + facts))
    for heading, text in edition.long_texts if edition.text("action") else []:
        blocks.append(Heading(2, heading))
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
    pairs = [("Why it matters here", place.note), ("Owner", place.owner)]
    return [(label, text) for label, text in pairs if text]


def instead_of(entry):
    other = entry.instead
    return [Paragraph(f"Read instead: {other.reference}, {other.title}.")] if other else []


def meanings(entries):
    """What the labels in this paper mean."""
    shown = [entry for entry in entries if entry.edition]
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
    about = (
        "The contexts and owners were typed by whoever put the paper together. All else is the "
        "text of ICS Leadership, an independent site and not official guidance."
    )
    return [
        Heading(1, "About this paper"),
        *map(Paragraph, how),
        Paragraph(about, style="small"),
    ]
