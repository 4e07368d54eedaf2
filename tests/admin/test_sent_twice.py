"""The same form, sent twice, is taken once."""

from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from findings.models import Record, Reference, Theme
from ics_leadership import once
from tests import factories

from .filling import opened

RECORD = "/admin/findings/recommendation/add/"
THEME = "/admin/findings/theme/add/"


@pytest.fixture
def manager(admin_client):
    factories.report()
    return admin_client


def recommendation(client, **changes):
    texts = dict.fromkeys(["title", "short_title", "summary"], "Talk")
    said = {"speaker": "editors", "trail": "own", "themes": [], "note": "Added"}
    return {**opened(client, RECORD), **texts, **said, **changes}


@pytest.mark.django_db
def test_the_same_form_makes_one_record_and_uses_one_reference(manager):
    sent = recommendation(manager)
    first, second = manager.post(RECORD, sent), manager.post(RECORD, sent)
    assert first["Location"] == second["Location"]
    assert [record.reference for record in Record.objects.all()] == ["ICS18-R01"]
    assert Reference.objects.count() == 1
    assert once.TWICE in manager.get(second["Location"], follow=True).text


@pytest.mark.django_db
def test_a_form_opened_anew_makes_another(manager):
    for token in ("a", "b", "a"):
        manager.post(RECORD, recommendation(manager, csrfmiddlewaretoken=token))
    assert Record.objects.count() == 3


@pytest.mark.django_db
def test_a_form_that_was_refused_can_be_sent_again(manager):
    theme = {"name": "Trust", "slug": "trust", "description": "D", "position": "1"}
    factories.theme("trust", name="Faith")
    assert manager.post(THEME, theme).status_code == 200
    Theme.objects.all().delete()
    assert manager.post(THEME, theme).status_code == 302
    assert manager.post(THEME, theme).status_code == 302
    assert Theme.objects.count() == 1


@pytest.mark.django_db
def test_an_action_is_done_once(manager):
    draft = factories.record("ICS18-F01", state="draft")
    sent = {"action": "move_to_in_review", "_selected_action": [draft.pk]}
    before = draft.versions.count()
    said = [manager.post("/admin/findings/finding/", sent, follow=True).text for _ in range(2)]
    assert draft.versions.count() == before + 1
    assert [once.TWICE in text for text in said] == [False, True]


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_make_one(transactional_db):
    factories.report()
    boss = User.objects.create_superuser("boss")
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(boss)
    sent, together, led_to = recommendation(clients[0]), Barrier(2), []

    def send(client):
        together.wait()
        led_to.append(client.post(RECORD, sent)["Location"])
        connection.close()

    threads = [Thread(target=send, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(led_to)) == 1
    assert Record.objects.count() == 1
