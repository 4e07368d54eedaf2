import datetime

import pytest
from django.utils import timezone

from findings.models import Record
from findings.publishing import rechecks
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
