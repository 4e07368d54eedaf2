"""Another record in short, with its marks and with why it holds or no longer does."""

from findings.formats.document import Heading, Paragraph, Run

from . import marks


def card(record, level):
    """A record as it is represented, under a heading of this level."""
    return [
        *head(record, level),
        Paragraph(record["summary"]),
        Paragraph([f"{marks.audiences(record)} ", *why(record)], style="small"),
    ]


def line(record, level):
    return [*head(record, level), Paragraph(why(record), style="small")]


def head(record, level):
    label = f"{marks.name(record)} · {record['trail']['label']}"
    return [
        Paragraph(label, style="label"),
        Heading(level, record["title"], url=record["html_url"]),
    ]


def why(record):
    verdict = record["verdict"]
    return [Run(marks.held(verdict["sentence"]), tone=verdict["value"]), f" {verdict['reason']}"]
