import re

import pytest

from findings.models import Link
from findings.views import self_check
from findings.vocabulary import LinkRelation, State
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def build(recommendation, skill, relation=LinkRelation.BUILDS):
    Link.objects.create(record=recommendation, relation=relation, target=skill)


@pytest.fixture
def skills():
    one = factories.record("ICS18-S01", title="Listen", short_title="Listen first")
    factories.record("ICS18-S02", title="Explain")
    factories.record("ICS18-S03", title="Secret skill", state=State.DRAFT)
    build(factories.record("ICS18-R02", title="Ring each partner"), one)
    build(factories.record("ICS18-R01", title="Ask them"), one)
    build(factories.record("ICS18-R09", title="Secret step", state=State.WITHDRAWN), one)
    build(
        factories.record("ICS18-F01", title="Nobody listens"), one, relation=LinkRelation.CALLS_FOR
    )
    return one


def test_each_skill_can_be_marked_and_names_what_builds_it(client, skills):
    response = client.get("/self-check/")
    page, html = words(response), response.content.decode()
    assert (
        "Listen Summary of ICS18-S01. ICS18-S01 Stands "
        "We do this Partly Not yet Recommendations that build it: Ask them (ICS18-R01, stands) "
        "Ring each partner (ICS18-R02, stands) Explain"
    ) in page
    assert "Unless marked: stated in the source; verdicts as of 2 July 2026." in page
    assert "Secret" not in html
    assert "Nobody listens" not in html
    assert re.findall(r'data-skill="([^"]*)" data-name="([^"]*)"', html) == [
        ("ICS18-S01", "Listen first"),
        ("ICS18-S02", "Short ICS18-S02"),
    ]
    assert html.count('type="radio"') == 6


def test_of_many_skills_the_first_are_asked_and_the_list_has_all(client, skills, monkeypatch):
    monkeypatch.setattr(self_check, "MOST", 1)
    response = client.get("/self-check/")
    assert [each.reference for each in response.context["skills"]] == ["ICS18-S01"]
    assert 'href="/skills/"><span>All 2 skills</span>' in response.content.decode()


def test_nothing_on_the_page_can_send_what_is_marked(client, skills):
    main = client.get("/self-check/").content.decode().partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main
    assert "form=" not in main
    assert "formaction" not in main
    assert "Without script, print this page: it is a paper form." in main


@pytest.mark.alike
def test_queries_are_constant(client, skills):
    some = count_queries(client, "/self-check/")
    for number in range(10, 30):
        skill = factories.record(f"ICS18-S{number}")
        build(factories.record(f"ICS18-R{number}"), skill)
    assert count_queries(client, "/self-check/") == some == 19
