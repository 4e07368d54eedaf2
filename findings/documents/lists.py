"""All that a Query finds as a document: an overview, then each record in short."""

import datetime

from findings.formats.document import Document, Facts, Heading, Note, Paragraph, Run, Table

from . import closing, records, sources

# Of a longer list, Word and PDF hold the first of its records and say so.
MOST_RECORDS = 100


def document(found, count, sentence, address, terms):
    """`found` are the first of `count` records, as they are represented; `sentence` says what
    was asked, and `address` is where the list is read."""
    overview = [overview_of(found)] if found else []
    entries = [block for record in found for block in entry(record)]
    return Document(
        title=sentence,
        blocks=[
            *cut(len(found), count, address),
            *overview,
            *([Heading(1, "Record by record"), *entries] if entries else []),
            *closing.section(terms, address),
        ],
        dated=day_of(found, terms),
        label="What research found about leading integrated care systems",
        footer=closing.footer(f"{count:,} record{'' if count == 1 else 's'}", terms),
        author=closing.EDITORS,
        keywords=themes(found),
    )


def cut(shown, count, address):
    if shown >= count:
        return []
    whole = Run(address, url=address)
    rest = "Narrow the list there, or take it as Excel, CSV or JSON: those hold all of it. "
    return [Note([rest, whole], label=f"These are the first {shown:,} of {count:,} records.")]


def overview_of(found):
    rows = [
        [
            Run(record["reference"], url=record["html_url"]),
            record["title"],
            record["verdict"]["sentence"],
        ]
        for record in found
    ]
    header = ["Reference", "What it says", "Does it still hold?"]
    return Table("The records, in the order of the list", header, rows, (2, 6, 5))


def entry(record):
    verdict = record["verdict"]
    held, *facts = records.glance(record)
    rests_on = sources.joined(map(sources.shortly, record["citations"])) or sources.OWN
    return [
        Paragraph(records.name(record), style="label"),
        Heading(2, record["title"], url=record["html_url"]),
        Paragraph(record["summary"]),
        Facts(
            [
                (held[0], f"{verdict['sentence']}. {verdict['reason']}"),
                *facts,
                ("What it rests on", rests_on),
            ]
        ),
    ]


def day_of(found, terms):
    days = [record["version"]["date"] for record in found if record["version"]]
    days += [terms["knowledge_date"]] if terms["knowledge_date"] else []
    return datetime.date.fromisoformat(max(days)) if days else records.NO_DAY


def themes(found):
    names = [theme["name"] for record in found for theme in record["themes"]]
    return tuple(dict.fromkeys(names))
