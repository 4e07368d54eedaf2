"""Advice on the form of a record, and what is overruled."""

import pytest
from django.urls import reverse

from findings.models import Overruling
from findings.vocabulary import State
from tests import factories
from tests.admin.filling import post

pytestmark = pytest.mark.django_db
SENTENCE = "Nobody is named who acts: say who."


@pytest.fixture
def record():
    return factories.record("ICS18-R01", action="It gets done.", state=State.DRAFT)


def url(name, record):
    return reverse(f"admin:findings_recommendation_{name}", args=[record.pk])


def shown(client, record):
    """The sentences of advice beside the form."""
    return [each.sentence for each in client.get(url("change", record)).context["advice"]]


def pressed(client, record):
    given = client.get(url("advice", record)).context["given"]
    return next(key for key, piece, _ in given if piece.sentence == SENTENCE)


def test_advice_stands_beside_the_form_and_blocks_nothing(admin_client, record):
    assert SENTENCE in shown(admin_client, record)
    post(admin_client, url("change", record), title="Saved all the same")
    record.refresh_from_db()
    assert record.title == "Saved all the same"


def test_it_is_overruled_with_a_reason_and_comes_back_when_the_text_changes(
    admin_client, admin_user, record
):
    key = pressed(admin_client, record)
    page = admin_client.post(url("advice", record), {"overrule": key, "reason": "It says so."})
    assert page.status_code == 302
    assert SENTENCE not in shown(admin_client, record)
    assert Overruling.objects.get().made_by == admin_user
    assert "It says so." in admin_client.get(url("advice", record)).content.decode()
    post(admin_client, url("change", record), action="It gets done soon.")
    assert SENTENCE in shown(admin_client, record)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_without_a_reason_it_stands(admin_client, record, reason):
    key = pressed(admin_client, record)
    page = admin_client.post(url("advice", record), {"overrule": key, "reason": reason})
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
    assert Overruling.objects.count() == 0


def test_what_is_no_advice_can_not_be_overruled(admin_client, record):
    admin_client.post(url("advice", record), {"overrule": "x", "reason": "Why."})
    assert Overruling.objects.count() == 0


def test_advice_looks_at_the_pending_edit(admin_client, record):
    record.state = State.PUBLISHED
    record.save()
    post(admin_client, url("change", record), action="The chair does it.")
    assert SENTENCE not in shown(admin_client, record)
