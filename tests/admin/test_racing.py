"""Two editors who add the same at the same moment: the second gets the form back, and why."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.urls import reverse

from findings.models import Theme
from findings.publishing import saving
from findings.publishing.fields import Fault
from tests import factories
from tests.admin.filling import opened

pytestmark = pytest.mark.django_db

SENT = {"name": "Café culture", "description": "D", "position": "1", "slug": "cafe-2"}


def test_who_comes_second_is_told_beside_the_field(admin_client, monkeypatch):
    factories.theme("cafe", name="Café culture")
    url, rule, looks = reverse("admin:findings_theme_add"), Theme.validate_unique, []

    def look(thing, exclude=None):
        looks.append(thing)
        # As if the other had not been there yet when the form was looked at first.
        return rule(thing, exclude) if len(looks) > 1 else None

    monkeypatch.setattr(Theme, "validate_unique", look)
    sent = {**SENT, "name": "Tea culture", "slug": "cafe"}
    form = admin_client.post(url, sent).context["adminform"].form
    assert form.errors == {"slug": ["There is a theme with this slug already."]}
    assert form["description"].value() == "D"


def test_what_the_form_never_sees_is_a_message(admin_client, monkeypatch):
    def refuse(*_args, **_options):
        raise IntegrityError("CHECK constraint failed: role_is_known")

    monkeypatch.setattr("findings.models.Theme.save", refuse)
    page = admin_client.post(reverse("admin:findings_theme_add"), SENT, follow=True)
    [message] = page.context["messages"]
    assert str(message).startswith("Not saved. Choose one of: ")


def test_a_change_that_is_refused_late_comes_back_as_it_was_typed(admin_client, monkeypatch):
    theme = factories.theme("cafe", name="Café culture")

    def refuse(*_args):
        factories.theme("tea", name="Tea culture")
        raise Fault("name", "is refused")

    monkeypatch.setattr(saving, "save", refuse)
    url = reverse("admin:findings_theme_change", args=[theme.pk])
    form = admin_client.post(url, {**opened(admin_client, url), "name": "Tea culture"})
    form = form.context["adminform"].form
    assert form.errors == {"name": ["There is a theme with this name already: “Tea culture”."]}
    assert form["name"].value() == "Tea culture"


@pytest.mark.parametrize("name", ["anna", "\u0410nna", "Anna\u200b"])
def test_no_two_accounts_are_called_the_same(admin_client, name):
    User.objects.create(username="Anna")
    other = User.objects.create(username="ann.a")
    url = reverse("admin:auth_user_change", args=[other.pk])
    form = admin_client.post(url, {**opened(admin_client, url), "username": name})
    assert list(form.context["adminform"].form.errors) == ["username"]
