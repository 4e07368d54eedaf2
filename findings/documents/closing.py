"""What stands at the end of every file: where it was read, its licence, how far it reaches."""

from findings.formats.document import Facts, Heading, Run

from .sources import said

EDITORS = "The editors of ICS Leadership"
SITE = "ICS Leadership"
OURS = "Our texts may be reused under it. The works that we cite belong to their owners."
INDEPENDENT = "It is not an NHS or government website, and nothing here is official guidance."


def section(terms, address, *facts):
    """`terms` holds licence and knowledge date, `address` is where the same is read on the site."""
    licence = terms["licence"]
    pairs = [
        ("Read at", Run(address, url=address)),
        *facts,
        ("Licence", [Run(licence["name"], url=licence["url"]), f". {OURS}"]),
        ("Knowledge date", knowledge(terms)),
        ("Who we are", f"{EDITORS}, an independent guide. {INDEPENDENT}"),
    ]
    return [Heading(1, "About this file"), Facts([pair for pair in pairs if pair[1]])]


def knowledge(terms):
    day = said(terms["knowledge_date"])
    return f"The editors have read nothing later than {day}." if day else ""


def footer(what, terms):
    return " · ".join(part for part in (SITE, what, terms["licence"]["name"]) if part)
