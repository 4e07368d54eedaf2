"""Three questions, one side: each answer stands in the address, and each thread in the data."""

import pytest

from findings.models import Addressing, AudienceNote, Question
from findings.vocabulary import State, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db

WHOLE = "/start/?audience=housing&role=director&theme=governance"


def action(reference, role="", state=State.PUBLISHED, rests_on=()):
    record = factories.record(reference, state=state)
    record.themes.add(factories.models.Theme.objects.get(slug="governance"))
    for audience in factories.models.Audience.objects.all():
        Addressing.objects.create(record=record, audience=audience)
        text = f"{reference} asks {audience.name}."
        AudienceNote.objects.create(record=record, audience=audience, text=text)
    if role:
        record.role_readings.create(role=role, reason="Why.")
    for finding in rests_on:
        record.links.create(relation="rests-on", target=finding)
    return record


@pytest.fixture
def shelf():
    """Two actions about governance, one of them for directors, that share a finding."""
    housing = factories.audience("housing", name="Housing")
    factories.audience("nhs", name="NHS", position=1)
    factories.theme("governance")
    factories.theme("trust", position=1)
    Question.objects.create(audience=housing, text="Who decides?")
    shared = factories.record("ICS18-F01", brief_line="It holds.")
    old = factories.record("ICS18-F02", verdict=Verdict.OVERTAKEN, brief_line="It held.")
    draft = factories.record("ICS18-F03", state=State.DRAFT, brief_line="Secret.")
    action("ICS18-R01", "chief-executive", rests_on=[shared])
    action("ICS18-R02", "director", rests_on=[shared, old, draft])
    action("ICS18-R03", "director", State.DRAFT, rests_on=[shared])


def test_the_form_is_drawn_from_what_is_published(client, shelf):
    response = client.get("/start/")
    sizes = [len(lines) for lines in response.context["gaps"]]
    # Two sectors to two roles; two roles to one theme and it to two actions, for each sector.
    assert sizes == [4, 4, 4]
    assert [end.record.reference for end in response.context["ends"]] == ["ICS18-R01", "ICS18-R02"]
    html = response.content.decode()
    assert html.count('type="radio"') == 2 + 3 + 2
    assert "ICS18-R03" not in html


def test_three_answers_leave_what_is_ones_own_and_what_to_ask_for(client, shelf):
    response = client.get(WHOLE)
    page, html = words(response), response.content.decode()
    assert "<h1>Governance, for directors in housing: one to do, one to ask for</h1>" in html
    assert "Yours Title of ICS18-R02 ICS18-R02 asks Housing." in page
    assert "Chief executives lead it: ask Title of ICS18-R01 ICS18-R01 asks Housing." in page
    assert "asks NHS" not in page
    assert "Secret" not in page
    assert "Who decides?" in page
    first, _, stops, ends = response.context["gaps"]
    assert len([line for line in first if "cut" not in line.classes]) == 2
    assert [line.classes for line in stops] == ["t aud-housing", "t aud-housing dashed"]
    assert len(ends) == 3
    assert 'href="/start/?audience=nhs&amp;role=director&amp;theme=governance"' in html
    assert 'href="/paper/?record=ICS18-R02&amp;record=ICS18-R01"' in html


def test_what_holds_is_told_apart_with_reasons(client, shelf):
    page = words(client.get(WHOLE))
    assert "Stands You can say this It holds. Why we say so." in page
    assert "Overtaken Only as history It held. Why we say so. Overtaken, as of 2 July 2026" in page


@pytest.mark.parametrize(
    ("asked", "headline"),
    [
        ("audience=nhs", "Leaders in the NHS: two to do"),
        ("role=director", "Directors: one to do, one to ask for"),
        ("theme=trust", "Trust, for leaders: nothing of your own to do"),
        ("audience=nhs&theme=trust&role=director", "nothing of your own to do"),
    ],
)
def test_any_question_may_be_left_open(client, shelf, asked, headline):
    response = client.get(f"/start/?{asked}")
    assert headline in words(response)
    assert "checked" in response.content.decode()


@pytest.mark.parametrize("asked", ["audience=x", "role=%F0%9F%99%82&theme=", "audience[]=<b>"])
def test_what_is_not_known_is_left_out(client, shelf, asked):
    response = client.get(f"/start/?{asked}")
    assert (response.status_code, "<b>" in response.content.decode()[-9:]) == (200, False)
    assert "<h1>Three questions, one side</h1>" in response.content.decode()


@pytest.mark.parametrize("form", ["pdf", "docx", "md"])
def test_the_side_is_one_sheet_to_take_away(client, shelf, form):
    factories.home()
    response = client.get(WHOLE.replace("/start/", f"/start.{form}"))
    assert response.status_code == 200
    assert f"one-side-housing-director-governance.{form}" in response["Content-Disposition"]


@pytest.mark.alike
def test_a_side_needs_the_same_queries_for_many(client, shelf):
    few = count_queries(client, WHOLE), count_queries(client, "/start/")
    for number in range(10, 16):
        finding = factories.record(f"ICS18-F{number}")
        action(f"ICS18-R{number}", "director", rests_on=[finding])
    assert (count_queries(client, WHOLE), count_queries(client, "/start/")) == few


def test_it_answers_before_anything_is_loaded(client):
    assert client.get("/start/").status_code == 200
    assert client.get("/start.pdf").status_code == 200
