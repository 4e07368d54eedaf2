"""Rows for tests of behaviour: each function makes one row, valid unless told otherwise.

What a test is about is passed by the test. The rest is filled with words that stand out, so
that a text which leaks onto a page is found by name.
"""

import datetime
from itertools import count

from django.utils import timezone

from findings import models
from findings.search import upkeep
from findings.vocabulary import Force, Kind, LinkOutcome, Speaker, State, Trail, Verdict

numbers = count(1)


def source(slug=None, **fields):
    number = next(numbers)
    return models.Source.objects.create(
        slug=slug or f"source-{number}",
        **{
            "title": f"Source {number}",
            "description": f"What source {number} is.",
            "byline": "A publisher",
            "published": "2018",
        }
        | fields,
    )


def report(code="ICS18"):
    """The source to which records belong; the same row each time."""
    found = models.Source.objects.filter(report_code=code).first()
    return found or source(f"report-{code.lower()}", title=f"Report {code}", report_code=code)


def passage(of=None, locator=None, **fields):
    locator = locator or f"Section {next(numbers)}"
    return models.Passage.objects.create(source=of or source(), locator=locator, **fields)


@upkeep.batched()
def record(reference="ICS18-F01", *, state=State.PUBLISHED, verdict=Verdict.STANDS, **fields):
    """A record of the kind that its reference says, with one verdict (or None)."""
    code, _, rest = reference.partition("-")
    defaults = {
        "title": f"Title of {reference}",
        "short_title": f"Short {reference}",
        "summary": f"Summary of {reference}.",
        "kind": next(kind for kind in Kind if kind.letter == rest[0]),
        "source": fields.pop("source", None) or report(code),
        "speaker": Speaker.AUTHORS,
        "trail": Trail.STATED,
        "state": state,
    }
    made = models.Record.objects.create(reference=reference, **defaults | fields)
    if verdict:
        verdict_on(made, verdict)
    return made


def verdict_on(record, verdict=Verdict.STANDS, **fields):
    dated = datetime.date(2022, 7, 1), datetime.date(2026, 7, 2)
    effective, checked = (None, None) if verdict == Verdict.NOT_CHECKED else dated
    defaults = {"effective_on": effective, "checked_on": checked, "reason": "Why we say so."}
    return models.Verdict.objects.create(record=record, verdict=verdict, **defaults | fields)


def gap(reference="ICS18-G01", **fields):
    defaults = {
        "title": f"Title of {reference}",
        "statement": f"Statement of {reference}.",
        "why_it_matters": f"Why {reference} matters.",
        "what_would_close_it": f"What would close {reference}.",
    }
    made_of = fields.pop("source", None) or report(reference.partition("-")[0])
    return models.Gap.objects.create(reference=reference, source=made_of, **defaults | fields)


def development(slug=None, **fields):
    slug = slug or f"development-{next(numbers)}"
    defaults = {
        "title": f"Title of {slug}",
        "summary": f"Summary of {slug}.",
        "date": datetime.date(2022, 7, 1),
    }
    return models.Development.objects.create(slug=slug, **defaults | fields)


def law_line(slug, **fields):
    defaults = {
        "title": f"Title of {slug}",
        "text": f"Text of {slug}.",
        "force": Force.LAW,
        "as_of": datetime.date(2026, 7, 2),
    }
    fields.setdefault("audience", None)
    owner = fields.pop("audience") or audience(f"audience-of-{slug}")
    shown = fields.pop("source", None) or source()
    return models.LawLine.objects.create(
        slug=slug, audience=owner, source=shown, **defaults | fields
    )


def cite(owner, passage, **fields):
    """A citation of `passage` by a record, gap, development or verdict."""
    noun = "record" if isinstance(owner, models.Record) else owner._meta.model_name
    return models.Citation.objects.create(**{noun: owner}, passage=passage, **fields)


def term(slug="icb", **fields):
    defaults = {"name": slug.upper(), "definition": f"Definition of {slug}."}
    return models.Term.objects.create(slug=slug, **defaults | fields)


def theme(slug="governance", **fields):
    defaults = {"name": slug.capitalize(), "description": f"Description of {slug}."}
    return models.Theme.objects.create(slug=slug, **defaults | fields)


def audience(slug="councils", **fields):
    defaults = {"name": slug.capitalize(), "hook": "A hook.", "orientation": "An orientation."}
    return models.Audience.objects.create(slug=slug, **defaults | fields)


def home(**fields):
    defaults = {
        "statement": "A statement.",
        "recommendations_intro": "An introduction.",
        "knowledge_date": datetime.date(2026, 7, 2),
    }
    return models.HomePage.objects.create(**defaults | fields)


def web_address(url="https://example.org/", outcome=LinkOutcome.WORKS, **fields):
    """A visited address that a source leads to."""
    source(url=url)
    now = timezone.now()
    since = now if outcome == LinkOutcome.BROKEN else None
    defaults = {"detail": "It answered.", "visited_at": now, "broken_since": since}
    return models.WebAddress.objects.create(url=url, outcome=outcome, **defaults | fields)
