"""The history of a record: every save, any two compared, any one brought back."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from findings.models import Edit, Record
from findings.publishing import erasing, references, versions
from findings.publishing.versions import Note
from findings.vocabulary import State, Via
from tests import factories
from tests.admin.filling import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(admin_client):
    """A published record whose title was changed once."""
    record = factories.record("ICS18-F01")
    references.claim("ICS18-F01", record.source, "F")
    record.addressings.create(audience=factories.audience())
    factories.cite(record, factories.passage())
    versions.keep(record, Note(Via.FIXTURES, line="Loaded"))
    post(
        admin_client,
        url("change", record),
        title="A new title",
        change_line="Says it better",
        _publish="x",
    )
    return record


def url(name, record, *args):
    return reverse(f"admin:findings_{record.kind}_{name}", args=[record.pk, *args])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_every_save_is_listed_with_who_when_how_and_why(admin_client, record):
    page = admin_client.get(url("history", record))
    kept = [(each.line, each.how, each.made_by) for each in page.context["page"]]
    admin = page.wsgi_request.user
    assert kept == [
        ("Says it better", "On its form", admin),
        ("Loaded", "With the texts that the site came with", None),
    ]


def test_it_says_what_readers_see_now_and_offers_no_restoring_of_that(admin_client, record):
    def listed():
        versions = admin_client.get(url("history", record)).context["page"]
        return [(each.number, each.is_seen, each.is_held) for each in versions]

    assert listed() == [(2, True, True), (1, False, False)]
    page = admin_client.get(url("history", record)).content.decode()
    assert page.count("/restore/") == 1
    assert page.count("Readers see this now") == 1
    newest, first = record.versions.order_by("-pk")
    assert f'href="?old={first.pk}&amp;new={newest.pk}"' in page
    # With a pending edit there is something to go back to.
    post(admin_client, url("change", record), title="Not yet seen")
    assert listed() == [(2, True, False), (1, False, False)]


def test_any_two_are_compared_word_by_word(admin_client, record):
    first, second = record.versions.all()
    page = admin_client.get(url("history", record), {"old": second.pk, "new": first.pk})
    assert [each.field for each in page.context["differences"]] == ["Title"]
    pieces = [(each.kind, each.text) for each in page.context["differences"][0].pieces]
    assert ("new", "A") in pieces
    assert ("gone", "Title") in pieces


@pytest.mark.parametrize("old", ["", "x", "-1", "9" * 30, "²", "999999"])
def test_what_is_no_version_is_compared_with_nothing(admin_client, record, old):
    page = admin_client.get(url("history", record), {"old": old, "new": "1"})
    assert page.status_code == 200
    assert "differences" not in page.context


def test_another_records_versions_are_not_shown(admin_client, record):
    other = factories.record("ICS18-F02", title="Somebody else's title")
    theirs = versions.keep(other, Note(Via.FORM))
    mine = record.versions.first()
    page = admin_client.get(url("history", record), {"old": mine.pk, "new": theirs.pk})
    assert "Somebody else" not in page.content.decode()
    assert admin_client.get(url("restore", record, theirs.pk)).status_code == 404


def test_an_old_version_is_brought_back_after_a_look(admin_client, client, record):
    first = record.versions.first()
    asked = admin_client.get(url("restore", record, first.pk))
    assert [each.field for each in asked.context["differences"]] == ["Title"]
    response = admin_client.post(url("restore", record, first.pk), {"_publish": "x"}, follow=True)
    assert said(response) == ["Restored as a new version: ICS18-F01."]
    assert "Title of ICS18-F01" in client.get(record.get_absolute_url()).content.decode()
    assert [version.number for version in record.versions.all()] == [1, 2, 3]


def test_an_old_version_of_what_readers_see_can_wait_as_a_pending_edit(admin_client, record):
    first = record.versions.first()
    response = admin_client.post(url("restore", record, first.pk), follow=True)
    assert said(response) == ["Restored as a pending edit: ICS18-F01."]
    assert Edit.objects.pending().get().row["title"] == "Title of ICS18-F01"
    record.refresh_from_db()
    assert record.title == "A new title"


def test_a_version_that_names_what_is_gone_is_restored_without_it(admin_client, record):
    theme = factories.theme("gone")
    row = {**versions.snapshot(record), "themes": ["gone"]}
    version = record.versions.create(row=row, via=Via.FORM)
    theme.delete()
    record.state = State.DRAFT
    record.save()
    response = admin_client.post(url("restore", record, version.pk), follow=True)
    assert said(response) == ["Restored as a new version: ICS18-F01."]
    assert list(Record.objects.get().themes.all()) == []


def test_a_redacted_version_is_named_and_can_not_be_brought_back(admin_client, record):
    first = record.versions.first()
    erasing.redact(first, "It named a person.")
    page = admin_client.get(url("history", record)).content.decode()
    assert "The text was taken away: It named a person." in page
    assert admin_client.get(url("restore", record, first.pk)).status_code == 404
