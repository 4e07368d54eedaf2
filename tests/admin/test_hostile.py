"""What strangers to the forms send: a clear answer on both databases, and never a 500."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from findings import models
from findings.publishing import edits, references, versions
from tests import factories

pytestmark = pytest.mark.django_db

HUGE = ["9" * 30, "²", "9" * 5000, "-1", "1e9", "x", "", "1,2", "%F0%9F%92%A9"]
BROKEN = ["a%00b", "%FF", "%ED%A0%80"]
# A good answer, "not found", a refusal, or the way back to the list.
CALM = {200, 302, 400, 403, 404}


@pytest.fixture
def record():
    record = factories.record("ICS18-F01")
    references.claim("ICS18-F01", record.source, "F")
    record.themes.add(factories.theme())
    versions.keep(record, versions.Note("form"))
    row = edits.working_row(record)
    edits.save(record, row, {**row, "title": "Pending"}, versions.Note("form"))
    return record


@pytest.fixture
def client(admin_user):
    """An editor's browser, which gets a 500 as anybody would."""
    client = Client(raise_request_exception=False)
    client.force_login(admin_user)
    return client


def lists(exhaustive):
    """(address, its admin) of every list, or of those that differ most."""
    for model, model_admin in admin.site._registry.items():
        if exhaustive or model in (models.Record, models.Development, models.WebAddress):
            stem = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            yield reverse(f"{stem}_changelist"), model_admin


def parameters(model_admin):
    """Every parameter by which a list is narrowed, sorted, searched or turned over."""
    yield from ("q", "p", "o", "all", "e", "_facets", "_to_field", "id__exact", "nonsense")
    for each in model_admin.list_filter:
        name = each[0] if isinstance(each, tuple) else each
        if isinstance(name, str):
            yield from (f"{name}__exact", f"{name}__id__exact", f"{name}__in", f"{name}__isnull")
        else:
            yield name.parameter_name
    if day := model_admin.date_hierarchy:
        yield from (f"{day}__year", f"{day}__month", f"{day}__day", f"{day}__gte")


def test_lists_answer_whatever_they_are_asked(client, record, exhaustive):
    wrong = []
    values = dict.fromkeys(HUGE if exhaustive else HUGE[:2], CALM)
    values |= dict.fromkeys(BROKEN if exhaustive else BROKEN[:1], frozenset({400}))
    for url, model_admin in lists(exhaustive):
        for name in parameters(model_admin):
            for value, expected in values.items():
                asked = f"{url}?{name}={value}"
                status = client.get(asked).status_code
                if status not in expected:
                    wrong.append((asked[:120], status))
    assert wrong == []


def test_a_date_that_is_none_narrows_to_nothing_or_is_refused(client, record):
    url = reverse("admin:findings_version_changelist")
    for year, month, day in (("2026", "13", "1"), ("2026", "2", "31"), ("2026", "0", "0")):
        asked = {"made_at__year": year, "made_at__month": month, "made_at__day": day}
        assert client.get(url, asked).status_code in CALM


def test_addresses_with_a_strange_key_are_not_found(client, record, exhaustive):
    wrong = []
    for model in admin.site._registry if exhaustive else [models.Finding, models.Source]:
        stem = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        for key in ("9" * 30, "9" * 5000, "²", "-1", "x", "1;2"):
            for page in ("change", "history", "delete"):
                url = reverse(f"{stem}_{page}", args=[key])
                status = client.get(url).status_code
                if status not in CALM:
                    wrong.append((url[:90], status))
    assert wrong == []


@pytest.mark.parametrize("key", ["9" * 30, "²", "x"])
@pytest.mark.parametrize("action", ["move_to_published", "withdraw"])
def test_actions_on_what_is_not_there_do_nothing(client, record, action, key):
    url = reverse("admin:findings_finding_changelist")
    sent = {"action": action, "_selected_action": [key], "answered": "yes", "why": "x"}
    assert client.post(url, sent).status_code in CALM
    assert models.Record.objects.get().title == "Title of ICS18-F01"


def autocomplete(client, **changes):
    asked = {
        "app_label": "findings",
        "model_name": "link",
        "field_name": "target",
        "term": "ICS18",
    }
    return client.get(reverse("admin:autocomplete"), asked | changes)


@pytest.mark.parametrize("page", ["9" * 30, "9" * 5000, "0", "-1", "²", "x"])
def test_autocompletion_answers_whatever_page_is_asked(client, record, page):
    assert autocomplete(client).json()["results"][0]["text"].startswith("ICS18-F01")
    assert autocomplete(client, page=page).status_code in CALM


@pytest.mark.parametrize("changes", [{"term": "a\0b"}, {"model_name": "\0"}])
def test_autocompletion_refuses_what_can_not_be_read(client, record, changes):
    assert autocomplete(client, **changes).status_code == 400


@pytest.mark.parametrize("name", ["old", "new", "p"])
def test_the_history_is_compared_with_what_is_there(client, record, name):
    url = reverse("admin:findings_finding_history", args=[record.pk])
    for value in HUGE:
        assert client.get(f"{url}?{name}={value}").status_code == 200
