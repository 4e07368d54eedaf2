"""Accounts in the admin, and two managers at once."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from tests.admin.filling import opened
from tests.groups import editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    client.force_login(editor("manager"))
    return client


@pytest.fixture
def url():
    return reverse("admin:auth_user_change", args=[editor("author").pk])


def test_two_managers_who_change_different_things_both_have_them(manager, url):
    first, second = opened(manager, url), opened(manager, url)
    reviewers = Group.objects.get(name="reviewer")
    manager.post(url, {**first, "groups": [reviewers.pk], "is_active": ""})
    manager.post(url, {**second, "first_name": "Jo"})
    user = User.objects.get(username="author")
    assert (user.first_name, list(user.groups.all())) == ("Jo", [reviewers])


def test_what_the_second_manager_typed_stays_where_both_changed_the_same(manager, url):
    first, second = opened(manager, url), opened(manager, url)
    manager.post(url, {**first, "first_name": "Ann", "last_name": "Lee"})
    told = manager.post(url, {**second, "first_name": "Jo", "email": "jo@example.org"})
    form = told.context["adminform"].form
    assert told.status_code == 200
    [error] = form.errors.pop("first_name")
    assert error.startswith("Not saved: somebody else made this “Ann” meanwhile.")
    assert form.errors == {}
    assert (form["first_name"].value(), form["email"].value()) == ("Jo", "jo@example.org")
    user = User.objects.get(username="author")
    assert (user.first_name, user.last_name, user.email) == ("Ann", "Lee", "")
    manager.post(url, dict(form.data.lists()) | {"_base": told.context["base"]})
    user.refresh_from_db()
    assert (user.first_name, user.last_name, user.email) == ("Jo", "Lee", "jo@example.org")


def test_a_clash_over_a_switch_is_told_in_words(manager, url):
    first = opened(manager, url)
    manager.post(url, {name: value for name, value in first.items() if name != "is_active"})
    told = manager.post(url, {**first, "_base": "tampered"})
    [error] = told.context["adminform"].form.errors["is_active"]
    assert error.startswith("Not saved: somebody else switched this off meanwhile.")
    assert not User.objects.get(username="author").is_active


def test_a_group_that_is_none_is_refused(manager, url):
    told = manager.post(url, {**opened(manager, url), "groups": ["9" * 40, "x"]})
    assert "groups" in told.context["adminform"].form.errors
    assert User.objects.get(username="author").groups.count() == 1


@pytest.mark.parametrize("base", ["", "tampered"])
def test_a_form_without_its_base_changes_nothing(manager, url, base):
    manager.post(url, {**opened(manager, url), "_base": base, "first_name": "Jo"})
    assert User.objects.get(username="author").first_name == ""


def test_an_account_that_logs_in_meanwhile_does_not_stand_in_the_way(manager, url, client):
    sent = opened(manager, url)
    user = User.objects.get(username="author")
    user.last_login = user.date_joined
    user.save()
    manager.post(url, {**sent, "first_name": "Jo"})
    assert User.objects.get(username="author").first_name == "Jo"
