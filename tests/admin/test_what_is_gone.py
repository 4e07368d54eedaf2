"""Pending edits, edits set aside and versions that name what the tables no longer hold."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.editorial import importing
from findings.editorial.bringing import CHANGED
from findings.models import Edit, Theme
from findings.publishing import edits, states, versions
from findings.publishing.nouns import NOUNS
from findings.views.preview import token_of
from findings.vocabulary import Via
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.alike]
NOTE = versions.Note(Via.FORM)
GONE = {
    "themes": ["gone", "governance"],
    "citations": [{"source": "gone", "passage": "P1", "relation": "rests-on"}],
    "links": [{"relation": "calls-for", "record": "ICS18-R99", "reason": ""}],
    "notes": [{"audience": "gone", "text": "Do it."}, {"audience": "councils", "text": "So."}],
    "verdicts": [
        {
            "verdict": "stands",
            "effective": "2022-07-01",
            "checked": "2026-07-02",
            "reason": "Why we say so.",
            "developments": ["gone"],
            "citations": [],
        }
    ],
    "speaker": "nobody",
    "title": "A new title",
}
SAID = [
    "speaker: “nobody” is none of",
    "themes: there is no theme “gone”",
    "citations 1, passage: “gone” has no passage “P1”",
    "links 1, record: there is no record “ICS18-R99”",
    "notes 1, audience: there is no audience “gone”",
    "verdicts 1, developments: there is no development “gone”",
]


@pytest.fixture
def record(db):
    """A published record whose pending edit names what is gone."""
    record = factories.record("ICS18-F01")
    factories.theme("governance"), factories.audience("councils")
    versions.keep(record, NOTE)
    stored = versions.snapshot(record)
    judged = {**stored["verdicts"][0], **GONE["verdicts"][0]}
    row = {**stored, **GONE, "verdicts": [judged]}
    Edit.objects.create(record=record, state="pending", base=stored, row=row)
    return record


def url_of(record, page="change"):
    return reverse(f"admin:findings_finding_{page}", args=[record.pk])


def test_the_form_opens_and_says_what_is_gone(admin_client, record):
    page = admin_client.get(url_of(record))
    told = [str(message) for message in page.context["messages"]]
    assert all(any(said in text for text in told) for said in SAID)
    assert len(told) == len(SAID)
    assert "A new title" in page.text


def test_what_stands_is_kept(record):
    working = edits.working(record)
    assert working.row["themes"] == ["governance"]
    assert working.row["notes"] == [{"audience": "councils", "text": "So."}]
    assert working.row["citations"] == working.row["links"] == []
    assert working.row["speaker"] == "authors"
    assert working.row["verdicts"][0]["developments"] == []


def test_previews_open_too(admin_client, client, record):
    assert "A new title" in admin_client.get(url_of(record, "preview")).text
    assert "A new title" in client.get(reverse("preview", args=[token_of(record)])).text


def test_it_is_not_published_before_somebody_has_looked(record):
    with pytest.raises(states.Refused, match="names what is gone: themes: there is no theme"):
        edits.publish(record, NOTE)


def test_saving_the_form_mends_it(record):
    working = edits.working_row(record)
    edits.save(record, working, {**working, "title": "Mended"}, NOTE)
    assert edits.working(record).gone == []
    assert edits.pending_of(record).row["themes"] == ["governance"]


def test_it_is_dropped_whatever_the_form_holds(admin_client, record):
    admin_client.post(url_of(record), {"_discard": "x", "title": ""})
    assert edits.pending_of(record) is None


def test_what_the_tables_refuse_for_another_reason_opens_too(admin_client, client, record):
    edit = record.edits.get()
    stored = versions.snapshot(record)
    undated = {**stored["verdicts"][0], "effective": None, "checked": None}
    edit.row = {**stored, "verdicts": [undated]}
    edit.save()
    page = admin_client.get(url_of(record))
    assert "This edit can’t be shown" in page.text
    assert admin_client.get(url_of(record, "preview")).status_code == 302
    assert client.get(reverse("preview", args=[token_of(record)])).status_code == 410


@pytest.mark.parametrize(
    "change",
    [
        {"themes": ["gone"]},
        {"verdicts": [{"verdict": "stands", "effective": None, "checked": None}]},
        {"audiences": [{"audience": "councils", "addressed": "named"}]},
        {"links": [{"relation": "calls-for", "record": "ICS18-F02", "reason": ""}] * 2},
        {"roles": [{"role": "director", "reason": "Why."}] * 2},
        {"action": "Do it."},
        {"trail": "own"},
        {"title": ""},
    ],
)
def test_what_the_tables_refuse_is_never_held(change):
    factories.audience("councils"), factories.record("ICS18-F02")
    record = factories.record("ICS18-F01")
    stored = versions.snapshot(record)
    row = {**stored, **{key: filled(stored, key, value) for key, value in change.items()}}
    with pytest.raises(states.Refused):
        edits.save(record, stored, row, NOTE)
    assert not record.edits.exists()
    assert versions.snapshot(record) == stored


def filled(stored, key, value):
    """The smaller rows of a change with the keys that they leave out."""
    model = {"audiences": {"source": None, "passage": None}}
    rest = stored["verdicts"][0] if key == "verdicts" else model.get(key, {})
    return [{**rest, **each} for each in value] if key in ("verdicts", "audiences") else value


def test_an_import_refuses_it_in_the_preview(record):
    record.edits.all().delete()
    noun = next(noun for noun in NOUNS if noun.name == "findings")
    rows = [(2, {"reference": "ICS18-F01", "themes": "governance, relationships"})]
    report = importing.preview(noun, rows)
    message = "there is no theme “governance, relationships”"
    assert report.lines[0].faults == [("themes", message)]
    with pytest.raises(importing.Unsound):
        importing.apply(noun, rows)
    assert not record.edits.exists()


def test_a_version_that_names_what_is_gone_is_brought_back_without_it(admin_client):
    record = factories.record("ICS18-F01", state="draft")
    record.themes.add(factories.theme("short-lived"), factories.theme("governance"))
    old = versions.keep(record, NOTE)
    record.themes.set([])
    versions.keep(record, NOTE)
    Theme.objects.get(slug="short-lived").delete()
    url = reverse("admin:findings_finding_restore", args=[record.pk, old.pk])
    assert "there is no theme “short-lived”" in admin_client.get(url).text
    admin_client.post(url)
    assert [theme.slug for theme in record.themes.all()] == ["governance"]


def test_what_is_set_aside_opens_without_what_is_gone(admin_client, record):
    aside = record.edits.get()
    aside.state = "set-aside"
    aside.save()
    url = reverse("admin:findings_finding_set_aside", args=[record.pk, aside.pk])
    assert "there is no theme “gone”" in admin_client.get(url).text


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_opening_a_form_or_previewing_takes_no_lock(admin_client, record):
    noun = next(noun for noun in NOUNS if noun.name == "findings")
    admin_client.get(url_of(record))
    before = connection.connection.total_changes
    assert "A new title" in admin_client.get(url_of(record)).text
    assert "A new title" in admin_client.get(url_of(record, "preview")).text
    report = importing.preview(noun, [(2, {"reference": "ICS18-F01", "summary": "New."})])
    assert report.count(CHANGED) == 1
    assert connection.connection.total_changes == before
    plain = factories.record("ICS18-F02")
    with CaptureQueriesContext(connection) as asked:
        admin_client.get(url_of(plain))
    assert [each["sql"] for each in asked if each["sql"].startswith(("BEGIN", "SAVEPOINT"))] == []
