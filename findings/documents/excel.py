"""All that a Query finds as an Excel file: what its first sheet explains, and what people read."""

from findings.formats.document import Run
from findings.formats.workbook import NAMES
from findings.texts.days import parse
from findings.vocabulary import TRAIL_MEANINGS, VERDICT_MEANINGS

from . import closing, marks
from .sources import said

# The sheet for people: [(name of a column, its width in letters), ...].
COLUMNS = [
    ("Reference", 11),
    ("Kind", 16),
    ("What it says", 40),
    ("In short", 44),
    ("Does it still hold?", 17),
    ("As of", 12),
    ("Who says so", 34),
    ("Names", 20),
]
SHEETS = [
    (
        f"Sheet “{NAMES[1]}”",
        "A line for each record, to be sorted, filtered and printed. The reference leads to the "
        "record on the site, with its reasons and sources.",
    ),
    (
        f"Sheet “{NAMES[2]}”",
        "All that we hold of each record, as a table with real dates. A text that a spreadsheet "
        "would take for a formula begins with an apostrophe.",
    ),
]
CHECK = "A file doesn’t learn what changes: look at the address before you rely on a line."


def cover(asked, count, terms):
    """[(label, text), ...]: what was asked, as of which day, how to read it, and on what terms."""
    licence, day = terms["licence"], asked["as_at"]
    pairs = [
        ("What was asked", asked["sentence"]),
        ("Records", count),
        ("As at", parse(day) if day else ""),
        ("Read at", Run(asked["html_url"], url=asked["html_url"])),
        ("Knowledge date", closing.knowledge(terms)),
        ("Does it still hold?", CHECK),
        *SHEETS,
        *((Run(word.label, tone=word.value), text) for word, text in VERDICT_MEANINGS.items()),
        *((word.label, text) for word, text in TRAIL_MEANINGS.items()),
        ("Licence", Run(f"{licence['name']}. {closing.OURS}", url=licence["url"])),
        ("Who we are", closing.WHO),
    ]
    return [(label, text) for label, text in pairs if text != ""]


def row(record):
    """A represented record as the cells of COLUMNS."""
    verdict = record["verdict"]
    named = ", ".join(
        each["name"] for each in record["audiences"] if marks.is_addressed(each, "named")
    )
    return [
        Run(record["reference"], url=record["html_url"]),
        record["kind"]["label"],
        record["title"],
        " ".join(marks.lead(record)) or record["brief_line"] or record["summary"],
        Run(held(verdict), tone=verdict["value"]),
        parse(verdict["as_of"]) if verdict["as_of"] else "",
        f"{marks.says_so(record)}. {record['trail']['label']}",
        named or "All alike",
    ]


def held(verdict):
    """ "Stands", or "Stands (may be out of date, under review since 3 June 2026)" """
    review = verdict["under_review"]
    doubts = ["may be out of date"] if verdict["is_old"] else []
    doubts += [f"under review since {said(review['since'])}"] if review else []
    return verdict["label"] + (f" ({', '.join(doubts)})" if doubts else "")
