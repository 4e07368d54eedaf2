"""A record as a document: what its page says, in the order of the page."""

from findings.formats.document import Bullets, Document, Facts, Heading, Paragraph, Run
from findings.imprint import EDITORS
from findings.texts import phrases
from findings.texts.recommending import LONG_TEXTS
from findings.vocabulary import Addressed, Kind, LinkRelation, Speaker, Trail

from . import closing, entries, history, marks, prose, sources, verdicts
from .sources import said


def document(record, around, cited=(), code=()):
    """A record as it is represented, and what stands around it on its page. `cited` are the ways
    to cite it: [(style, text), ...]; `code` leads to what changed since it was printed."""
    return Document(
        title=record["title"],
        blocks=[
            *history.day_looked_at(record["as_at"], around["reports_to_come"]),
            Heading(1, "At a glance"),
            Facts(glance(record)),
            *verdicts.section(record),
            *texts(record, Kind(record["kind"]["value"])),
            *asks(record),
            *links(record, around["records"]),
            *related(around["related"]),
            *speaker(record),
            *origin(record),
            *addressed(record),
            *gaps(around["gaps"]),
            *history.section(around["versions"], around["changes_url"]),
            *closing.citing(cited),
            *words(around["terms"]),
            *closing.section(record, record["html_url"]),
            *code,
        ],
        dated=day_of(record),
        label=marks.name(record),
        subtitle=record["summary"],
        footer=closing.footer(dated_name(record), record),
        author=EDITORS,
        keywords=tuple(theme["name"] for theme in record["themes"]),
    )


def dated_name(record):
    """ "Finding ICS18-F03, version 2, 3 June 2026" """
    version = record["version"]
    of = [f"version {version['number']}", said(version["date"])] if version else []
    day = [f"as at {said(record['as_at'])}"] if record["as_at"] else []
    return ", ".join([marks.name(record), *of, *day])


def day_of(record):
    """The day that the file bears: of the version, or up to which the editors know the news."""
    version = record["version"]
    return closing.date_of(version["date"] if version else record["knowledge_date"])


def glance(record):
    """The facts of a record in short: [(label, text), ...]."""
    themes = [theme["name"] for theme in record["themes"]]
    pairs = [
        ("Does it still hold?", marks.held(record["verdict"]["sentence"])),
        ("For", marks.audiences(record)),
        ("Roles", ", ".join(role["label"] for role in record["roles"]) or "All three"),
        ("Who says so", marks.says_so(record)),
        ("Where it comes from", record["trail"]["label"]),
        ("Theme" if len(themes) == 1 else "Themes", ", ".join(themes)),
        ("Reference", Run(record["reference"], url=record["html_url"])),
        ("Version", version(record)),
    ]
    return [pair for pair in pairs if pair[1]]


def version(record):
    kept = record["version"]
    words = kept and f"Version {kept['number']}, {said(kept['date'])}"
    return Run(words, url=kept["html_url"]) if kept else ""


def texts(record, kind):
    """The longer texts of a record, or of a version of it."""
    parts = [
        *((each.heading, each.name) for each in LONG_TEXTS),
        (kind.body_heading, "body"),
    ]
    return [
        block
        for heading, key in parts
        if record[key]
        for block in (Heading(1, heading), *prose.blocks(record[key], level=2))
    ]


def asks(record):
    if not record["asks"]:
        return []
    pairs = [(ask["audience"]["name"], ask["text"]) for ask in record["asks"]]
    return [Heading(1, "What it asks of you"), Paragraph(phrases.READING), Facts(pairs)]


def links(record, others):
    """The records that it leads to and those that lead to it, under their headings. `others` are
    these records in full, by reference."""
    groups = [
        *grouped(record["links"], others, "forward", entries.card),
        *grouped(record["backlinks"], others, "backward", entries.line),
    ]
    blocks = [
        block
        for heading, found in groups
        for block in (Heading(2, heading), *(each for entry in found for each in entry))
    ]
    opening = [Heading(1, "How it connects"), Paragraph(phrases.LINKS)]
    return [*opening, *blocks] if blocks else []


def grouped(links, others, heading, entry):
    groups = {}
    for link in links:
        if other := others.get(link["record"]["reference"]):
            relation = LinkRelation(link["relation"]["value"])
            why = [Paragraph(f"Why: {link['reason']}", style="small")] if link["reason"] else []
            found = [*entry(other, level=3), *why]
            groups.setdefault(getattr(relation, heading), []).append(found)
    return groups.items()


def related(found):
    if not found:
        return []
    return [
        Heading(1, "Related"),
        Paragraph(phrases.RELATED),
        *(block for record in found for block in entries.line(record, level=2)),
    ]


def speaker(record):
    return [
        Heading(1, "Who says so"),
        Facts(
            [
                (
                    "Who",
                    f"{marks.says_so(record)}. {Speaker(record['speaker']['value']).meaning}",
                ),
                (
                    "Where it comes from",
                    f"{record['trail']['label']}. {Trail(record['trail']['value']).meaning}",
                ),
            ]
        ),
    ]


def origin(record):
    lines = [sources.citation(each) for each in record["citations"]]
    found = [Bullets(lines)] if lines else [Paragraph(phrases.NO_SOURCE)]
    report = record["report"]
    told = (
        f"It belongs to the report “{report['title']}” ({report['byline']}, {report['published']})."
    )
    kinds = [Paragraph(record["evidence"])] if record["evidence"] else []
    return [Heading(1, "What it rests on"), *kinds, *found, Paragraph(told, style="small")]


def addressed(record):
    """The audiences addressed alike, by one passage; then the roles."""
    groups = {}
    for each in record["audiences"]:
        passage = each["passage"]
        key = (each["addressed"]["value"], passage and passage["html_url"])
        groups.setdefault(key, []).append(each)
    pairs = [alike(Addressed(how), group) for (how, _), group in groups.items()]
    roles = [f"{role['label']}. {role['reason']}" for role in record["roles"]]
    roles = " ".join(roles) or phrases.EVERY_ROLE
    pairs.append(("Roles", f"{roles} {phrases.ROLES}"))
    return [Heading(1, "Whom it is addressed to"), Facts(pairs)]


def alike(how, audiences):
    names = ", ".join(each["name"] for each in audiences)
    passage = audiences[0]["passage"]
    seen = []
    if passage:
        place = Run(passage["label"], url=passage["html_url"])
        seen = [" See ", place, f" of “{passage['source']['title']}”."]
    label = "Named" if how == Addressed.NAMED else "Addressed to all"
    return label, [f"{names}. {how.meaning}", *seen]


def gaps(found):
    entries = [
        block
        for gap in found
        for block in (
            Paragraph(f"Gap {gap['reference']}", style="label"),
            Heading(2, gap["title"], url=gap["html_url"]),
            Paragraph(gap["statement"]),
        )
    ]
    return [Heading(1, "What we don’t know"), *entries] if entries else []


def words(terms):
    """What the words mean that its page explains."""
    lines = [explained(term) for term in terms]
    return [Heading(1, "Words on this page"), Bullets(lines)] if lines else []


def explained(term):
    full_name = f" ({term['full_name']})" if term["full_name"] else ""
    more = Run(f"{term['name']} in the glossary", url=term["html_url"])
    return [Run(f"{term['name']}{full_name}:", bold=True), f" {term['definition']} ", more]
