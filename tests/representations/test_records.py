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
from findings.vocabulary import State, Verdict
from tests import factories, histories
from tests.representations.example import FULL, ORIGIN, full

pytestmark = pytest.mark.django_db


def represented(reference, day=None):
    record = Record.objects.published().for_data(day).get(reference=reference)
    return records.represent(record, ORIGIN)


def found(asked=""):
    query = Query.parse(QueryDict(asked), "/browse/")
    return [each["reference"] for each in records.found(query, ORIGIN)]


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
    assert (shown["version"], list(shown["forms"])) == (None, ["docx", "pdf", "json", "md"])


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
