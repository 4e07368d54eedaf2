"""A record as data: every value, in order, and nothing that readers may not see."""

import datetime
import json

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from findings.asking.query import Query
from findings.models import Record
from findings.representations import records
from findings.representations.origin import Origin
from findings.vocabulary import Addressed, State, Trail, Verdict
from tests import factories, histories

pytestmark = pytest.mark.django_db

ORIGIN = Origin("https://ics.example", datetime.date(2026, 7, 2))
EDITORS = {"value": "editors", "label": "The editors"}
STANDS = {"value": "stands", "label": "Stands"}


def represented(reference, day=None):
    record = Record.objects.published().for_data(day).get(reference=reference)
    return records.represent(record, ORIGIN)


def found(asked=""):
    query = Query.parse(QueryDict(asked), "/browse/")
    return [each["reference"] for each in records.found(query, ORIGIN)]


def full():
    """A recommendation with one of everything that can hang on a record."""
    article = factories.source(
        "article", title="The article", byline="A magazine", url="https://magazine.example/8"
    )
    paragraph = factories.passage(article, "P8", paraphrase="Goodwill counts.")
    with histories.on("2026-07-03"):
        record = factories.record(
            "ICS18-R02",
            body="Why **we** say it.\n\n- [Read](/about/)",
            action="Ring each partner.",
            measure="Nobody is surprised.",
            first_step="Ring one.",
            who="The chair",
            hours="Two hours",
            pitfall="Nobody answers.",
            case="Leeds did.",
            brief_line="Ring round.",
            speaker="editors",
            speaker_note="After talks",
            trail=Trail.OWN,
        )
        councils = factories.audience("councils", name="Councils")
        named = {"addressed": Addressed.NAMED, "passage": paragraph}
        record.addressings.create(audience=councils, **named)
        record.notes.create(audience=councils, text="Agree who speaks.")
        record.role_readings.create(role="director", reason="They can change a paper.")
        record.themes.add(factories.theme("trust"))
        factories.cite(record, paragraph)
        factories.gap("ICS18-G01").bears_on.add(record)
        finding = factories.record("ICS18-F01")
        record.links.create(relation="rests-on", target=finding)
        law = factories.development("law", title="A law")
        since = factories.development("bill", title="A bill", status="proposed")
        record.developments.add(law, since)
        verdict = record.verdicts.get()
        verdict.developments.add(law)
        factories.cite(verdict, paragraph, relation="supports")
        histories.keep(record, histories.EDITOR)
    return record


