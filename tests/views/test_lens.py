"""An audience and a role change what a list says, in every form of it."""

import json

import pytest

from findings.models import Addressing, AudienceNote, RoleReading
from findings.vocabulary import Addressed, Method, State
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    """Two recommendations that ask something of housing and the NHS, and a finding that names
    housing; a draft that asks of housing too."""
    audiences = [
        factories.audience("nhs", name="NHS"),
        factories.audience("housing", name="Housing", position=1),
    ]
    for reference, state in (
        ("ICS18-R01", State.PUBLISHED),
        ("ICS18-R02", State.PUBLISHED),
        ("ICS18-R03", State.DRAFT),
    ):
        record = factories.record(reference, state=state)
        for audience in audiences:
            text = f"{reference} asks {audience.name}."
            AudienceNote.objects.create(record=record, audience=audience, text=text)
            Addressing.objects.create(record=record, audience=audience)
    RoleReading.objects.create(record=record, role="director", reason="A draft’s reason.")
    second = AudienceNote.objects.get(text="ICS18-R02 asks NHS.").record
    RoleReading.objects.create(record=second, role="director", reason="They lead the items.")
    Addressing.objects.create(
        record=factories.record("ICS18-F01"),
        audience=audiences[1],
        addressed=Addressed.NAMED,
        passage=factories.passage(),
    )


def test_what_a_record_asks_of_the_audience_stands_in_place_of_its_summary(client, shelf):
    page = words(client.get("/browse/?kind=recommendation&audience=housing"))
    assert "ICS18-R01 asks Housing." in page
    assert "asks NHS" not in page
    assert "In short, for all Summary of ICS18-R01." in page
    assert "What each asks of you is the editors’ reading" in page
    both = words(client.get("/browse/?audience=nhs&audience=housing"))
    assert "For NHS: ICS18-R01 asks NHS." in both
    assert "For Housing: ICS18-R01 asks Housing." in both
    nobody = words(client.get("/recommendations/"))
    assert "asks Housing" not in nobody
    assert "In short, for all" not in nobody


def test_what_names_the_audience_stands_first_under_its_own_heading(client, shelf):
    response = client.get("/browse/?audience=housing")
    assert [(heading, len(rows)) for heading, rows in response.context["parts"]] == [
        ("What names you", 1),
        ("Written for everyone", 2),
    ]
    # Where nothing names it, and in another order, there is one list.
    for asked in ("audience=nhs", "audience=housing&sort=title"):
        parts = client.get(f"/browse/?{asked}").context["parts"]
        assert [heading for heading, _ in parts] == [""]


def test_the_count_beside_an_audience_says_both_numbers_and_keeps_them(client, shelf):
    page = words(client.get("/browse/"))
    assert "NHS names you 0, · for all 2" in page
    assert "Housing names you 1, · for all 2" in page
    assert client.get("/browse/?audience=housing&addressed=named").context["count"] == 1
    assert client.get("/browse/?audience=housing&addressed=all").context["count"] == 2
    assert "Housing names you 0, · for all 2" in words(client.get("/browse/?addressed=all"))
    alike = words(client.get("/recommendations/"))
    assert "The same for each: 2 for all." in alike


def test_the_reason_for_the_role_shows(client, shelf):
    page = words(client.get("/browse/?audience=housing&role=director"))
    assert "Why directors: They lead the items." in page
    assert "For every role." in page
    assert (
        "<h1>3 records for directors in housing</h1>"
        in client.get("/browse/?audience=housing&role=director").content.decode()
    )
    assert "Why directors" not in words(client.get("/browse/?role=senior-manager"))


def test_every_file_of_the_list_leads_with_the_same_words(client, shelf):
    asked = "audience=housing&role=director&kind=recommendation"
    data = json.loads(client.get(f"/browse.json?{asked}").content)
    lead = data["results"][1]["lead"]
    assert (lead["text"], lead["names_them"]) == ("ICS18-R02 asks Housing.", False)
    assert [each["slug"] for each in lead["audiences"]] == ["housing"]
    assert [role["reason"] for role in lead["roles"]] == ["They lead the items."]
    csv = client.get(f"/browse.csv?{asked}").content.decode()
    assert "ICS18-R02 asks Housing.,Director: They lead the items.,Summary of ICS18-R02." in csv
    feed = client.get(f"/browse.atom?{asked}").content.decode()
    assert "For Housing: ICS18-R02 asks Housing. Why director: They lead the items." in feed
    plain = json.loads(client.get("/browse.json").content)["results"][1]["lead"]
    assert plain == {
        "text": "Summary of ICS18-R01.",
        "audiences": [],
        "names_them": False,
        "roles": [],
    }


@pytest.mark.parametrize("form", ["", ".json", ".csv", ".atom"])
def test_no_draft_speaks_to_an_audience(client, shelf, form):
    address = f"/browse{form or '/'}?audience=housing&role=director"
    said = client.get(address).content.decode()
    assert "ICS18-R03" not in said
    assert "A draft’s reason" not in said


@pytest.mark.alike
def test_a_lens_costs_the_same_queries_for_many(client, shelf):
    address = "/browse/?audience=housing&role=director"
    few = count_queries(client, address)
    housing = Addressing.objects.first().audience
    for number in range(10, 20):
        record = factories.record(f"ICS18-R{number}")
        Addressing.objects.create(record=record, audience=housing)
        AudienceNote.objects.create(record=record, audience=housing, text="More.")
        RoleReading.objects.create(record=record, role="director", reason="More.")
    assert count_queries(client, address) == few


def test_a_row_says_on_what_it_rests_where_that_is_not_the_norm(client):
    report = factories.source(method=Method.INTERVIEWS, published="2018")
    for number in range(1, 4):
        factories.cite(factories.record(f"ICS18-F0{number}"), factories.passage(report))
    factories.record("ICS18-F04")
    verdict = factories.record("ICS18-F05", trail="own", speaker="editors").verdicts.get()
    for method in (Method.SURVEY, Method.LAW, Method.NEWS):
        factories.cite(verdict, factories.passage(factories.source(method=method)))
    page = words(client.get("/browse/"))
    assert "Unless marked: stated in the source; rests on: study 2018; verdicts as of" in page
    assert page.count("Rests on") == 2
    assert "Rests on: no work named." in page
    assert "Rests on: own reasoning. Since then: one study and 2 other works." in page


def test_a_list_says_its_norm_once_and_a_row_only_what_differs(client):
    for number in range(1, 4):
        factories.record(f"ICS18-F0{number}")
    factories.record("ICS18-F04", trail="inferred")
    page = words(client.get("/browse/"))
    assert "Unless marked: stated in the source; verdicts as of 2 July 2026." in page
    assert page.count("2 July 2026") == 1
    assert page.count("Inferred from the source") == 2  # the row and the filter
