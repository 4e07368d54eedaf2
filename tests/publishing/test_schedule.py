"""Publication at a set time."""

import datetime
import threading

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from findings.models import Record
from findings.publishing import edits, references, schedule, versions
from findings.vocabulary import State
from tests import factories
from tests.groups import editor

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 10, 1, 9, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(minutes=1)


def planned(reference="ICS18-F01", moment=NOW, **fields):
    record = factories.record(reference, state=State.DRAFT, **fields)
    references.claim(reference, record.source, "F")
    audience = factories.models.Audience.objects.first() or factories.audience()
    record.addressings.create(audience=audience)
    factories.cite(record, factories.passage())
    versions.keep(record, versions.Note("form"))
    schedule.plan(record, moment)
    return record


def stored(record):
    return Record.objects.get(pk=record.pk)


def test_what_is_due_is_published_once_with_who_planned_it(admin_user):
    record = planned()
    schedule.plan(record, NOW, admin_user)
    assert schedule.publish_due(NOW).published == ["ICS18-F01"]
    assert schedule.publish_due(NOW).published == []
    version = record.versions.last()
    assert (version.number, version.made_by, version.line) == (
        1,
        admin_user,
        "Published at the time that was set",
    )
    assert (stored(record).state, stored(record).publish_at) == ("published", None)


def test_what_is_not_due_yet_stays_where_it_is():
    record = planned(moment=LATER)
    assert schedule.publish_due(NOW).published == []
    assert stored(record).state == State.DRAFT
    schedule.plan(record, None)
    assert schedule.publish_due(LATER).published == []


def test_a_pending_edit_is_published_when_it_is_due():
    record = planned()
    edits.publish(record, versions.Note("form"))
    row = edits.working_row(record)
    edits.save(record, row, {**row, "title": "At nine"}, versions.Note("form", line="At nine"))
    schedule.plan(record, NOW)
    schedule.publish_due(NOW)
    assert (stored(record).title, record.versions.last().line) == ("At nine", "At nine")


def test_one_that_is_refused_says_why_and_stops_nothing(capsys):
    broken, sound = planned(summary=""), planned("ICS18-F02")
    report = schedule.publish_due(NOW)
    assert report.published == ["ICS18-F02"]
    assert report.refused == {"ICS18-F01": ["summary is missing."]}
    assert stored(broken).publish_fault == "summary is missing."
    assert (stored(broken).state, stored(broken).publish_at) == ("draft", None)
    assert stored(sound).state == State.PUBLISHED


def test_the_command_says_what_it_did(capsys):
    planned(moment=timezone.now())
    planned("ICS18-F02", moment=timezone.now(), summary="")
    call_command("publish_due")
    said = capsys.readouterr()
    assert said.out == "Published ICS18-F01.\n"
    assert said.err == "Not published: ICS18-F02: summary is missing.\n"


def test_two_nodes_publish_each_record_once(transactional_db):
    records = [planned(f"ICS18-F{number:02}") for number in range(1, 21)]
    start, reports = threading.Barrier(2), []

    def node():
        try:
            start.wait()
            reports.append(schedule.publish_due(NOW))
        finally:
            connection.close()

    threads = [threading.Thread(target=node) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    published = sorted(reference for report in reports for reference in report.published)
    assert published == [record.reference for record in records]
    assert {record.versions.count() for record in records} == {2}


def act(client, record, **answers):
    return client.post(
        reverse("admin:findings_finding_changelist"),
        {"action": "publish_later", "_selected_action": [record.pk], "answered": "yes", **answers},
        follow=True,
    )


@pytest.mark.parametrize(
    ("day", "hour", "fault"),
    [
        ("2027-03-28", "01:30", "it may be ambiguous or it may not exist"),
        ("2027-10-31", "01:30", "it may be ambiguous or it may not exist"),
        ("2020-01-01", "09:00", "That is past."),
        ("", "", "This field is required."),
        ("x", "9", "Enter a valid date."),
    ],
)
def test_a_time_that_is_none_is_said_beside_the_field(client, day, hour, fault):
    record = planned(moment=None)
    client.force_login(editor("reviewer"))
    page = act(client, record, moment_0=day, moment_1=hour).content.decode()
    assert fault in page.replace("’", "'")
    assert stored(record).publish_at is None


def test_a_time_in_summer_is_british_summer_time(client):
    record = planned(moment=None)
    client.force_login(editor("reviewer"))
    page = act(client, record, moment_0="2099-07-01", moment_1="09:00").content.decode()
    assert "To be published on 1 July 2099, 09:00: ICS18-F01." in page
    assert stored(record).publish_at == datetime.datetime(2099, 7, 1, 8, tzinfo=datetime.UTC)
