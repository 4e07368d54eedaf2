"""The forms: every field explained, grouped, and fitting for what is typed in it."""

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.widgets import AutocompleteMixin
from django.contrib.auth.models import User
from django.db import models
from django.test import RequestFactory
from django.urls import reverse

from findings.admin import grouping
from findings.admin.help_texts import HELP
from findings.models import Record, RoleReading
from findings.publishing import versions
from findings.vocabulary import State
from tests import factories
from tests.admin.filling import opened

pytestmark = pytest.mark.django_db

OURS = [each for each in admin.site._registry.values() if each.model is not User]
# What a form sends besides: the owner of a smaller row, whether the row goes, and what was seen.
NO_FIELDS = {"id", "DELETE", "seen"}


@pytest.fixture
def request_of(admin_user):
    request = RequestFactory().get("/admin/")
    request.user = admin_user
    return request


def forms(model_admin, request):
    """Every form of a noun, with those of its smaller rows: (form class, owner)."""
    if model_admin.has_add_permission(request) or model_admin.has_change_permission(request):
        yield model_admin.get_form(request), ""
    for inline in model_admin.get_inline_instances(request):
        formset = inline.get_formset(request)
        yield formset.form, formset.fk.name


def test_every_field_of_every_form_is_explained(request_of):
    silent = [
        (form.Meta.model.__name__, name)
        for model_admin in OURS
        for form, owner in forms(model_admin, request_of)
        for name, field in form.base_fields.items()
        if name not in {*NO_FIELDS, owner} and not field.help_text
    ]
    assert silent == []


def test_no_explanation_is_of_a_field_that_is_not_there():
    fields = {
        model._meta.model_name: {field.name for field in model._meta.get_fields()}
        for model in Record._meta.apps.get_models()
    }
    assert [
        (noun, name) for noun, texts in HELP.items() for name in texts if name not in fields[noun]
    ] == []


def test_no_field_is_shown_twice_and_every_group_has_a_name(request_of):
    for model_admin in OURS:
        groups = model_admin.get_fieldsets(request_of)
        fields = flatten_fieldsets(groups)
        assert (model_admin, len(fields)) == (model_admin, len(set(fields)))
        if len(groups) > 1:
            assert all(name for name, _ in groups)


def test_every_link_to_a_long_list_is_searched_and_not_chosen_from_a_menu(request_of):
    """A menu of every record, passage or source would be no help, and slow."""
    few = {"Audience", "Theme"}
    menus = [
        (form.Meta.model.__name__, name)
        for model_admin in OURS
        for form, owner in forms(model_admin, request_of)
        for name, field in form.base_fields.items()
        if name != owner
        and isinstance(getattr(field, "queryset", None), models.QuerySet)
        and field.queryset.model.__name__ not in few
        and not isinstance(getattr(field.widget, "widget", field.widget), AutocompleteMixin)
    ]
    # Of reports alone, of which there are few.
    assert sorted(set(menus)) == [
        ("Finding", "source"),
        ("Gap", "source"),
        ("Recommendation", "source"),
        ("Record", "source"),
        ("Skill", "source"),
    ]


def test_every_list_stands_in_a_group_of_the_front_page():
    members = [member for group in grouping.GROUPS.values() for member in group]
    assert sorted(members) == sorted(model._meta.model_name for model in admin.site._registry)
    assert [each for each in admin.site._registry.values() if not each.intro] == []


def test_smaller_rows_stand_in_their_order_and_new_ones_come_last(admin_client):
    record = factories.record("ICS18-F01", state=State.DRAFT)
    for position, role in enumerate(("director", "chief-executive")):
        record.role_readings.create(role=role, reason="Why.", position=position)
    versions.keep(record, versions.Note("form"))
    url = reverse("admin:findings_finding_change", args=[record.pk])
    sent = opened(admin_client, url)
    assert [sent[f"role_readings-{number}-position"] for number in (0, 1)] == [0, 1]
    sent |= {
        "role_readings-TOTAL_FORMS": 3,
        "role_readings-2-role": "senior-manager",
        "role_readings-2-reason": "Last.",
        "role_readings-2-position": "",
    }
    admin_client.post(url, sent)
    assert roles() == ["director", "chief-executive", "senior-manager"]
    again = opened(admin_client, url)
    admin_client.post(url, {**again, "role_readings-0-position": "7"})
    assert roles() == ["chief-executive", "senior-manager", "director"]


def roles():
    return list(RoleReading.objects.order_by("position").values_list("role", flat=True))
