"""A record as a document: what its page says, in the order of the page."""

import datetime

from findings.formats.document import Bullets, Document, Facts, Heading, Paragraph, Run
from findings.vocabulary import Addressed, Kind, LinkRelation, Speaker, Trail

from . import closing, prose, sources, verdicts
from .sources import said

READING = "This is the editors’ reading. The source doesn’t say what it asks of one sector."
ROLES = "The roles are the editors’ reading."
# Where nothing gives a file its day.
NO_DAY = datetime.date(2018, 11, 20)


def document(record, cited=""):
    """A record as it is represented. `cited` is how to cite it."""
    how = [("Cite it as", cited)] if cited else []
    return Document(
        title=record["title"],
        blocks=[
            *opening(record),
            *texts(record, Kind(record["kind"]["value"])),
            *asks(record),
            *links(record),
            *verdicts.section(record),
            *speaker(record),
            *origin(record),
            *addressed(record),
            *gaps(record),
            *closing.section(record, record["html_url"], *how),
        ],
        dated=day_of(record),
        label=name(record),
        subtitle=record["summary"],
        footer=closing.footer(dated_name(record), record),
        author=closing.EDITORS,
        keywords=tuple(theme["name"] for theme in record["themes"]),
    )


def name(record):
    """ "Finding ICS18-F03" """
    return f"{record['kind']['label']} {record['reference']}"


def dated_name(record):
    """ "Finding ICS18-F03, version 2, 3 June 2026" """
    version = record["version"]
    of = [f"version {version['number']}", said(version["date"])] if version else []
    day = [f"as at {said(record['as_at'])}"] if record["as_at"] else []
    return ", ".join([name(record), *of, *day])


def day_of(record):
    """The day that the file bears: of the version, or up to which the editors know the news."""
    version = record["version"]
    day = version["date"] if version else record["knowledge_date"]
    return datetime.date.fromisoformat(day) if day else NO_DAY


def opening(record):
    return [Facts(glance(record))]


def glance(record):
    """The facts of a record in short: [(label, text), ...]."""
    pairs = [
        ("Does it still hold?", f"{record['verdict']['sentence']}."),
        ("For", audiences(record)),
        ("Roles", ", ".join(role["label"] for role in record["roles"]) or "All three"),
        ("Who says so", says_so(record)),
        ("Where it comes from", record["trail"]["label"]),
        ("Themes", ", ".join(theme["name"] for theme in record["themes"])),
        ("Reference", Run(dated_name(record), url=record["html_url"])),
    ]
    return [pair for pair in pairs if pair[1]]


def audiences(record):
    """ "Names Councils; addressed to all: NHS and Housing" """
    named, shared = (
        ", ".join(each["name"] for each in record["audiences"] if is_addressed(each, how))
        for how in (Addressed.NAMED, Addressed.ALL)
    )
    parts = [f"names {named}" if named else "", f"addressed to all: {shared}" if shared else ""]
    words = "; ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def is_addressed(audience, how):
    return audience["addressed"]["value"] == how


def says_so(record):
    note = record["speaker"]["note"]
    return record["speaker"]["label"] + (f" ({note})" if note else "")


def texts(record, kind):
    """The longer texts of a record, or of a version of it."""
    parts = [
        (kind.body_heading, "body"),
        ("What to do", "action"),
        ("How you would know it worked", "measure"),
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
    return [Heading(1, "What it asks of you"), Paragraph(READING), Facts(pairs)]


def links(record):
    """The records that it leads to and those that lead to it, under their headings."""
    groups = [
        *grouped(record["links"], "forward"),
        *grouped(record["backlinks"], "backward"),
    ]
    blocks = [block for heading, lines in groups for block in (Heading(2, heading), Bullets(lines))]
    opening = [Heading(1, "How it connects"), Paragraph("The editors drew these links.")]
    return [*opening, *blocks] if blocks else []


def grouped(links, heading):
    groups = {}
    for link in links:
        relation = LinkRelation(link["relation"]["value"])
        groups.setdefault(getattr(relation, heading), []).append(mention(link["record"]))
    return groups.items()


def mention(record):
    """Another record, with whether it holds, so that nobody quotes a dead fact."""
    words = f"{record['reference']}, {record['title']}"
    return [Run(words, url=record["html_url"]), f" ({record['verdict']['label']})"]


def speaker(record):
    return [
        Heading(1, "Who says so"),
        Facts(
            [
                ("Speaker", f"{says_so(record)}. {Speaker(record['speaker']['value']).meaning}"),
                (
                    "Where it comes from",
                    f"{record['trail']['label']}. {Trail(record['trail']['value']).meaning}",
                ),
            ]
        ),
    ]


def origin(record):
    lines = [sources.citation(each) for each in record["citations"]]
    found = [Bullets(lines)] if lines else [Paragraph(sources.OWN)]
    report = record["report"]
    told = (
        f"It belongs to the report “{report['title']}” ({report['byline']}, {report['published']})."
    )
    return [Heading(1, "Where this comes from"), *found, Paragraph(told, style="small")]


def addressed(record):
    """The audiences addressed alike, by one passage; then the roles."""
    groups = {}
    for each in record["audiences"]:
        passage = each["passage"]
        key = (each["addressed"]["value"], passage and passage["html_url"])
        groups.setdefault(key, []).append(each)
    pairs = [alike(Addressed(how), group) for (how, _), group in groups.items()]
    roles = [f"{role['label']}. {role['reason']}" for role in record["roles"]]
    roles = " ".join(roles) or "All three: chief executives, directors and senior managers."
    pairs.append(("Roles", f"{roles} {ROLES}"))
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


def gaps(record):
    lines = [
        Run(f"{gap['reference']}, {gap['title']}", url=gap["html_url"]) for gap in record["gaps"]
    ]
    return [Heading(1, "What we don’t know"), Bullets(lines)] if lines else []
