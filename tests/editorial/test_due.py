"""Which verdicts are due, in which order, and in which month."""

import datetime

import pytest

from findings.editorial import due
from findings.vocabulary import Freshness, State, Verdict
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.alike, pytest.mark.usefixtures("verdicts_age")]

TODAY = datetime.date(2026, 11, 28)


def judged(reference, read, fresh_for=Freshness.YEAR, **fields):
    record = factories.record(reference, verdict=None, **fields)
    day = datetime.date.fromisoformat(read)
    factories.verdict_on(record, Verdict.STANDS, as_of=day, checked_on=day, fresh_for=fresh_for)
    return record


def names(verdicts):
    return [verdict.record.reference for verdict in verdicts]


@pytest.fixture
def several():
    judged("ICS18-F01", "2026-07-02")
    judged("ICS18-F02", "2026-10-28", Freshness.BILL)
    judged("ICS18-F03", "2025-11-27")
    judged("ICS18-F04", "2026-08-30", Freshness.BILL)
    judged("ICS18-F05", "2026-11-01", Freshness.BILL)
    judged("ICS18-F06", "2026-11-01")
    judged("ICS18-F07", "2020-01-01", Freshness.BILL, state=State.DRAFT)
    factories.record("ICS18-F08", verdict=Verdict.NOT_CHECKED)


def test_what_hangs_on_a_bill_comes_first_then_what_was_read_longest_ago(several):
    assert names(due.this_week(TODAY)) == ["ICS18-F04", "ICS18-F02", "ICS18-F03", "ICS18-F01"]


def test_what_has_not_used_a_third_of_its_time_is_left_alone(several):
    assert names(due.this_week(datetime.date(2026, 11, 30)))[:2] == ["ICS18-F04", "ICS18-F02"]
    assert "ICS18-F05" in names(due.this_week(datetime.date(2026, 12, 1)))


def test_the_calendar_counts_each_month_and_what_is_late(several):
    judged("ICS18-F09", "9999-12-31")
    late, months = due.calendar(TODAY)
    counted = {month.key: (month.count, month.on_bills) for month in months if month.count}
    assert late == 1
    assert counted == {
        "2026-11": (1, 1),
        "2027-01": (2, 2),
        "2027-07": (1, 0),
        "2027-11": (1, 0),
        "9999-12": (1, 0),
    }
    assert [months[0].key, months[11].key] == ["2026-11", "2027-10"]


def test_a_count_is_the_length_of_the_list_behind_it(several):
    late, months = due.calendar(TODAY)
    assert names(due.overdue(TODAY)) == ["ICS18-F03"] * late
    behind = {
        month.key: due.between(TODAY, max(month.first, TODAY), month.last).count()
        for month in months
    }
    assert behind == {month.key: month.count for month in months}


def test_a_later_verdict_takes_the_place_of_the_one_before(several):
    record = judged("ICS18-F09", "2019-01-01")
    day = datetime.date(2026, 11, 20)
    factories.verdict_on(record, Verdict.OVERTAKEN, effective_on=day, checked_on=day)
    assert "ICS18-F09" not in names(due.this_week(TODAY))
