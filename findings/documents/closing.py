"""What stands at the end of every file: where it was read, its licence, how far it reaches."""

import datetime

from findings.formats.document import Code, Facts, Heading, Paragraph, Run
from findings.imprint import EDITORS, SITE
from findings.texts import phrases
from findings.texts.days import spell

from .sources import said

# Where nothing gives a file its day.
NO_DAY = datetime.date(2018, 11, 20)
OURS = "Our texts may be reused under it. The works that we cite belong to their owners."
WHO = f"{EDITORS}, an independent guide. {phrases.INDEPENDENT}"


def citing(styles):
    """How to cite what stands above: [(style, text), ...]."""
    found = [Heading(1, "Cite this"), Paragraph(phrases.HOW_TO_CITE), Facts(list(styles))]
    return found if styles else []


def printed(day, address, what):
    """A code that leads to what changed since the day of printing."""
    said = f"Printed {spell(day)}. What has changed in {what} since: "
    return Code(address, [said, Run(address, url=address)])


def section(terms, address):
    """`terms` holds licence and knowledge date, `address` is where the same is read on the site."""
    licence = terms["licence"]
    pairs = [
        ("Read at", Run(address, url=address)),
        ("Licence", [Run(licence["name"], url=licence["url"]), f". {OURS}"]),
        ("Knowledge date", knowledge(terms)),
        ("Who we are", WHO),
    ]
    return [Heading(1, "About this file"), Facts([pair for pair in pairs if pair[1]])]


def date_of(day):
    """The date that a file bears, of a day as "2026-07-02", or of none."""
    return datetime.date.fromisoformat(day) if day else NO_DAY


def knowledge(terms):
    day = said(terms["knowledge_date"])
    return f"The editors have read nothing later than {day}." if day else ""


def footer(what, terms):
    return " · ".join(part for part in (SITE, what, terms["licence"]["name"]) if part)
