"""A brief as a document: one compact sheet."""

from findings.briefs import RULE
from findings.formats.document import (
    Bullets,
    Document,
    Facts,
    Heading,
    Numbers,
    Run,
    Table,
)
from findings.sentences import ended

WHAT = "What research on leading England’s integrated care systems found in 2018"


def brief_document(brief, address, knowledge, day):
    """`address` is where the same brief is read, `knowledge` the sentence on how far it reaches."""
    name = brief.audience.name
    return Document(
        label=f"Brief: {name}",
        title=brief.audience.hook,
        blocks=[
            Heading(1, "What was found"),
            Bullets([line(record) for record in brief.findings]),
            Heading(1, "Skills it calls for"),
            Bullets([line(record) for record in brief.skills]),
            Heading(1, "What you could do"),
            asks(brief),
            *questions(brief),
            Heading(1, "How far it reaches"),
            Facts(reach(brief, address, knowledge)),
        ],
        author="The editors of ICS Leadership",
        keywords=(name, "integrated care systems", "leadership"),
        footer=f"ICS Leadership · {address} · CC BY 4.0",
        dated=day,
        compact=True,
        tight=brief.is_full,
    )


def line(record):
    return [
        Run(ended(record.short_title), bold=True),
        f" {record.brief_line} ({record.reference}: {standing(record)})",
    ]


def standing(record):
    """The verdict in a word, with what casts doubt on it."""
    shown = record.standing
    doubt = "checked long ago" if shown.is_old else ""
    parts = [shown.word.label.lower(), doubt, shown.review]
    return ", ".join(part for part in parts if part)


def asks(brief):
    rows = [
        [
            [
                Run(ended(ask.record.short_title), bold=True),
                f" {ask.record.reference}: {standing(ask.record)}",
            ],
            ask.text,
            ask.roles,
        ]
        for ask in brief.asks
    ]
    header = ["Recommendation", f"For {brief.audience.name}", "Who"]
    return Table("What they ask of you is the editors’ reading", header, rows, widths=(4, 6, 2))


def questions(brief):
    texts = [question.text for question in brief.questions]
    return [Heading(1, "Ask in the room"), Numbers(texts)] if texts else []


def reach(brief, address, knowledge):
    changed = " ".join(change.text for change in brief.changes)
    gaps = " ".join(ended(gap.title) for gap in brief.gaps)
    pairs = [
        ("What still holds", f"{brief.holds} {brief.checked}"),
        ("Since 2018", changed),
        ("Where it stops", gaps),
        ("How we chose", f"{RULE} {brief.left} more are on the page of your audience."),
        ("Up to when", knowledge),
    ]
    return [pair for pair in pairs if pair[1]]
