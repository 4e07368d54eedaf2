"""A record as one row of a table: what its representation holds, a text in each column."""

from findings.texts.days import parse
from findings.texts.recommending import LONG_TEXTS
from findings.vocabulary import Addressed, LinkRelation

APART = "; "
YES, NO = "yes", "no"


def label(key):
    return lambda record: record[key]["label"]


def words(key):
    """A longer text without its marks."""
    return lambda record: record[key]["text"] if record[key] else ""


def plain(key):
    return lambda record: record[key] or ""


def in_verdict(key):
    return lambda record: record["verdict"][key] or ""


def in_version(key):
    return lambda record: str(record["version"][key]) if record["version"] else ""


def under_review(record):
    review = record["verdict"]["under_review"]
    return review["since"] if review else ""


def joined(key, spell):
    return lambda record: APART.join(filter(None, map(spell, record[key])))


def addressed(how):
    def names(record):
        audiences = record["audiences"]
        return APART.join(each["name"] for each in audiences if each["addressed"]["value"] == how)

    return names


def roles(record):
    return APART.join(role["label"] for role in record["roles"]) or "All three"


def why_this_role(record):
    return APART.join(f"{role['label']}: {role['reason']}" for role in record["lead"]["roles"])


def spell_citation(citation):
    passage = citation["passage"]
    source = passage["source"]
    work = f"“{source['title']}” ({source['byline']}, {source['published']})"
    hand = f", {passage['second_hand']}" if passage["second_hand"] else ""
    return f"{citation['relation']['label']} {passage['label']} of {work}{hand}"


def spell_link(link):
    why = f" ({link['reason']})" if link["reason"] else ""
    return f"{link['relation']['label']} {link['record']['reference']}{why}"


def spell_found_since(link):
    """What a later finding says of this one, from its own side; "" of any other link."""
    if not LinkRelation(link["relation"]["value"]).is_comparison:
        return ""
    reference = link["record"]["reference"]
    return f"{reference} {link['relation']['label'].lower()} it ({link['reason']})"


COLUMNS = {
    "reference": plain("reference"),
    "kind": label("kind"),
    "title": plain("title"),
    "what leads": lambda record: record["lead"]["text"],
    "why this role": why_this_role,
    "summary": plain("summary"),
    "verdict": label("verdict"),
    "verdict reason": in_verdict("reason"),
    "in effect since": in_verdict("effective"),
    "as of": in_verdict("as_of"),
    "date checked": in_verdict("checked"),
    "may be out of date": lambda record: YES if record["verdict"]["is_old"] else NO,
    "under review since": under_review,
    "as at": plain("as_at"),
    "trail": label("trail"),
    "evidence": plain("evidence"),
    "speaker": label("speaker"),
    "name or note": lambda record: record["speaker"]["note"],
    "audiences named": addressed(Addressed.NAMED),
    "audiences addressed as all": addressed(Addressed.ALL),
    "roles": roles,
    "themes": joined("themes", lambda theme: theme["name"]),
    "line for briefs": plain("brief_line"),
    "text": words("body"),
    **{each.heading.lower(): words(each.name) for each in LONG_TEXTS},
    "a notice": lambda record: YES if record["is_notice"] else NO,
    "what it asks": joined("asks", lambda ask: f"{ask['audience']['name']}: {ask['text']}"),
    "links": joined("links", spell_link),
    "found since": joined("backlinks", spell_found_since),
    "sources": joined("citations", spell_citation),
    "gaps": joined("gaps", lambda gap: gap["reference"]),
    "report": lambda record: record["report"]["title"],
    "version": in_version("number"),
    "version date": in_version("date"),
    "address": plain("html_url"),
    "licence": lambda record: record["licence"]["name"],
    "knowledge date": plain("knowledge_date"),
}
# What stands as a real day, and as a number, where a form of file has them.
DAYS = {
    *("in effect since", "as of", "date checked", "under review since", "as at"),
    *("version date", "knowledge date"),
}
NUMBERS = {"version"}


def row(record):
    """{column: text} of the representation of a record."""
    return {name: tell(record) for name, tell in COLUMNS.items()}


def cells(record):
    """The same row for a form of file that knows days and numbers."""
    return [typed(name, text) for name, text in row(record).items()]


def typed(name, text):
    if text and name in DAYS:
        return parse(text)
    return int(text) if text and name in NUMBERS else text
