"""What is typed into a search of the admin finds what is stored, whichever signs either has."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
TITLE = "What’s next \N{EN DASH} a “Café” review"


@pytest.mark.parametrize(
    "typed",
    [
        "what's next - a",
        "What’s next — a",
        '"cafe" review',
        "“CAFÉ” what's",
        "next\u00a0– a",
        "don't",
    ],
)
def test_a_list_and_the_search_over_all_find_it(admin_client, typed):
    factories.source(title=TITLE, byline="Don't know")
    factories.source(title="Another")
    found = admin_client.get(reverse("admin:findings_source_changelist"), {"q": typed})
    assert [source.title for source in found.context["cl"].result_list] == [TITLE]
    groups = admin_client.get(reverse("admin:search"), {"q": typed}).context["groups"]
    assert [(group.name, group.count) for group in groups] == [("sources", 1)]


def test_a_choice_finds_it_across_a_relation(admin_client):
    factories.passage(factories.source(title=TITLE), "Section 12–14")
    asked = {"app_label": "findings", "model_name": "citation", "field_name": "passage"}
    sent = {**asked, "term": "what's 12-14"}
    found = admin_client.get(reverse("admin:autocomplete"), sent).json()["results"]
    assert [each["text"] for each in found] == [f"{TITLE}, Section 12–14"]
