"""What is said of whether a record holds, on days that the test names."""

import datetime
from types import SimpleNamespace

import pytest

from findings.models import Record
from findings.models.standing import Standing
from findings.vocabulary import Freshness, Unjudged, Verdict
from tests import factories

CHECKED = datetime.date(2026, 7, 2)


def row(verdict=Verdict.OVERTAKEN, checked_on=CHECKED, as_of=None, fresh_for=Freshness.YEAR):
    return SimpleNamespace(
        verdict=verdict,
        as_of=as_of,
        checked_on=checked_on,
        fresh_for=fresh_for,
        reason="A law ended it.",
    )


@pytest.mark.usefixtures("verdicts_age")
@pytest.mark.parametrize(
    ("today", "is_old", "said"),
    [
        ("2026-07-02", False, "Overtaken, as of 2 July 2026"),
        ("2027-07-02", False, "Overtaken, as of 2 July 2026"),
        ("2027-07-03", True, "Overtaken, as of 2 July 2026, may be out of date"),
    ],
)
def test_a_verdict_grows_old_after_a_year(today, is_old, said):
    standing = Standing(row(), datetime.date.fromisoformat(today))
    assert (standing.is_old, standing.sentence) == (is_old, said)


def test_how_long_a_verdict_is_fresh_is_a_setting(settings):
    settings.VERDICT_FRESH_DAYS = 30
    assert not Standing(row(), datetime.date(2026, 8, 1)).is_old
    assert Standing(row(), datetime.date(2026, 8, 2)).is_old


@pytest.mark.usefixtures("verdicts_age")
def test_a_verdict_says_two_days_and_ages_by_the_newest_thing_read():
    judged = row(as_of=CHECKED, checked_on=datetime.date(2026, 11, 28))
    said = "Overtaken, as of 2 July 2026, looked at 28 November 2026"
    assert Standing(judged, datetime.date(2027, 7, 2)).sentence == said
    assert Standing(judged, datetime.date(2027, 7, 3)).sentence == f"{said}, may be out of date"


@pytest.mark.usefixtures("verdicts_age")
def test_a_verdict_that_hangs_on_a_bill_ages_in_90_days():
    judged = row(fresh_for=Freshness.BILL)
    assert not Standing(judged, datetime.date(2026, 9, 30)).is_old
    assert Standing(judged, datetime.date(2026, 10, 1)).is_old


def test_a_doubt_is_said_beside_the_verdict():
    standing = Standing(row(), CHECKED, review_since=datetime.date(2026, 6, 3))
    assert standing.review == "under review since 3 June 2026"
    assert standing.sentence == "Overtaken, as of 2 July 2026; under review since 3 June 2026"


def test_what_was_not_checked_has_no_date_and_never_grows_old():
    standing = Standing(row(Verdict.NOT_CHECKED, None), datetime.date(2040, 1, 1))
    assert (standing.is_old, standing.sentence) == (False, "Not checked")


def test_without_a_verdict_it_stands_as_published():
    standing = Standing(None, CHECKED)
    assert (standing.word, standing.sentence) == (Unjudged.AS_PUBLISHED, "As published")
    assert standing.reason == Unjudged.AS_PUBLISHED.meaning


@pytest.mark.django_db
def test_a_record_seen_on_a_past_day_has_the_verdict_and_the_doubts_of_that_day():
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, Verdict.STANDS, effective_on=datetime.date(2018, 11, 20))
    factories.verdict_on(record, Verdict.OVERTAKEN, effective_on=datetime.date(2022, 7, 1))
    Record._base_manager.update(recheck_since=datetime.date(2026, 6, 3))

    def said(day):
        seen = Record.objects.for_rows().as_at(day and datetime.date.fromisoformat(day)).get()
        return seen.standing_on(CHECKED).sentence

    review = "; under review since 3 June 2026"
    assert [said(day) for day in ("2018-11-19", "2018-11-20", "2022-06-30", "2022-07-01")] == [
        "As published",
        "Stands, as of 2 July 2026",
        "Stands, as of 2 July 2026",
        "Overtaken, as of 2 July 2026",
    ]
    assert said("2026-06-02") == "Overtaken, as of 2 July 2026"
    assert said("2026-06-03") == said(None) == f"Overtaken, as of 2 July 2026{review}"


@pytest.mark.usefixtures("verdicts_age")
@pytest.mark.django_db
def test_records_with_an_old_verdict_are_those_whose_verdict_in_force_is_old():
    old, new = datetime.date(2025, 1, 1), datetime.date(2026, 7, 1)
    for reference, checks in {
        "ICS18-F01": [old],
        "ICS18-F02": [old, new],
        "ICS18-F03": [new, old],
        "ICS18-F04": [],
        "ICS18-F05": [datetime.date(2026, 4, 2)],
    }.items():
        record = factories.record(reference, verdict=None if checks else Verdict.NOT_CHECKED)
        for year, checked in enumerate(checks, start=2020):
            factories.verdict_on(record, effective_on=datetime.date(year, 1, 1), checked_on=checked)
    factories.verdict_on(factories.record("ICS18-F06"), as_of=old)
    bill = {"checked_on": datetime.date(2026, 4, 2), "fresh_for": Freshness.BILL}
    factories.verdict_on(factories.record("ICS18-F07", verdict=None), **bill)
    aged = Record.objects.with_old_verdict(CHECKED).values_list("reference", flat=True)
    assert list(aged) == ["ICS18-F01", "ICS18-F03", "ICS18-F06", "ICS18-F07"]
