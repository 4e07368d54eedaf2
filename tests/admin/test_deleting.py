"""Who may delete what readers never saw, and what goes with it."""

import pytest
from django.urls import reverse

from findings import models
from findings.models.record_queryset import Kept
from findings.publishing import deleting, edits, versions
from findings.vocabulary import Via
from tests import factories
from tests.groups import editor

NOTE = versions.Note(Via.FORM)


def whole(reference, **fields):
    """A record with a version, a verdict, a note, a theme, a citation and a search row."""
    record = factories.record(reference, **fields)
    record.themes.add(factories.theme())
    models.AudienceNote.objects.create(record=record, audience=factories.audience(), text="So.")
    factories.cite(record, factories.passage())
    versions.keep(record, NOTE)
    return record


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("group", ["author", "reviewer", "manager"])
def test_a_draft_is_deleted_whole_and_its_reference_stays_issued(client, group):
    record = whole("ICS18-F01", state="draft")
    models.Reference.objects.create(text="ICS18-F01", code="ICS18", letter="F", number=1)
    client.force_login(editor(group))
    url = reverse("admin:findings_finding_delete", args=[record.pk])
    assert "doesn’t have permission" not in client.get(url).text
    client.post(url, {"post": "yes"})
    kept = [models.Record, models.Version, models.SearchRow, models.Verdict, models.RecordTheme]
    assert [model.objects.count() for model in kept] == [0] * 5
    assert models.Reference.objects.get().text == "ICS18-F01"


@pytest.mark.django_db
def test_what_readers_saw_is_never_deleted(client):
    record = whole("ICS18-F01")
    with pytest.raises(Kept):
        deleting.delete(record)
    client.force_login(editor("manager"))
    url = reverse("admin:findings_finding_delete", args=[record.pk])
    assert client.post(url, {"post": "yes"}).status_code == 403
    assert edits.working_row(record)["title"] == "Title of ICS18-F01"
