"""Audiences, roles, themes, sources, developments, gaps, terms and facets as data."""

import datetime

import pytest
from django.http import QueryDict

from findings.asking.query import Query
from findings.models import Audience, Development, Gap, Source, Theme
from findings.representations import (
    audiences,
    developments,
    facets,
    gaps,
    roles,
    sources,
    terms,
    themes,
)
from findings.vocabulary import State
from tests import factories
from tests.representations.example import BILL, COUNCILS, EDITORS, FULL, LAW, ORIGIN, full

pytestmark = pytest.mark.django_db

TERMS = {"licence": FULL["licence"], "knowledge_date": "2026-07-02"}
CITATION = FULL["citations"][0]
PASSAGE = CITATION["passage"]
RECORD = {
    "reference": "ICS18-R02",
    "kind": FULL["kind"],
    "title": FULL["title"],
    "verdict": {"value": "stands", "label": "Stands"},
    "url": FULL["url"],
    "html_url": FULL["html_url"],
}


def hide():
    """A draft on everything that `full` made."""
    draft = factories.record("ICS18-F90", state=State.DRAFT, title="Canary")
    draft.addressings.create(audience=Audience.objects.get())
    draft.themes.add(Theme.objects.get())
    draft.role_readings.create(role="director", reason="Canary")
    factories.cite(draft, factories.models.Passage.objects.get())
    Gap.objects.get().bears_on.add(draft)
    Development.objects.get(slug="law").bears_on.add(draft)


def test_an_audience():
    full()
    hide()
    councils = Audience.objects.get()
    councils.questions.create(text="Who speaks?")
    change = councils.changes.create(text="A law came.")
    change.developments.add(Development.objects.get(slug="law"))
    councils.changes.create(
        text="An article said so.", source=Source.objects.get(slug="article"), position=1
    )
    assert audiences.represent(Audience.objects.for_data().get(), ORIGIN) == {
        **COUNCILS,
        "hook": "A hook.",
        "orientation": "An orientation.",
        "questions": ["Who speaks?"],
        "changes": [
            {"text": "A law came.", "developments": [LAW], "source": None},
            {"text": "An article said so.", "developments": [], "source": PASSAGE["source"]},
        ],
        "counts": {"records": 1, "named": 1, "all": 0},
        **TERMS,
    }


def test_roles():
    full()
    hide()
    directors = roles.represent_all(ORIGIN)[1]
    assert directors == {
        "value": "director",
        "label": "Director",
        "plural": "Directors",
        "speaker": EDITORS,
        "counts": {"records": 2, "named": 1},
        "html_url": "https://ics.example/browse/?role=director",
        **TERMS,
    }
    assert [role["counts"] for role in roles.represent_all(ORIGIN)] == [
        {"records": 1, "named": 0},
        {"records": 2, "named": 1},
        {"records": 1, "named": 0},
    ]


def test_a_theme():
    full()
    hide()
    assert themes.represent(Theme.objects.with_published_counts().get(), ORIGIN) == {
        "slug": "trust",
        "name": "Trust",
        "url": "https://ics.example/api/v1/themes/trust",
        "html_url": "https://ics.example/themes/trust/",
        "description": "Description of trust.",
        "counts": {"records": 1},
        **TERMS,
    }


def test_a_source_says_what_cites_each_passage():
    full()
    hide()
    passage = factories.models.Passage.objects.get()
    factories.cite(Gap.objects.get(), passage, relation="qualifies")
    factories.cite(Development.objects.get(slug="bill"), passage)
    shown = sources.represent(Source.objects.for_page().get(slug="article"), ORIGIN)
    uses = shown["passages"][0].pop("cited_by")
    assert shown == {
        **PASSAGE["source"],
        "description": shown["description"],
        "published_on": None,
        "report_code": None,
        "account_of": None,
        "passages": [{key: PASSAGE[key] for key in PASSAGE if key != "source"}],
        **TERMS,
    }
    told = [(use["noun"], use["relation"]["value"], use["identifier"]) for use in uses]
    assert sorted(told) == [
        ("development", "rests-on", "bill"),
        ("gap", "qualifies", "ICS18-G01"),
        ("record", "rests-on", "ICS18-R02"),
        ("verdict", "supports", "ICS18-R02"),
    ]
    by_noun = {use["noun"]: use for use in uses}
    assert by_noun["verdict"]["title"] == "Title of ICS18-R02"
    assert by_noun["verdict"]["html_url"].endswith("/recommendations/ICS18-R02/#verdict")
    assert by_noun["development"]["html_url"] == BILL["html_url"]


def test_a_development():
    full()
    hide()
    law = Development.objects.for_data().get(slug="law")
    assert developments.represent(law, ORIGIN) == {
        **LAW,
        "summary": "Summary of law.",
        "first_day": "2022-07-01",
        "last_day": "2022-07-01",
        "precision": {"value": "day", "label": "Day"},
        "bears_on": [RECORD],
        "citations": [],
        **TERMS,
    }
    month = factories.development("may", date=datetime.date(2018, 5, 1), precision="month")
    shown = developments.represent(Development.objects.for_data().get(pk=month.pk), ORIGIN)
    assert (shown["when"], shown["first_day"], shown["last_day"]) == (
        "May 2018",
        "2018-05-01",
        "2018-05-31",
    )


def test_a_gap():
    full()
    hide()
    gap = Gap.objects.get()
    gap.developments.add(Development.objects.get(slug="law"))
    factories.cite(gap, factories.models.Passage.objects.get())
    assert gaps.represent(Gap.objects.for_page().get(), ORIGIN) == {
        **FULL["gaps"][0],
        "statement": "Statement of ICS18-G01.",
        "why_it_matters": "Why ICS18-G01 matters.",
        "what_would_close_it": "What would close ICS18-G01.",
        "bears_on": [RECORD],
        "developments": [LAW],
        "citations": [CITATION],
        "report": FULL["report"],
        **TERMS,
    }


def test_a_term():
    term = factories.term("icb", full_name="Integrated care board", also="ICBs\nthe board")
    assert terms.represent(term, ORIGIN) == {
        "slug": "icb",
        "name": "ICB",
        "full_name": "Integrated care board",
        "also": ["ICBs", "the board"],
        "definition": "Definition of icb.",
        "url": "https://ics.example/api/v1/terms/icb",
        "html_url": "https://ics.example/glossary/#icb",
        **TERMS,
    }


def test_facets_count_what_each_choice_gives():
    full()
    hide()
    shown = facets.represent(Query.parse(QueryDict("kind=finding"), "/browse/"))
    assert shown[0] == {
        "facet": "kind",
        "label": "Kind",
        "options": [
            {"value": "finding", "label": "Findings", "count": 1, "chosen": True},
            {"value": "skill", "label": "Skills", "count": 0, "chosen": False},
            {"value": "recommendation", "label": "Recommendations", "count": 1, "chosen": False},
        ],
    }
    assert [facet["facet"] for facet in shown] == [
        *("kind", "audience", "addressed", "role", "theme", "speaker"),
        *("evidence", "trail", "verdict", "source"),
    ]
