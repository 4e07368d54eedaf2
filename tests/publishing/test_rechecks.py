import datetime
import threading

import pytest
from django.db import connection
from django.utils import timezone

from findings.models import Record
from findings.publishing import edits, rechecks
from findings.publishing.states import Refused
from findings.publishing.versions import Note, keep
from findings.vocabulary import Via
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """Bears on a finding on which a recommendation rests; another record stands apart."""
    finding = factories.record("ICS18-F01")
    recommendation = factories.record("ICS18-R01")
    recommendation.links.create(relation="rests-on", target=finding)
    skill = factories.record("ICS18-S01")
    recommendation.links.create(relation="builds", target=skill)
    made = factories.development()
    made.bears_on.add(finding)
    return made


def in_question():
    return [
        (record.reference, record.recheck_since, record.recheck_because)
        for record in Record.objects.to_recheck()
    ]


def test_a_development_puts_in_question_what_it_bears_on_and_what_rests_on_that(event):
    today = timezone.localdate()
    asked = rechecks.ask(event)
    assert [record.reference for record in asked] == ["ICS18-F01", "ICS18-R01"]
    assert in_question() == [("ICS18-F01", today, event), ("ICS18-R01", today, event)]


def test_what_is_in_question_already_keeps_its_day(event):
    first = datetime.date(2026, 1, 1)
    Record._base_manager.filter(reference="ICS18-F01").update(recheck_since=first)
    assert [record.reference for record in rechecks.ask(event)] == ["ICS18-R01"]
    assert in_question()[0] == ("ICS18-F01", first, None)


def test_confirming_the_verdict_dates_it_today_and_makes_a_version(event):
    rechecks.ask(event)
    record = Record.objects.get(reference="ICS18-F01")
    keep(record, Note(Via.FORM))

    version = rechecks.confirm(record, Note(Via.ACTION, line="Checked again"))

    assert version.number == 2
    assert record.verdicts.get().checked_on == timezone.localdate()
    assert [reference for reference, _, _ in in_question()] == ["ICS18-R01"]


def test_confirming_what_was_never_checked_does_not_pretend_that_it_was(event):
    rechecks.ask(event)
    record = Record.objects.get(reference="ICS18-R01")
    record.verdicts.all().delete()
    factories.verdict_on(record, "not-checked")

    rechecks.confirm(record, Note(Via.ACTION))

    assert record.verdicts.get().checked_on is None
    assert [reference for reference, _, _ in in_question()] == ["ICS18-F01"]


@pytest.fixture
def seen():
    """A record, and the version that an editor has before their eyes."""
    record = factories.record("ICS18-F09")
    return record, keep(record, Note(Via.FORM))


def because(text="nothing new came out", editor=None):
    return Note(Via.ACTION, editor, text)


@pytest.mark.alike
def test_looking_again_is_a_version_with_its_reason_and_once(seen):
    record, version = seen

    made = rechecks.look_again(record, version.pk, because())

    assert (made.number, made.line) == (2, "nothing new came out")
    assert record.verdicts.get().as_of == timezone.localdate()
    assert rechecks.look_again(record, version.pk, because()) == made
    assert record.versions.count() == 2


@pytest.mark.alike
def test_the_same_page_sent_at_the_same_time_makes_one_version(transactional_db, seen):
    record, version = seen
    start, made = threading.Barrier(3), []

    def send():
        try:
            start.wait()
            made.append(rechecks.look_again(record, version.pk, because()).number)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (made, record.versions.count()) == ([2, 2, 2], 2)


def test_what_somebody_else_judged_meanwhile_is_not_confirmed(seen):
    record, version = seen
    rechecks.look_again(record, version.pk, because("mine"))
    with pytest.raises(Refused, match="changed its verdicts meanwhile"):
        rechecks.look_again(record, version.pk, because("yours"))


def test_a_change_elsewhere_in_the_record_stands_in_nobodys_way(seen):
    record, version = seen
    record.title = "Another title"
    record.save()
    keep(record, Note(Via.FORM))
    assert rechecks.look_again(record, version.pk, because()).number == 3


def test_looking_twice_in_a_day_keeps_the_second_reason_too(seen):
    record, version = seen
    first = rechecks.look_again(record, version.pk, because("in the morning"))
    second = rechecks.look_again(record, first.pk, because("at night"))
    assert (second.line, second.number) == ("at night", None)


def test_what_can_not_hold_any_longer_is_not_confirmed(seen):
    record, version = seen
    row = edits.working_row(record)
    judged = [{**row["verdicts"][0], "reason": "Judged anew."}]
    edits.save(record, row, {**row, "verdicts": judged}, Note(Via.FORM))
    with pytest.raises(Refused, match="pending edit changes its verdict"):
        rechecks.look_again(record, version.pk, because())
    with pytest.raises(Refused, match="no verdict that could still hold"):
        rechecks.look_again(factories.record("ICS18-F02", verdict="not-checked"), 0, because())
    with pytest.raises(Refused, match="don’t see this record any more"):
        rechecks.look_again(factories.record("ICS18-F03", state="draft"), 0, because())
