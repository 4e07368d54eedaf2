"""Where the law stands as a document: audience by audience, line by line."""

from itertools import groupby

from findings.formats.document import Document, Facts, Heading, Note, Paragraph, Run
from findings.imprint import EDITORS, SITE

from . import closing, sources
from .sources import said

TITLE = "Where the law stands"
NOT_ADVICE = "This is no legal advice. Check each line at its official page before you rely on it."


def document(lines, audience, address, terms):
    """`lines` as they are represented, those of one audience or of all in their order."""
    known = closing.knowledge(terms)
    blocks = [Paragraph(NOT_ADVICE)]
    for name, group in groupby(lines, key=lambda line: line["audience"]["name"]):
        blocks.append(Heading(1, name))
        blocks += [block for line in group for block in told(line)]
    return Document(
        title=f"{TITLE}: {audience.name}" if audience else TITLE,
        blocks=[*blocks, *closing.section(terms, address)],
        dated=closing.date_of(terms["knowledge_date"]),
        label=SITE,
        subtitle=known,
        footer=closing.footer(TITLE, terms),
        author=EDITORS,
        keywords=("law", "integrated care systems"),
    )


def told(line):
    return [
        Heading(2, line["title"], url=line["html_url"]),
        Paragraph(line["text"]),
        *change(line),
        Facts([pair for pair in facts(line) if pair[1]]),
    ]


def change(line):
    if not line["would_change"]:
        return []
    event = line["bill"]
    label = f"A Bill would change it ({event['when']}). It is not law."
    return [Note(line["would_change"], label=label)]


def facts(line):
    source = line["check_at"]
    event = line["development"]
    return [
        ("What it is", line["force"]["label"]),
        ("Since", said(line["since"])),
        ("What brought it", sources.development(event) if event else ""),
        ("Check today", Run(source["title"], url=source["published_at"] or source["html_url"])),
        ("As of", said(line["as_of"])),
        ("Records that depend on it", sources.joined([[link(each)] for each in line["bears_on"]])),
    ]


def link(record):
    words = f"{record['reference']} {record['title']} ({record['verdict']['label']})"
    return Run(words, url=record["html_url"])
