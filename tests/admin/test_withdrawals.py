import datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.urls import reverse

from findings.models import Record, Version
from tests import factories
from tests.histories import change, on, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    record = published("ICS18-F01", title="First title")
    change(record, title="Second title")
    return record


def act(client, noun, action, *things, **answers):
    return client.post(
        reverse(f"admin:findings_{noun}_changelist"),
        {"action": action, "_selected_action": [thing.pk for thing in things], **answers},
        follow=True,
    )


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_withdrawing_asks_for_a_reason_and_a_successor(admin_client, record):
    better = published("ICS18-F02", title="A better finding")
    draft = factories.record("ICS18-F03", state="draft")

    page = act(admin_client, "finding", "withdraw", record)

    html = page.content.decode()
    assert page.status_code == 200
    assert Record.objects.get(pk=record.pk).is_published
    assert f'name="_selected_action" value="{record.pk}"' in html
    assert f'<option value="{better.pk}">' in html
    assert f'<option value="{draft.pk}">' not in html

    answers = {"answered": "yes", "why": "The source is gone.", "successor": better.pk}
    with on("2026-07-01"):
        done = act(admin_client, "finding", "withdraw", record, **answers)

    assert said(done) == ["1 record is now withdrawn."]
    withdrawal = Record.objects.get(pk=record.pk).withdrawal
    assert (withdrawal.why, withdrawal.successor.reference, withdrawal.withdrawn_on) == (
        "The source is gone.",
        "ICS18-F02",
        datetime.date(2026, 7, 1),
    )
    assert record.versions.last().line == "The source is gone."


def test_a_withdrawal_without_a_reason_or_to_itself_is_refused(admin_client, record):
    page = act(admin_client, "finding", "withdraw", record, answered="yes", why=" ")
    assert "This field is required." in page.content.decode()
    answers = {"answered": "yes", "why": "Wrong.", "successor": record.pk}
    done = act(admin_client, "finding", "withdraw", record, **answers)
    assert said(done) == ["ICS18-F01: It can't be its own successor."]
    assert Record.objects.get().is_published


def test_a_draft_is_not_withdrawn(admin_client):
    draft = factories.record("ICS18-F03", state="draft")
    done = act(admin_client, "finding", "withdraw", draft, answered="yes", why="Wrong.")
    assert said(done) == ["ICS18-F03: It is draft and can't become withdrawn."]


def test_a_manager_redacts_a_version_and_gives_the_reason(admin_client, record):
    first = record.versions.get(number=1)

    page = act(admin_client, "version", "redact", first)
    assert "The text of these versions is deleted" in page.content.decode()
    first.refresh_from_db()
    assert first.row["title"] == "First title"

    done = act(admin_client, "version", "redact", first, answered="yes", why="Named somebody")
    # A test stands inside a transaction, where no file can be written anew.
    assert said(done) == [
        "Redacted: ICS18-F01 v1.",
        "The files of the database may hold it yet. An operator runs: manage.py scour",
    ]
    first.refresh_from_db()
    assert (first.row, first.redacted_why) == ({"state": "published"}, "Named somebody")


def test_what_readers_see_now_is_not_redacted(admin_client, record):
    second = record.versions.get(number=2)
    done = act(admin_client, "version", "redact", second, answered="yes", why="A reason")
    assert said(done) == [
        "ICS18-F01 v2 is what readers see now. Change or withdraw the record first."
    ]
    second.refresh_from_db()
    assert second.row["title"] == "Second title"


def test_who_may_only_look_can_not_redact(client, record):
    looker = User.objects.create_user("looker", password="x", is_staff=True)
    looker.user_permissions.add(Permission.objects.get(codename="view_version"))
    client.force_login(looker)
    first = record.versions.get(number=1)
    listed = client.get(reverse("admin:findings_version_changelist")).content.decode()
    assert 'value="redact"' not in listed
    act(client, "version", "redact", first, answered="yes", why="A reason")
    assert not Version.objects.get(pk=first.pk).is_redacted

    looker.user_permissions.add(Permission.objects.get(codename="redact_version"))
    act(client, "version", "redact", first, answered="yes", why="A reason")
    assert Version.objects.get(pk=first.pk).is_redacted