ARTICLE = {
    "slug": "article",
    "title": "The article",
    "byline": "A magazine",
    "published": "2018",
    "extent": {"value": "opening", "label": "Only the opening was read"},
    "method": {"value": "unsaid", "label": "Method not recorded"},
    "who": "",
    "how_many": None,
    "gathered": "",
    "published_at": "https://magazine.example/8",
    "url": "https://ics.example/api/v1/sources/article",
    "html_url": "https://ics.example/sources/article/",
}
PASSAGE = {
    "locator": "P8",
    "label": "paragraph 8",
    "paraphrase": "Goodwill counts.",
    "second_hand": "",
    "html_url": "https://ics.example/sources/article/#p8",
    "source": ARTICLE,
}
COUNCILS = {
    "slug": "councils",
    "name": "Councils",
    "url": "https://ics.example/api/v1/audiences/councils",
    "html_url": "https://ics.example/for/councils/",
}
LAW = {
    "slug": "law",
    "title": "A law",
    "when": "1 July 2022",
    "status": {"value": "happened", "label": "Happened"},
    "url": "https://ics.example/api/v1/developments/law",
    "html_url": "https://ics.example/timeline/#law",
}
BILL = {
    **LAW,
    "slug": "bill",
    "title": "A bill",
    "status": {"value": "proposed", "label": "Proposed"},
    "url": "https://ics.example/api/v1/developments/bill",
    "html_url": "https://ics.example/timeline/#bill",
}
FINDING = {
    "reference": "ICS18-F01",
    "kind": {"value": "finding", "label": "Finding"},
    "title": "Title of ICS18-F01",
    "verdict": STANDS,
    "url": "https://ics.example/api/v1/records/ICS18-F01",
    "html_url": "https://ics.example/findings/ICS18-F01/",
}
FULL = {
    "reference": "ICS18-R02",
    "kind": {"value": "recommendation", "label": "Recommendation"},
    "url": "https://ics.example/api/v1/records/ICS18-R02",
    "html_url": "https://ics.example/recommendations/ICS18-R02/",
    "version": {
        "number": 1,
        "date": "2026-07-03",
        "url": "https://ics.example/api/v1/records/ICS18-R02/versions/1",
        "html_url": "https://ics.example/recommendations/ICS18-R02/v1/",
    },
    "as_at": None,
    "title": "Title of ICS18-R02",
    "short_title": "Short ICS18-R02",
    "lead": {"text": "Summary of ICS18-R02.", "audiences": [], "names_them": False, "roles": []},
    "summary": "Summary of ICS18-R02.",
    "brief_line": "Ring round.",
    "body": {
        "text": "Why we say it.\n\nRead",
        "html": (
            "<p>Why <strong>we</strong> say it.</p>\n<ul>\n"
            '<li><a href="https://ics.example/about/">Read</a></li>\n</ul>'
        ),
    },
    "action": {"text": "Ring each partner.", "html": "<p>Ring each partner.</p>"},
    "first_step": {"text": "Ring one.", "html": "<p>Ring one.</p>"},
    "who": {"text": "The chair", "html": "<p>The chair</p>"},
    "hours": {"text": "Two hours", "html": "<p>Two hours</p>"},
    "pitfall": {"text": "Nobody answers.", "html": "<p>Nobody answers.</p>"},
    "measure": {"text": "Nobody is surprised.", "html": "<p>Nobody is surprised.</p>"},
    "case": {"text": "Leeds did.", "html": "<p>Leeds did.</p>"},
    "is_notice": False,
    "speaker": {**EDITORS, "note": "After talks"},
    "trail": {"value": "own", "label": "The editors’ own"},
    "evidence": "Rests on: one work of a kind not recorded.",
    "verdict": {
        **STANDS,
        "reason": "Why we say so.",
        "effective": "2022-07-01",
        "as_of": "2026-07-02",
        "checked": "2026-07-02",
        "is_old": False,
        "sentence": "Stands, as of 2 July 2026",
        "under_review": None,
        "developments": [LAW],
        "citations": [
            {"relation": {"value": "supports", "label": "Supported by"}, "passage": PASSAGE}
        ],
    },
    "earlier_verdicts": [],
    "other_developments": [BILL],
    "themes": [
        {
            "slug": "trust",
            "name": "Trust",
            "url": "https://ics.example/api/v1/themes/trust",
            "html_url": "https://ics.example/themes/trust/",
        }
    ],
    "audiences": [
        {
            **COUNCILS,
            "addressed": {"value": "named", "label": "Names you"},
            "passage": PASSAGE,
        }
    ],
    "roles": [
        {
            "value": "director",
            "label": "Director",
            "reason": "They can change a paper.",
            "speaker": EDITORS,
        }
    ],
    "asks": [{"audience": COUNCILS, "text": "Agree who speaks.", "speaker": EDITORS}],
    "links": [
        {
            "relation": {"value": "rests-on", "label": "Rests on"},
            "record": FINDING,
            "reason": "",
            "speaker": EDITORS,
        }
    ],
    "backlinks": [],
    "citations": [{"relation": {"value": "rests-on", "label": "Rests on"}, "passage": PASSAGE}],
    "gaps": [
        {
            "reference": "ICS18-G01",
            "title": "Title of ICS18-G01",
            "url": "https://ics.example/api/v1/gaps/ICS18-G01",
            "html_url": "https://ics.example/gaps/ICS18-G01/",
        }
    ],
    "report": {
        **ARTICLE,
        "slug": "report-ics18",
        "title": "Report ICS18",
        "byline": "A publisher",
        "published_at": "",
        "url": "https://ics.example/api/v1/sources/report-ics18",
        "html_url": "https://ics.example/sources/report-ics18/",
    },
    "forms": {
        form: f"https://ics.example/recommendations/ICS18-R02.{form}"
        for form in ("docx", "pdf", "json", "ris", "bib", "csl.json")
    },
    "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "knowledge_date": "2026-07-02",
}


def test_a_record_holds_everything_that_its_page_shows_in_one_order():
    full()
    with histories.on("2026-08-01"):
        shown = represented("ICS18-R02")
    assert json.dumps(shown, indent=1) == json.dumps(FULL, indent=1)


def test_the_other_end_of_a_link_is_a_backlink():
    full()
    shown = represented("ICS18-F01")
    assert [(each["relation"]["value"], each["record"]["reference"]) for each in shown["backlinks"]]
    assert shown["backlinks"][0]["record"]["title"] == "Title of ICS18-R02"
    assert (shown["body"], shown["action"], shown["measure"]) == (None, None, None)


def test_a_record_that_was_never_kept_has_no_version_to_cite():
    factories.record("ICS18-F01")
    shown = represented("ICS18-F01")
    assert (shown["version"], list(shown["forms"])) == (None, ["docx", "pdf", "json"])


