"""All that a Query finds as a document: an overview, then each record in short."""

from dataclasses import dataclass, field

from findings.formats.document import Bullets, Document, Facts, Heading, Note, Paragraph, Run, Table
from findings.imprint import EDITORS
from findings.texts import phrases

from . import closing, history, marks, records, sources

# Of a longer list, Word and PDF hold the first of its records and say so.
MOST_RECORDS = 100


@dataclass(frozen=True)
class Listed:
    """A list as its page shows it. `asked` is what was asked, `found` the first of `count`
    records, as they are represented. `matches` says where else in a record the words stand:
    {reference: [(place, [(piece, does it match), ...]), ...]}. `beside` holds what matches and
    is no record. A list that `is_parted` begins with what names the audience asked about."""

    heading: str
    introduction: str
    asked: dict
    found: list
    count: int
    matches: dict = field(default_factory=dict)
    beside: dict = field(default_factory=dict)
    reports_to_come: list = field(default_factory=list)
    is_parted: bool = False


# Where hardly a record holds all the words.
SOME = "Few records have all of these words; the others have most of what they are about."


def document(listed, terms):
    """`terms` holds licence and knowledge date."""
    found, address = listed.found, listed.asked["html_url"]
    overview = [overview_of(found)] if found else []
    entries = entries_of(listed)
    return Document(
        title=listed.asked["sentence"],
        blocks=[
            *cut(len(found), listed.count, address),
            *history.day_looked_at(listed.asked["as_at"], listed.reports_to_come),
            *remarks(listed.asked["words"], listed.count),
            *overview,
            *entries,
            *beside(listed.beside),
            *closing.section(terms, address),
        ],
        dated=day_of(found, terms),
        label=listed.heading,
        subtitle=listed.introduction,
        footer=closing.footer(f"{listed.count:,} record{'' if listed.count == 1 else 's'}", terms),
        author=EDITORS,
        keywords=themes(found),
    )


def entries_of(listed):
    """Each record in short, under the heading of its part of the list."""
    blocks, before = [], None
    for each in listed.found:
        part = part_of(each) if listed.is_parted else "Record by record"
        if part != before:
            blocks.append(Heading(1, part))
        blocks += entry(each, listed.matches.get(each["reference"], ()))
        before = part
    return blocks


def part_of(record):
    return "What names you" if record["lead"]["names_them"] else "Written for everyone"


def cut(shown, count, address):
    if shown >= count:
        return []
    whole = Run(address, url=address)
    rest = "Narrow the list there, or take it as Excel, CSV or JSON: those hold all of it. "
    return [Note([rest, whole], label=f"These are the first {shown:,} of {count:,} records.")]


def remarks(words, count):
    """What was made of the words that were sought."""
    if words is None:
        return []
    corrected = [
        part
        for each in words["corrections"]
        for part in (", ", Run(each["read_as"], bold=True), f" instead of “{each['typed']}”")
    ]
    said = [["Showing results for ", *corrected[1:], "."]] if corrected else []
    for each in words["synonyms"]:
        others = [part for other in each["also"] for part in (", ", Run(other, bold=True))]
        said.append([f"“{each['typed']}” also finds ", *others[1:], "."])
    said += [SOME] if words["any_of_them"] and count else []
    if report := words["report"]:
        title = Run(report["title"], url=report["html_url"])
        said.append([f"“{words['text']}” begins every reference of ", title, "."])
    return [Paragraph(text) for text in said]


def overview_of(found):
    rows = [
        [
            Run(record["reference"], url=record["html_url"]),
            record["title"],
            Run(record["verdict"]["sentence"], tone=record["verdict"]["value"]),
        ]
        for record in found
    ]
    header = ["Reference", "What it says", "Does it still hold?"]
    return Table("The records, in the order of the list", header, rows, (2, 6, 5))


def entry(record, matches):
    verdict = record["verdict"]
    held, *facts = records.glance(record)
    # Its label says the reference.
    facts = [fact for fact in facts if fact[0] != "Reference"]
    rests_on = sources.joined(map(sources.shortly, record["citations"])) or phrases.NO_SOURCE
    return [
        Paragraph(marks.name(record), style="label"),
        Heading(2, record["title"], url=record["html_url"]),
        *(Paragraph([Run(line, bold=True)]) for line in marks.lead(record)),
        Paragraph(record["summary"]),
        *(Paragraph(match(*each), style="small") for each in matches),
        Facts(
            [
                (held[0], [Run(held[1], tone=verdict["value"]), f" {verdict['reason']}"]),
                *facts,
                *([("Kind of evidence", record["evidence"])] if record["evidence"] else []),
                ("What it rests on", rests_on),
            ]
        ),
    ]


def match(place, pieces):
    """Where the words stand: "In the text: … goodwill …", the words themselves bold."""
    return [
        *([Run(f"{place}:", bold=True), " "] if place else []),
        *(Run(piece, bold=matches) for piece, matches in pieces),
    ]


def beside(found):
    """What matches the same words and is no record."""
    groups = [
        ("Words explained", [explained(term) for term in found.get("terms", ())]),
        ("What the source does not say", [linked(gap) for gap in found.get("gaps", ())]),
        ("What happened", [happened(event) for event in found.get("developments", ())]),
    ]
    blocks = [
        block
        for heading, lines in groups
        if lines
        for block in (Heading(2, heading), Bullets(lines))
    ]
    return [Heading(1, "Beside the records"), *blocks] if blocks else []


def explained(term):
    words = ": ".join(part for part in (term["name"], term["full_name"]) if part)
    return [Run(words, url=term["html_url"])]


def linked(thing):
    return [Run(thing["title"], url=thing["html_url"])]


def happened(event):
    return [*linked(event), f" {event['when']}"]


def day_of(found, terms):
    days = [record["version"]["date"] for record in found if record["version"]]
    days += [terms["knowledge_date"]] if terms["knowledge_date"] else []
    return closing.date_of(max(days, default=None))


def themes(found):
    names = [theme["name"] for record in found for theme in record["themes"]]
    return tuple(dict.fromkeys(names))
