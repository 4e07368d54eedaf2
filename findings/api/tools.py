"""What a program that talks may ask of the site, over the same representations as all else.

Each tool takes named arguments and answers with data. What it can't do it says in a sentence:
a BadParameter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking import strict
from findings.asking.strict import BadParameter
from findings.models import Record
from findings.reading import absence, quotations
from findings.reading.changes import changes_since, with_differences
from findings.representations import answers, changes, mentions, records, versions
from findings.search import references

MOST = 10
IN_SHORT = ("reference", "kind", "title", "lead", "summary", "speaker", "trail", "evidence")
OF_A_VERDICT = ("value", "label", "reason", "as_of", "checked", "is_old", "sentence")
TEXT, NUMBER = {"type": "string"}, {"type": "integer", "minimum": 1}
DAY = {"type": "string", "format": "date"}
TYPES = {"string": str, "integer": int}


@dataclass(frozen=True)
class Tool:
    """`takes` is {argument: its JSON schema}; `needs` names those that must be there."""

    name: str
    title: str
    about: str
    call: Callable
    takes: dict
    needs: tuple = ()

    @property
    def definition(self):
        return {
            "name": self.name,
            "title": self.title,
            "description": self.about,
            "inputSchema": {
                "type": "object",
                "properties": self.takes,
                "required": list(self.needs),
                "additionalProperties": False,
            },
            "annotations": {
                "readOnlyHint": True,
                "idempotentHint": True,
                "openWorldHint": False,
            },
        }

    def answer(self, arguments, origin):
        """What it answers, as data. Raises BadParameter."""
        strict.check_names(arguments, self.takes, ())
        for name in self.needs:
            if name not in arguments:
                raise BadParameter(name, "It is needed.")
        for name, value in arguments.items():
            kind = self.takes[name]["type"]
            if not isinstance(value, TYPES[kind]) or isinstance(value, bool):
                raise BadParameter(name, f"It must be {kind}.")
        return {**self.call(arguments, origin), **origin.terms}


def search(arguments, origin):
    params = QueryDict(mutable=True)
    for name, value in arguments.items():
        params[name.replace("_", "-")] = str(value)
    asked = strict.query(params, reverse("browse"))
    count, start = asked.count, (asked.page - 1) * MOST
    pks = list(asked.in_order()[start : start + MOST])
    found = records.represent_all(pks, origin, asked.as_at.day, asked.lens)
    return {
        **records.asked(asked, count, origin),
        "answers": answers.represent(asked.answers(), origin),
        "count": count,
        "page": asked.page,
        "pages": max(1, ceil(count / MOST)),
        "results": [in_short(record) for record in found],
    }


def in_short(record):
    """A record as a list tells it: what it says, whether it holds, and where to read it."""
    verdict = {key: record["verdict"][key] for key in OF_A_VERDICT}
    short = {key: record[key] for key in IN_SHORT}
    return {**short, "verdict": verdict, "html_url": record["html_url"]}


def get(arguments, origin):
    record = published(arguments["reference"])
    day = QueryDict(mutable=True)
    if "as_at" in arguments:
        day["as-at"] = arguments["as_at"]
    [found] = records.represent_all([record.pk], origin, strict.as_at(day).day)
    return found


def published(text):
    """The published record that the text names, however it is spelt."""
    named = references.named_by(text[: quotations.LONGEST])
    canonical = named[0] if len(named) == 1 else text.strip().upper()
    record, notice = absence.look_up(canonical, Record.objects.for_rows())
    if notice:
        raise BadParameter("reference", f"{notice}. {notice.text}")
    if record is None:
        raise BadParameter(
            "reference", "No record that readers can see bears it. Write it in full."
        )
    return record


def changed(arguments, origin):
    day = strict.day(arguments, "since")
    page = strict.number({"page": str(arguments.get("page", 1))}, "page")
    found = changes_since(day, localdate())
    shown = with_differences(found[(page - 1) * MOST : page * MOST])
    return {
        "since": arguments["since"],
        "count": len(found),
        "page": page,
        "pages": max(1, ceil(len(found) / MOST)),
        "results": [changes.represent(change, origin) for change in shown],
    }


def verify(arguments, origin):
    text, reference = arguments["text"], arguments.get("reference", "")
    if len(text) > quotations.LONGEST:
        raise BadParameter("text", f"It has more than {quotations.LONGEST:,} letters.")
    if not quotations.is_long_enough(text):
        raise BadParameter("text", "It takes four words or more to know a quotation.")
    found = quotations.verify(text, published(reference).reference if reference else "")
    record, version = found.record, found.version
    return {
        "outcome": {"value": found.outcome.value, "label": found.outcome.label},
        "record": record and mentions.record(record, origin),
        "verdict": record and record.standing.sentence,
        "reason": record and record.standing.reason,
        "stands_in": version and versions.listed(version, origin),
        "newest_version": found.newest,
    }


FACETS = ("kind", "audience", "role", "theme", "verdict", "report")
REFERENCE = {**TEXT, "description": "Such as ICS18-R02."}
TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "search_records",
            "Search the records",
            "Findings, leadership skills and recommendations about leading integrated care "
            "systems, best match first, ten at a time, each with whether it still holds. "
            "A value that isn’t known is refused with a list of those that are.",
            search,
            {
                "q": {**TEXT, "description": "Words, or a question."},
                **{name: {**TEXT, "description": f"One {name}."} for name in FACETS},
                "as_at": {**DAY, "description": "The verdicts of a past day."},
                "page": NUMBER,
            },
        ),
        Tool(
            "get_record",
            "Read a record",
            "All that the page of a record shows: its text, who says so and in which paragraph, "
            "whether it holds and why, what it asks of each audience. With as_at as on a past day.",
            get,
            {"reference": REFERENCE, "as_at": {**DAY, "description": "A past day."}},
            ("reference",),
        ),
        Tool(
            "changes_since",
            "What changed since a day",
            "The records that readers find changed since a day, with the words that differ.",
            changed,
            {"since": DAY, "page": NUMBER},
            ("since",),
        ),
        Tool(
            "verify_quotation",
            "Verify a quotation",
            "Whether a record says so: “exact”; “overtaken”, where it says so and no longer "
            "holds; “changed”, where an earlier version said so; “never-said”.",
            verify,
            {
                "text": {**TEXT, "description": "The quotation, four words or more."},
                "reference": REFERENCE,
            },
            ("text",),
        ),
    )
}
