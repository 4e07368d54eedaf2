"""Previews: the very page that readers will get, for those who may see it, and nobody else."""

import re

import pytest
from django.core import signing
from django.urls import reverse

from findings.models import Edit, Record
from findings.publishing import edits, references, versions
from findings.search import upkeep
from findings.views import preview
from findings.vocabulary import State
from tests import factories
from tests.admin.filling import opened, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    record = factories.record("ICS18-F01", title="A title in a draft", state=State.DRAFT)
    references.claim("ICS18-F01", record.source, "F")
    record.addressings.create(audience=factories.audience())
    factories.cite(record, factories.passage())
    versions.keep(record, versions.Note("form"))
    return record


def url(name, record):
    return reverse(f"admin:findings_{record.kind}_{name}", args=[record.pk])


def link(record):
    return reverse("preview", args=[preview.token_of(record)])


def main_of(response):
    """The words between header and footer, but for the addresses and what only a preview says."""
    text = response.content.decode()
    text = text[text.index("<main") : text.index("</main>")]
    bar = r'<div class="wrap">\s*<div class="note preview".*?</div>\s*</div>'
    # A record that isn't published can't go into a paper.
    for shown in (bar, r'<p class="acts .*?</p>'):
        text = re.sub(shown, "", text, flags=re.DOTALL)
    return re.sub(r'(action|href)="[^"]*"', "", text).split()


def test_a_preview_is_the_page_that_readers_will_get(admin_client, client, draft):
    before = admin_client.get(url("preview", draft))
    assert "Preview</strong> of a record that readers don’t see: it is draft." in (
        before.content.decode()
    )
    edits.publish(draft, versions.Note("form", line="Preview"))
    after = client.get(draft.get_absolute_url())
    assert main_of(before) == main_of(after)


def test_a_preview_changes_nothing(admin_client, draft):
    admin_client.get(url("preview", draft))
    assert Record.objects.get().state == State.DRAFT
    assert (versions.out_of_step(), upkeep.out_of_step()) == ([], [])
    assert draft.versions.count() == 1


def test_what_is_typed_is_previewed_without_being_saved(admin_client, draft):
    page = post(admin_client, url("change", draft), title="Only typed", _preview="x")
    assert "Only typed" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert Record.objects.get().title == "A title in a draft"


def test_a_pending_edit_is_previewed(admin_client, client, draft):
    edits.publish(draft, versions.Note("form"))
    post(admin_client, url("change", draft), title="Not yet")
    page = admin_client.get(url("preview", draft)).content.decode()
    assert "Not yet" in page
    assert "a change that readers don’t see yet" in page
    assert "Not yet" not in client.get(draft.get_absolute_url()).content.decode()


def test_only_editors_open_the_preview_of_the_admin(client, draft):
    response = client.get(url("preview", draft))
    assert response.status_code == 302
    assert (
        "A title in a draft" not in client.get(url("preview", draft), follow=True).content.decode()
    )


def test_a_link_shows_the_draft_to_somebody_without_an_account(admin_client, client, draft):
    page = admin_client.get(url("preview_link", draft)).content.decode()
    assert "http://testserver/preview/" in page
    response = client.get(link(draft))
    assert "A title in a draft" in response.content.decode()
    assert "for 7 days" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_a_link_is_only_read(client, draft):
    assert client.post(link(draft)).status_code == 405
    assert client.head(link(draft)).status_code == 200


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: "x" + t, lambda t: "a:b:c"])
def test_a_link_that_was_tampered_with_is_not_found(client, draft, change):
    assert client.get(reverse("preview", args=[change(preview.token_of(draft))])).status_code == 404


def test_a_token_for_something_else_is_not_found(client, draft):
    other = signing.dumps(draft.pk, salt="another")
    assert client.get(reverse("preview", args=[other])).status_code == 404


def test_a_link_is_over_after_a_week(client, draft, monkeypatch):
    address = link(draft)
    monkeypatch.setattr(preview, "DAYS", -1)
    response = client.get(address)
    assert response.status_code == 410
    assert "A title in a draft" not in response.content.decode()


def test_a_link_is_over_when_everything_is_published(admin_client, client, draft):
    address = link(draft)
    edits.publish(draft, versions.Note("form"))
    assert client.get(address).status_code == 410
    assert "nothing to preview" in admin_client.get(url("preview_link", draft)).content.decode()
    post(admin_client, url("change", draft), title="Later")
    assert "Later" in client.get(address).content.decode()
    Edit.objects.all().delete()
    assert client.get(address).status_code == 410


def test_a_link_to_what_was_deleted_is_over(client, draft):
    address = link(draft)
    draft.delete()
    assert client.get(address).status_code == 410


def test_a_form_that_is_previewed_still_opens(admin_client, draft):
    assert opened(admin_client, url("change", draft))["title"] == "A title in a draft"
