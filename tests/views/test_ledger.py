"""A list as a ledger: one line a record."""

import pytest

from findings.asking.parameters import VIEWS
from findings.models import Addressing, RoleReading
from findings.vocabulary import Addressed, Method, Speaker, State, Verdict
from tests import factories
from tests.views.list_pages import links, put_shelf
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def lines(response):
    return [line.record.reference for _, some in response.context["ledger"].parts for line in some]


def test_each_view_leads_to_the_other_and_keeps_the_whole_question(client):
    put_shelf()
    asked = "q=title&audience=housing&sort=title"
    reading = client.get(f"/browse/?{asked}")
    assert links(reading)["Ledger"] == f"/browse/?{asked}&view=ledger"
    ledger = client.get(f"/browse/?{asked}&view=ledger")
    assert links(ledger)["Reading"] == f"/browse/?{asked}"
    assert lines(ledger) == ["ICS18-F01", "ICS18-R01", "ICS18-S01"]
    html = ledger.content.decode()
    assert '<input type="hidden" name="view" value="ledger">' in html
    assert (
        f'<link rel="canonical" href="http://testserver/browse/?{asked.replace("&", "&amp;")}">'
        in html
    )
    # What narrows it, and what takes that away, stay in the ledger; files have no view.
    assert (
        links(ledger)["Words title: remove"] == "/browse/?audience=housing&sort=title&view=ledger"
    )
    assert links(ledger)["CSV, 3 records"] == f"/browse.csv?{asked}"


def test_a_line_says_who_what_it_rests_on_whether_it_holds_and_whom_it_names(client):
    record = factories.record(
        "ICS18-F01", speaker=Speaker.LEADERS, verdict=Verdict.PARTLY_OVERTAKEN
    )
    survey = factories.source(method=Method.SURVEY, published="2019")
    factories.cite(record, factories.passage(survey))
    for slug, name in (("nhs", "NHS"), ("housing", "Housing")):
        audience = factories.audience(slug, name=name)
        named = {"addressed": Addressed.NAMED, "passage": factories.passage()}
        Addressing.objects.create(
            record=record, audience=audience, **(named if slug == "nhs" else {})
        )
    text = words(client.get("/browse/?view=ledger"))
    assert "Verdicts as of 2 July 2026 unless dated" in text
    assert "ICS18-F01 Short ICS18-F01 Leaders Study 2019 Partly" in text
    line = text.partition("Study 2019 Partly")[2].partition("Showing 1 to 1")[0]
    assert "NHS" in line
    assert "Housing" not in line


def test_the_heads_sort_and_the_one_in_force_says_so(client):
    factories.record("ICS18-F01", short_title="b", speaker=Speaker.EDITORS)
    factories.record(
        "ICS18-F02", short_title="C", speaker=Speaker.LEADERS, verdict=Verdict.OVERTAKEN
    )
    factories.record("ICS18-F03", short_title="A", speaker=Speaker.POLICY, verdict=None)
    response = client.get("/browse/?kind=finding&view=ledger")
    assert '<th scope="col" aria-sort="ascending">Ref</th>' in response.content.decode()
    orders = {"Claim": "312", "Who": "231", "Holds?": "123"}
    for head, order in orders.items():
        response = client.get(links(response)[head])
        assert [reference[-1] for reference in lines(response)] == list(order)
    assert links(response)["Ref"] == "/browse/?kind=finding&view=ledger"


def test_what_names_the_audience_stands_first_and_links_keep_who_asks(client):
    put_shelf()
    named = Addressing.objects.get(record__reference="ICS18-R01")
    named.addressed, named.passage = Addressed.NAMED, factories.passage()
    named.save()
    RoleReading.objects.create(record=named.record, role="director", reason="Why.")
    response = client.get("/browse/?audience=housing&role=director&view=ledger")
    assert [heading for heading, _ in response.context["ledger"].parts] == [
        "What names you",
        "Written for everyone",
    ]
    assert lines(response) == ["ICS18-R01", "ICS18-F01", "ICS18-S01"]
    url = links(response)["Short ICS18-R01"]
    assert url == "/recommendations/ICS18-R01/?audience=housing&role=director"


def test_a_page_holds_sixty_published_lines_and_says_its_number(client):
    factories.record("ICS18-F90", short_title="Canary", state=State.DRAFT)
    factories.record("ICS18-F01")
    few = count_queries(client, "/browse/?view=ledger")
    for number in range(2, VIEWS["ledger"] + 3):
        factories.record(f"ICS18-F{number:02}")
    assert count_queries(client, "/browse/?view=ledger") == few
    first = client.get("/browse/?view=ledger")
    assert len(lines(first)) == 60
    assert "Showing 1 to 60 of 62" in words(first)
    last = client.get(links(first)["Next page"])
    assert lines(last) == ["ICS18-F61", "ICS18-F62"]
    assert "Page 2 of 2" in words(last)
    assert links(last)["Reading"] == "/browse/"
    assert "Canary" not in words(first) + words(last)
    assert client.get("/browse/?view=ledger&page=3").status_code == 404


def test_a_view_that_is_not_known_is_left_out_and_said(client):
    put_shelf()
    response = client.get("/browse/?view=tiles")
    assert "We don’t know the view “tiles”, so we left it out." in words(response)
    assert response.context["hits"]
    assert "See all records" in words(client.get("/browse/?q=zzzz&view=ledger"))
    assert client.get("/browse.json?view=ledger&page=2").json()["count"] == 3
    assert client.get("/api/v1/records?view=ledger").status_code == 422
