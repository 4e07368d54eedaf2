"""Dropping an edit in the admin: one's own at once, another's with a reason and a notice."""

import pytest
from django.urls import reverse

from findings.models import Edit
from findings.publishing import edits
from findings.publishing.versions import Note
from findings.vocabulary import Via
from tests.groups import editor
from tests.histories import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    return published("ICS18-F01", title="First title")


@pytest.fixture
def ann(record):
    """An author whose edit waits."""
    ann = editor("author", "ann")
    save(record, ann)
    return ann


def save(record, by, title="By Ann"):
    row = edits.working_row(record)
    return edits.save(record, row, {**row, "title": title}, Note(Via.FORM, by, "Mine"))


def url(name, record, *args):
    return reverse(f"admin:findings_finding_{name}", args=[record.pk, *args])


def test_another_s_edit_is_dropped_only_after_saying_why_and_its_author_reads_it(
    client, record, ann
):
    client.force_login(editor("reviewer", "ben"))
    asked = client.post(url("change", record), {"_discard": "x"})
    assert "ann wrote in this edit" in asked.text
    empty = client.post(url("change", record), {"_discard": "x", "answered": "yes", "why": " "})
    assert "This field is required." in empty.text
    assert edits.pending_of(record).row["title"] == "By Ann"

    answers = {"_discard": "x", "answered": "yes", "why": "Said elsewhere."}
    client.post(url("change", record), answers)
    assert edits.pending_of(record) is None
    assert "Yours, and dropped" not in client.get(reverse("admin:index")).text

    client.force_login(ann)
    front = client.get(reverse("admin:index")).text
    assert "Yours, and dropped by somebody else" in front
    assert "Said elsewhere." in front


def test_what_was_dropped_is_restored_from_the_history(client, record, ann):
    client.force_login(ann)
    dropped = client.post(url("change", record), {"_discard": "x"}, follow=True)
    assert "The edit is dropped. You can restore it from the history." in dropped.text
    edit = Edit.objects.get()
    restore = url("restore_edit", record, edit.pk)
    assert f'href="{restore}"' in client.get(url("history", record)).text
    assert "Ann" in client.get(restore).text
    client.post(restore)
    assert edits.pending_of(record).row["title"] == "By Ann"


def test_what_another_set_aside_needs_a_reason_too(client, record, ann):
    row = edits.working_row(record)
    save(record, ann, "By Ann again")
    aside = edits.save(record, row, {**row, "title": "Aside"}, Note(Via.FORM, ann)).edit
    client.force_login(editor("reviewer", "ben"))
    assert "ann wrote" in client.post(url("set_aside", record, aside.pk), {"_drop": "x"}).text
    answers = {"_drop": "x", "answered": "yes", "why": "Settled."}
    client.post(url("set_aside", record, aside.pk), answers)
    aside.refresh_from_db()
    assert (aside.state, aside.why) == ("dropped", "Settled.")