def test_the_files_of_a_past_day_are_those_of_that_day():
    full()
    forms = represented("ICS18-R02", datetime.date(2018, 11, 20))["forms"]
    assert forms["pdf"] == f"{FULL['forms']['pdf']}?as-at=2018-11-20"
    assert forms["ris"] == FULL["forms"]["ris"]


def test_earlier_verdicts_stand_newest_first_and_a_later_one_not_at_all():
    record = factories.record("ICS18-F01", verdict=None)
    for year, verdict in ((2018, "stands"), (2020, "partly-overtaken"), (2022, "overtaken")):
        factories.verdict_on(record, verdict, effective_on=datetime.date(year, 7, 1))
    factories.verdict_on(record, "stands", effective_on=datetime.date(2999, 1, 1))
    shown = represented("ICS18-F01")
    earlier = [verdict["value"] for verdict in shown["earlier_verdicts"]]
    assert (shown["verdict"]["value"], earlier) == ("overtaken", ["partly-overtaken", "stands"])


@pytest.mark.usefixtures("verdicts_age")
def test_a_verdict_says_whether_it_is_old_and_under_review():
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, checked_on=datetime.date(2024, 1, 1))
    since = datetime.date(2026, 7, 1)
    bill = factories.development("bill", title="A bill", date=since)
    record.recheck_since, record.recheck_because = since, bill
    record.save()
    with histories.on("2026-08-01"):
        verdict = represented("ICS18-F01")["verdict"]
    assert verdict["is_old"] is True
    assert verdict["sentence"] == (
        "Stands, as of 1 January 2024, may be out of date; under review since 1 July 2026"
    )
    assert verdict["under_review"]["since"] == "2026-07-01"
    assert verdict["under_review"]["because"]["slug"] == "bill"


def test_on_a_past_day_it_holds_what_was_so_by_then():
    full()
    shown = represented("ICS18-R02", datetime.date(2018, 11, 20))
    assert shown["as_at"] == "2018-11-20"
    assert shown["html_url"].endswith("/recommendations/ICS18-R02/?as-at=2018-11-20")
    assert shown["verdict"]["value"] == "as-published"
    assert shown["verdict"]["effective"] is None
    assert shown["other_developments"] == []
    assert shown["links"][0]["record"]["verdict"]["value"] == "as-published"


def test_what_readers_can_not_open_is_in_no_record():
    record = factories.record("ICS18-F01")
    gap = factories.gap("ICS18-G01")
    for number, state in enumerate((State.DRAFT, State.IN_REVIEW, State.WITHDRAWN), start=1):
        hidden = factories.record(f"ICS18-S0{number}", state=state, title=f"Canary {state}")
        record.links.create(relation="calls-for", target=hidden)
        away = factories.record(f"ICS18-R0{number}", state=state, title=f"Canary {state}")
        away.links.create(relation="rests-on", target=record)
        gap.bears_on.add(away)
    assert "Canary" not in json.dumps(represented("ICS18-F01"))
    assert found() == ["ICS18-F01"]


def test_a_list_holds_all_that_a_query_finds_in_the_order_of_the_page():
    for number in range(1, 31):
        factories.record(f"ICS18-F{number:02}")
    factories.record("ICS18-S01", verdict=Verdict.OVERTAKEN)
    factories.record("ICS18-F99", state=State.DRAFT)
    everything = [*(f"ICS18-F{number:02}" for number in range(1, 31)), "ICS18-S01"]
    assert found() == everything
    assert found("page=2") == everything
    assert found("verdict=overtaken") == ["ICS18-S01"]
    by_title = Query.parse(QueryDict("sort=title"), "/browse/")
    assert found("sort=title") == [record.reference for record in by_title.results()] + found()[20:]


@pytest.mark.alike
def test_a_list_is_read_in_as_many_queries_however_long_it_is(django_assert_num_queries):
    full()
    with CaptureQueriesContext(connection) as few:
        assert len(found()) == 2
    for number in range(2, 40):
        finding = factories.record(f"ICS18-F{number:02}")
        skill = factories.record(f"ICS18-S{number:02}")
        finding.links.create(relation="calls-for", target=skill)
        finding.themes.add(factories.models.Theme.objects.get())
        factories.cite(finding, factories.passage())
        verdict = factories.verdict_on(finding, effective_on=datetime.date(2023, 1, 1))
        verdict.developments.add(factories.development())
        factories.cite(verdict, factories.passage())
    with django_assert_num_queries(len(few)):
        assert len(found()) == 78
