"""One side for the next meeting as a document: what to do, what holds, what to ask."""

from findings.asking.sentences import ended
from findings.formats import colours
from findings.formats.document import (
    PLAIN,
    Document,
    Heading,
    Marked,
    Paragraph,
    Questions,
    Run,
    Table,
)
from findings.imprint import EDITORS, LICENCE, SITE
from findings.reading import actions

from . import closing
from .briefs import OURS, linked, standing

# What one side of A4 has room for.
MOST_ACTIONS = 5
MOST_FINDINGS = 8


def side_document(side, address, origin, day):
    """`address` is where the same side is read."""
    who = side.answers.reader
    return Document(
        label=f"{SITE} · Three questions, one side",
        title=side.headline,
        subtitle=f"For {who}: what to do, what holds and what to ask.",
        blocks=[
            Heading(1, "What to do, and what to ask for"),
            to_do(side, origin),
            Heading(1, "What holds, and what doesn’t"),
            holding(side, origin),
            *questions(side),
            *closed(side, address, origin),
        ],
        author=EDITORS,
        keywords=("integrated care systems", "leadership"),
        footer=f"{SITE} · {LICENCE}",
        dated=day,
        compact=True,
        hue=colours.AUDIENCES.get(side.answers.audience, PLAIN),
    )


def to_do(side, origin):
    rows = [
        [
            [linked(each, origin), " ", Run(ended(each.title), bold=True), " ", *standing(each)],
            side.answers.lens.text(each),
            "Yours" if each in side.mine else actions.leaders(each),
        ]
        for each in side.ends[:MOST_ACTIONS]
    ]
    if not rows:
        return Paragraph("Nobody has drawn an action for this.")
    header = ["What", "What it asks of you, in the editors’ reading", "Who leads"]
    return Table("", header, rows, widths=(4, 6, 2))


def holding(side, origin):
    pairs = [
        (
            linked(each, origin),
            [Run(ended(each.brief_line or each.title), bold=True), " ", *standing(each)],
        )
        for _, _, found in side.held
        for each in found
    ]
    return Marked(pairs[:MOST_FINDINGS])


def questions(side):
    asked = [question.text for question in side.questions]
    return [Questions("What to ask in the room", asked)] if asked else []


def closed(side, address, origin):
    """What there was no room for, up to when the editors know, and where the side is read."""
    left = max(side.count - MOST_ACTIONS, 0) + max(side.findings.count - MOST_FINDINGS, 0)
    more = f"{left} more stand{'s' if left == 1 else ''} on the page. " if left else ""
    known = closing.knowledge(origin.terms)
    return [
        Paragraph(f"{more}{known} {OURS}", style="small"),
        Paragraph(
            [Run("Read it again, with what has changed since: "), Run(address, bold=True)],
            style="small",
        ),
    ]
