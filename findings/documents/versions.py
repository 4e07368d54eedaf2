"""A version of a record as a document: what it said then, under today's verdict."""

import datetime

from findings.formats.document import Bullets, Document, Facts, Heading, Note, Paragraph, Run
from findings.vocabulary import Kind, Verdict

from . import closing, records, sources, verdicts
from .sources import said

TODAY = "Themes, audiences, sources and other records are called here as they are called today."


def document(version, latest, standing, cited=""):
    """A version as it is represented. `latest` is the number of the current one and `standing`
    the Standing of its record today."""
    number, day = version["version"]["number"], said(version["version"]["date"])
    record = version["record"]
    name = f"{record['kind']['label']} {record['reference']}, version {number}, {day}"
    is_current = number == latest
    place = "It is the current text." if is_current else "A newer text has taken its place."
    now = Run(f"Read {record['reference']} as it is now", url=record["html_url"])
    how = [("Cite it as", cited)] if cited else []
    return Document(
        title=version["title"],
        blocks=[
            Note(
                [f"Today’s verdict: {standing.sentence}. {standing.reason} ", now],
                label=f"Version {number} of {latest}, {day}. {place}",
                tone=standing.word.value,
            ),
            *records.texts(version, Kind(record["kind"]["value"])),
            *asked(version),
            *judged(version),
            *said_of_itself(version),
            *closing.section(version, version["version"]["html_url"], *how),
        ],
        dated=datetime.date.fromisoformat(version["version"]["date"]),
        label=name,
        subtitle=version["summary"],
        footer=closing.footer(name, version),
        author=closing.EDITORS,
        keywords=tuple(version["themes"]),
    )


def asked(version):
    pairs = [(ask["audience"], ask["text"]) for ask in version["asks"]]
    return [Heading(1, "What it asked of each audience"), Facts(pairs)] if pairs else []


def judged(version):
    notes = [
        block
        for verdict in version["verdicts"]
        for block in (
            Note(verdict["reason"], label=dated(verdict), tone=verdict["value"]),
            Bullets([f"Behind it: {title}" for title in verdict["developments"]]),
            Bullets([citation(each) for each in verdict["citations"]]),
        )
    ]
    none = [Paragraph("This version gave no verdict.")]
    return [Heading(1, "Did it hold then?"), *(notes or none)]


def dated(verdict):
    return verdicts.spell({**verdict, "label": Verdict(verdict["value"]).label, "reason": ""})


def citation(cited):
    place = Run(cited["passage"], url=cited["html_url"])
    return [f"{cited['relation']} ", place, f" of “{cited['work']}” ({cited['made_by']})."]


def said_of_itself(version):
    speaker = version["speaker"]
    note = f" ({speaker['note']})" if speaker["note"] else ""
    pairs = [
        ("Who says so", f"{speaker['label']}{note}"),
        ("Where it comes from", version["trail"]["label"]),
        ("Report", version["report"]),
        ("Addressed to", "; ".join(map(addressed, version["audiences"]))),
        ("Roles", " ".join(map(role, version["roles"])) or "All three"),
        ("Themes", ", ".join(version["themes"])),
        ("Connects to", "; ".join(map(link, version["links"]))),
    ]
    cited = [citation(each) for each in version["citations"]]
    return [
        Heading(1, "What it said of itself"),
        Facts([pair for pair in pairs if pair[1]]),
        Heading(2, "What it rests on"),
        *([Bullets(cited)] if cited else [Paragraph(sources.OWN)]),
        Paragraph(TODAY, style="small"),
    ]


def addressed(audience):
    place = f" ({audience['passage']})" if audience["passage"] else ""
    return f"{audience['name']}: {audience['addressed']['label'].lower()}{place}"


def role(role):
    return f"{role['label']}: {role['reason']}"


def link(link):
    return f"{link['relation']} {link['reference']}, {link['title']}"
