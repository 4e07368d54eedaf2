"""Keys that no row has, in a form and its smaller rows: a message beside the field."""

import pytest
from django.test import Client
from django.urls import reverse

from findings.admin.keys import checked
from findings.publishing import references, versions
from tests import factories
from tests.admin.filling import opened

pytestmark = pytest.mark.django_db
ODD = [str(2**63), "²"]
KEYS = {"id", "passage", "passages", "developments", "audience", "target", "TOTAL_FORMS"}
KEYS |= {"themes", "bears_on", "source", "account_of"}


@pytest.fixture
def client(admin_user):
    client = Client(raise_request_exception=False)
    client.force_login(admin_user)
    return client


def forms():
    record = factories.record("ICS18-F01")
    references.claim("ICS18-F01", record.source, "F")
    record.themes.add(factories.theme())
    passage = factories.passage()
    factories.cite(record, passage)
    record.addressings.create(audience=factories.audience("nhs"))
    versions.keep(record, versions.Note("form"))
    event = factories.development()
    factories.cite(event, passage)
    yield reverse("admin:findings_finding_change", args=[record.pk])
    yield reverse("admin:findings_development_change", args=[event.pk])
    yield reverse("admin:findings_source_change", args=[passage.source.pk])


def test_odd_keys_are_refused_and_never_a_fault(client):
    wrong = []
    for url in forms():
        sent = opened(client, url)
        for name in sent:
            if name.rpartition("-")[2] in KEYS and "__prefix__" not in name:
                statuses = {client.post(url, sent | {name: odd}).status_code for odd in ODD}
                if not statuses <= {200, 302, 400}:
                    wrong.append((url, name, statuses))
    assert wrong == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("12", "12"), ("", ""), ("²", "0"), ("9" * 19, "0"), ("１", "0"), ("-1", "0")],
)
def test_what_can_not_be_a_key_is_one_that_no_row_has(sent, kept):
    assert checked(sent) == kept
