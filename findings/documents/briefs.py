"""A brief as a document: one compact sheet, in the colour of its audience."""

from findings.asking.sentences import ended
from findings.formats import colours
from findings.formats.document import (
    PLAIN,
    Document,
    Halves,
    Heading,
    Marked,
    Paragraph,
    Questions,
    Run,
    Table,
)
from findings.imprint import EDITORS, LICENCE, SITE
from findings.reading.briefs import RULE
from findings.texts.days import spell

from . import closing

WHAT = "What research on leading England’s integrated care systems found in 2018"
SINCE = "Found since 2018, in works that name you"
OURS = "An independent guide, not NHS or government guidance. Our texts: CC BY 4.0."


def brief_document(brief, address, origin, day):
    """`address` is where the same brief is read; `origin` says where its records are, and up to
    when the editors know the news."""
    name = brief.audience.name
    return Document(
        label=f"{SITE} · Brief for {name}",
        title=brief.audience.hook,
        subtitle=f"{WHAT}, and what still holds{on(origin.knowledge_date)}.",
        blocks=[
            Halves(
                [Heading(1, "What was found"), marked(brief.findings, origin)],
                [Heading(1, "Skills that leaders need"), marked(brief.skills, origin)],
            ),
            *since(brief, origin),
            Heading(1, "What you could do"),
            asks(brief, origin),
            Questions("Ask in the room", [question.text for question in brief.questions]),
            *reach(brief, address, origin),
        ],
        author=EDITORS,
        keywords=(name, "integrated care systems", "leadership"),
        footer=f"{SITE} · {address} · {LICENCE}",
        dated=day,
        compact=True,
        tight=brief.is_full,
        hue=colours.AUDIENCES.get(brief.audience.slug, PLAIN),
    )


def on(day):
    return f" on {spell(day)}" if day else ""


def marked(records, origin):
    return Marked([(linked(record, origin), line(record)) for record in records])


def since(brief, origin):
    return [Heading(1, SINCE), marked(brief.since, origin)] if brief.since else []


def linked(record, origin):
    return Run(record.reference, url=origin.page(record))


def line(record):
    title = Run(ended(record.short_title), bold=True)
    return [title, f" {record.brief_line} ", *standing(record), found_since(record)]


def found_since(record):
    said = record.found_since_in_short
    return f" Found since: {said}." if said else ""


def standing(record):
    """The verdict in a word, and what casts doubt on it; when it was checked, the foot says."""
    shown = record.standing
    if not shown.review_since:
        return [Run(shown.in_short, tone=shown.word.value)]
    words = ", ".join(filter(None, [shown.word.label, shown.checked]))
    doubt = f"Under review since {spell(shown.review_since)}"
    return [Run(words, tone=shown.word.value), " ", Run(doubt, tone="review")]


def asks(brief, origin):
    rows = [
        [
            [
                linked(ask.record, origin),
                " ",
                Run(ended(ask.record.short_title), bold=True),
                " ",
                *standing(ask.record),
            ],
            ask.text,
            ask.roles,
        ]
        for ask in brief.asks
    ]
    header = ["Recommendation", f"For {brief.audience.name}, in the editors’ reading", "Who"]
    return Table("", header, rows, widths=(4, 6, 2))


def reach(brief, address, origin):
    """What still holds, where the source stops, how it was chosen, and whose it is."""
    changed = " ".join(change.text for change in brief.changes)
    gaps = " ".join(ended(gap.title) for gap in brief.gaps)
    left = f"{brief.left} more record{'s' if brief.left != 1 else ''}"
    known = closing.knowledge(origin.terms)
    parts = [
        ("What still holds.", f"{brief.holds} {brief.checked}"),
        ("Since 2018.", changed),
        ("Where the source stops.", gaps),
        ("How we chose.", f"{RULE} {left} reach{'es' if brief.left == 1 else ''} you."),
    ]
    said = [[Run(label, bold=True), f" {text}"] for label, text in parts if text]
    whose = [f"{known} {OURS} ", Run(address, bold=True)]
    return [Paragraph(text, style="small") for text in [*said, whose]]
