"""A version of a record as a document: what it said then, under today's verdict."""

import datetime

from findings.formats.document import Bullets, Document, Facts, Heading, Note, Paragraph, Run
from findings.imprint import EDITORS
from findings.texts import phrases
from findings.vocabulary import Kind, Verdict

from . import closing, marks, records, sources, verdicts
from .sources import said


def document(version, latest, standing, difference_url="", cited=()):
    """A version as it is represented. `latest` is the number of the current one, `standing` the
    Standing of its record today, and `cited` the ways to cite the version."""
    number, day = version["version"]["number"], said(version["version"]["date"])
    record = version["record"]
    name = f"{marks.name(record)}, version {number}, {day}"
    return Document(
        title=version["title"],
        blocks=[
            bar(version, latest, standing, difference_url),
            *records.texts(version, Kind(record["kind"]["value"])),
            *asked(version),
            *judged(version),
            *said_of_itself(version),
            *closing.citing(cited),
            *closing.section(version, version["version"]["html_url"]),
        ],
        dated=datetime.date.fromisoformat(version["version"]["date"]),
        label=name,
        subtitle=version["summary"],
        footer=closing.footer(name, version),
        author=EDITORS,
        keywords=tuple(version["themes"]),
    )


def bar(version, latest, standing, difference_url):
    """Which version it is, whether the record holds today, and what to read instead."""
    number, day = version["version"]["number"], said(version["version"]["date"])
    record = version["record"]
    is_current = number == latest
    place = phrases.CURRENT if is_current else phrases.NEWER
    held = marks.held(standing.sentence)
    now = Run(f"Read {record['reference']} as it is now", url=record["html_url"])
    changed = Run("What changed since this version, word by word", url=difference_url)
    return Note(
        [
            f"Today’s verdict: {held} {standing.reason} ",
            now,
            *(difference_url and [" · ", changed]),
        ],
        label=f"Version {number} of {latest}, {day}. {place}",
        tone=standing.word.value,
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
    none = [Paragraph(phrases.NO_VERDICT)]
    return [Heading(1, "Did it hold then?"), *(notes or none)]


def dated(verdict):
    return verdicts.dated({**verdict, "label": Verdict(verdict["value"]).label})


def citation(cited):
    place = Run(cited["passage"], url=cited["html_url"])
    return [f"{cited['relation']} ", place, f" of “{cited['work']}” ({cited['made_by']})."]


def said_of_itself(version):
    cited = [citation(each) for each in version["citations"]]
    pairs = [
        ("Who says so", marks.says_so(version)),
        ("Where it comes from", version["trail"]["label"]),
        ("Report", version["report"]),
        ("What it rests on", sources.joined(cited, " ") or phrases.NO_SOURCE),
        ("Addressed to", "; ".join(map(addressed, version["audiences"])) or "Nobody"),
        ("Roles", " ".join(map(role, version["roles"])) or "All three"),
        ("Themes", ", ".join(version["themes"]) or "None"),
        ("Connects to", "; ".join(map(link, version["links"]))),
    ]
    return [
        Heading(1, "What it said of itself"),
        Facts([pair for pair in pairs if pair[1]]),
        Paragraph(phrases.AS_CALLED, style="small"),
    ]


def addressed(audience):
    place = f" ({audience['passage']})" if audience["passage"] else ""
    return f"{audience['name']}: {audience['addressed']['label'].lower()}{place}"


def role(role):
    return f"{role['label']}: {role['reason']}"


def link(link):
    why = f": {link['reason']}" if link["reason"] else ""
    return f"{link['relation']} {link['reference']}, {link['title']}{why}"
