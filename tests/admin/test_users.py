"""Accounts in the admin, and two managers at once."""

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
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


def test_the_second_manager_overwrites_nothing_and_is_told(manager, url):
    first, second = opened(manager, url), opened(manager, url)
    reviewers = Group.objects.get(name="reviewer")
    manager.post(url, {**first, "groups": [reviewers.pk]})
    told = manager.post(url, {**second, "first_name": "Jo"})
    assert [str(message) for message in get_messages(told.wsgi_request)][-1] == (
        "Not saved: somebody else changed this account meanwhile. Look, and save again."
    )
    user = User.objects.get(username="author")
    assert (user.first_name, list(user.groups.all())) == ("", [reviewers])
    manager.post(url, {**opened(manager, url), "first_name": "Jo"})
    user.refresh_from_db()
    assert (user.first_name, list(user.groups.all())) == ("Jo", [reviewers])


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
