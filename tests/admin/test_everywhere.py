"""One search over all nouns of the admin, as far as each editor may look at them."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from findings.models import Miss, Synonym
from findings.vocabulary import State
from tests import factories
from tests.groups import editor

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

PAGE = reverse("admin:search")


@pytest.fixture
def lanterns():
    """The word in a draft and in each of several nouns."""
    factories.record("ICS18-R01", title="Light lanterns", state=State.DRAFT)
    factories.gap(title="Nobody counts lanterns")
    source = factories.source(title="On lanterns", slug="on-light")
    factories.passage(source, "P1", paraphrase="Lanterns are lit.")
    factories.development(title="Lanterns are banned", slug="ban")
    factories.term("lantern", name="Lantern")
    Synonym.objects.create(slug="light", phrases="lantern\nlamp")
    Miss.objects.create(words="lanterns", days=3, last_on="2026-01-01")


def found(client, words):
    groups = client.get(PAGE, {"q": words}).context["groups"]
    return {group.name: [text for text, _, _ in group.things] for group in groups}


@pytest.mark.parametrize(
    "typed",
    [
        "(ICS18-F03).",
        "ics18 f3",
        "ICS18\u2011F03",
        "ICS18-\u00adF03",
        "F03,",
        "“F3”",
        "#ICS18F03",
        "ICS18-F03/v2",
    ],
)
def test_a_reference_is_read_in_any_dress(admin_client, typed):
    factories.record("ICS18-F03", title="It is found")
    factories.record("ICS18-F30", title="It is not")
    assert found(admin_client, typed) == {"records": ["ICS18-F03 It is found"]}


def test_what_nobody_sees_and_a_dash_of_a_word_processor_are_read_over(admin_client):
    factories.term("co-production", name="Co-production")
    assert found(admin_client, "co\u2011pro\u00adduction ") == {"terms": ["Co-production"]}


def test_every_noun_that_holds_the_words_is_found_and_leads_to_its_form(client, lanterns):
    client.force_login(editor("manager"))
    assert found(client, "lantern") == {
        "records": ["ICS18-R01 Light lanterns"],
        "gaps": ["ICS18-G01 Nobody counts lanterns"],
        "sources": ["On lanterns"],
        "passages": ["On lanterns, P1"],
        "developments": ["Lanterns are banned"],
        "terms": ["Lantern"],
        "synonyms": ["lantern, lamp"],
        "words that found nothing": ["lanterns"],
    }
    page = client.get(PAGE, {"q": "lantern"})
    links = [url for group in page.context["groups"] for _, url, _ in group.things]
    assert {client.get(url).status_code for url in links} == {200}
    assert "Draft" in page.content.decode()


def test_nobody_finds_what_they_may_not_look_at(client, lanterns):
    client.force_login(editor("author"))
    assert "words that found nothing" not in found(client, "lantern")
    client.force_login(User.objects.create_user("new", password="x", is_staff=True))
    assert found(client, "lantern") == {}
    client.logout()
    assert client.get(PAGE, {"q": "lantern"}).status_code == 302


def test_what_is_more_than_a_few_stands_in_its_list_at_the_same_cost(
    client, lanterns, django_assert_num_queries
):
    client.force_login(editor("manager"))
    with django_assert_num_queries(18) as few:
        client.get(PAGE, {"q": "lantern"})
    for number in range(10, 20):
        factories.record(f"ICS18-F{number}", title="More lanterns")
    with django_assert_num_queries(len(few)):
        page = client.get(PAGE, {"q": "lantern"})
    group = page.context["groups"][0]
    assert (group.count, len(group.things)) == (11, 8)
    assert client.get(group.url).context["cl"].result_count == 11


@pytest.mark.parametrize("words", ["", "  ", "x" * 300, "%", "'\"", "a " * 90, "²"])
def test_whatever_is_typed_is_answered(client, words):
    client.force_login(editor("author"))
    page = client.get(PAGE, {"q": words})
    assert (page.status_code, page.context["groups"]) == (200, [])
