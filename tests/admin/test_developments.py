import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from findings.models import Development, Record
from findings.publishing import rechecks
from tests import factories

pytestmark = pytest.mark.django_db


def post(client, **fields):
    return client.post(
        reverse("admin:findings_development_add"),
        {
            "title": "A new Act",
            "slug": "a-new-act",
            "summary": "It says so.",
            "date": "2026-06-01",
            "precision": "day",
            "status": "happened",
            "citations-TOTAL_FORMS": 0,
            "citations-INITIAL_FORMS": 0,
            **fields,
        },
    )


@pytest.fixture
def record():
    return factories.record("ICS18-F01")


@pytest.mark.parametrize("both", [True, False])
def test_saving_asks_which_records_it_bears_on(admin_client, record, both):
    answer = {"bears_on": [record.pk], "bears_on_nothing": "on"} if both else {}
    page = post(admin_client, **answer).content.decode()
    assert "Choose the records it bears on, or tick that there are none." in page
    assert not Development.objects.exists()


def test_the_records_go_to_be_checked_again(admin_client, record):
    response = post(admin_client, bears_on=[record.pk])
    assert next(str(message) for message in get_messages(response.wsgi_request)) == (
        "To be checked again: ICS18-F01."
    )
    assert Record.objects.to_recheck().get() == record


def test_background_puts_nothing_in_question(admin_client, record):
    assert post(admin_client, bears_on_nothing="on").status_code == 302
    assert not Record.objects.to_recheck().exists()


def test_an_editor_decides_by_an_action(admin_client, record):
    event = factories.development()
    event.bears_on.add(record)
    rechecks.ask(event)
    changelist = reverse("admin:findings_finding_changelist")
    assert "ICS18-F01" in admin_client.get(changelist, {"waits": "recheck"}).content.decode()

    admin_client.post(changelist, {"action": "confirm_verdict", "_selected_action": [record.pk]})

    assert not Record.objects.to_recheck().exists()
    assert record.versions.get().line == "Verdict checked again"
