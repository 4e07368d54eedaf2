"""What became of a printed paper, against a plain account of what readers saw."""

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings

from findings.models import Record
from findings.reading.aged import aged, corrected
from tests.histories import change, on, published, withdraw
from tests.reading.test_changes import OPERATIONS, day, has_changed, live

pytestmark = pytest.mark.django_db


def since(printed, today, *references):
    records = Record.objects.filter(reference__in=references).prefetch_related("verdicts")
    with on(today):
        return aged(list(records), printed, today)


def changed(found):
    return sorted(change.record.reference for change in found.changes)


def test_the_headline_counts_what_changed_of_what_stands_on_the_paper():
    with on(day(0)):
        first, second, _ = (published(f"ICS18-F0{number}") for number in (1, 2, 3))
        other = published("ICS18-F09")
    with on(day(2)):
        change(first, title="Another", summary="Other words.")
        withdraw(second)
        change(other, title="Not on this paper")
    three = ("ICS18-F01", "ICS18-F02", "ICS18-F03")
    found = since(day(1), day(9), *three)
    assert found.headline == "Printed 2 January 2026: 2 of 3 records have changed since"
    assert changed(found) == ["ICS18-F01", "ICS18-F02"]
    lines = {each.record.reference: corrected(each) for each in found.changes}
    assert lines["ICS18-F02"] == ""
    assert lines["ICS18-F01"].startswith("ICS18-F01, version 2: Another. Other words. Stands, ")
    assert since(day(3), day(9), *three).headline == (
        "Printed 4 January 2026: nothing has changed since in its 3 records"
    )
    one = since(day(1), day(9), "ICS18-F01").headline
    assert one == "Printed 2 January 2026: it has changed since"


def test_what_came_out_on_the_day_of_printing_is_what_the_paper_says():
    with on(day(1)):
        record = published(title="One")
    assert changed(since(day(1), day(9), "ICS18-F01")) == []
    # It can't have stood on a paper of the day before.
    assert changed(since(day(0), day(9), "ICS18-F01")) == ["ICS18-F01"]
    with on(day(1)):
        change(record, title="Two")
    (found,) = since(day(1), day(9), "ICS18-F01").changes
    assert (found.old.number, found.new.number) == (1, 2)


@override_settings(VERDICT_FRESH_DAYS=365)
def test_what_grew_old_or_came_under_review_is_told_though_nobody_wrote():
    with on(day(0)):
        published()  # its verdict is as of 2 July 2026
    assert since(day(200), day(300), "ICS18-F01").doubts == []
    (old,) = since(day(200), day(600), "ICS18-F01").doubts
    assert old.text == "Its verdict, as of 2 July 2026, may be out of date by now."
    assert since(day(590), day(600), "ICS18-F01").doubts == []
    Record._base_manager.update(recheck_since=day(5))
    found = since(day(1), day(9), "ICS18-F01")
    assert [doubt.text for doubt in found.doubts] == ["Under review since 6 January 2026."]
    assert found.headline == "Printed 2 January 2026: it has changed since"
    assert since(day(6), day(9), "ICS18-F01").doubts == []


@pytest.mark.alike
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(OPERATIONS)
def test_what_changed_since_a_printed_day_is_exact(operations):
    with transaction.atomic():
        accounts = live(operations)
        last = len(operations)
        for printed in range(1, last + 1):
            found = since(day(printed), day(last), "ICS18-F01", "ICS18-F02")
            assert changed(found) == [
                record.reference
                for record, account in accounts
                if has_changed(account, printed - 1, last)
            ]
        # Both came out on the first day: that is what a paper of that day says.
        found = since(day(0), day(last), "ICS18-F01", "ICS18-F02")
        assert changed(found) == [
            record.reference for record, account in accounts if has_changed(account, 0, last)
        ]
        transaction.set_rollback(True)
