"""What a list may be asked: what its own filters ask, and nothing else."""

import pytest
from django.contrib import admin
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

LISTS = [
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for model in admin.site._registry
]


@pytest.fixture
def client(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.mark.parametrize("lookup", ["pk__regex", "id__in", "pk__gte", "nonsense"])
def test_no_list_takes_a_lookup_of_a_strangers_making(client, lookup):
    answers = {address: client.get(address, {lookup: "1"}).status_code for address in LISTS}
    assert answers == dict.fromkeys(LISTS, 400)


def test_every_list_takes_what_its_filters_ask(client):
    asked, refused = 0, []
    for address in LISTS:
        answer = client.get(address)
        page = answer.context_data["cl"]
        for spec in page.filter_specs:
            for name in spec.expected_parameters():
                asked += 1
                if not page.model_admin.lookup_allowed(name, "1", answer.wsgi_request):
                    refused.append((address, name))
    assert (asked > 20, refused) == (True, [])


@pytest.mark.parametrize(
    "query", ["title__regex=(a*)*b", "summary__iregex=x", "source__title__contains=a"]
)
def test_a_link_that_an_editor_opens_reaches_no_expression(client, query):
    assert client.get(f"/admin/findings/record/?{query}").status_code == 400


def test_the_days_of_a_list_can_be_asked_for(client):
    address = "/admin/findings/version/?made_at__year=2026&made_at__month=2&via__exact=form"
    assert client.get(address).status_code == 200
