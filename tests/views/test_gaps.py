import pytest

from findings.vocabulary import State
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def test_gap_list_shows_every_gap_in_order_of_reference(client):
    for number in (2, 10, 1):
        factories.gap(f"ICS18-G{number:02}")
    response = client.get("/gaps/")
    assert [gap.reference for gap in response.context["gaps"]] == [
        "ICS18-G01",
        "ICS18-G02",
        "ICS18-G10",
    ]
    assert 'href="/gaps/ICS18-G10/"' in response.content.decode()
    assert "Statement of ICS18-G02." in words(response)


def test_gap_list_before_anything_is_loaded(client):
    response = client.get("/gaps/")
    assert response.status_code == 200
    assert "No gaps have been written down yet." in words(response)


def test_gap_detail_says_what_is_missing_and_what_follows(client):
    gap = factories.gap("ICS18-G01")
    article = factories.source("cmm-article", title="The article")
    factories.cite(gap, factories.passage(article, "P1"))
    gap.developments.add(factories.development("the-act", title="The Act begins"))
    gap.bears_on.add(factories.record("ICS18-R01", title="A thing to do"))
    response = client.get("/gaps/ICS18-G01/")
    page, html = words(response), response.content.decode()
    assert "Statement of ICS18-G01." in page
    assert "Why ICS18-G01 matters." in page
    assert "What would close ICS18-G01." in page
    assert "Rests on paragraph 1 of" in page
    for link in ("/sources/cmm-article/#p1", "/timeline/#the-act", "/recommendations/ICS18-R01/"):
        assert f'href="{link}"' in html


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_gap_detail_names_nothing_unpublished(client, state):
    gap = factories.gap("ICS18-G01")
    gap.bears_on.add(factories.record("ICS18-R07", title="Secret title", state=state))
    response = client.get("/gaps/ICS18-G01/")
    assert "Secret title" not in words(response)
    assert "ICS18-R07" not in response.content.decode()


def test_gap_detail_offers_to_report_an_error(client):
    factories.gap("ICS18-G01")
    html = client.get("/gaps/ICS18-G01/").content.decode()
    assert 'href="/contact/?record=ICS18-G01"' in html


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/gaps/ics18-g01/", "/gaps/ICS18-G01/"),
        ("/gaps/Ics18-g01/?a=1&b=%C3%A9", "/gaps/ICS18-G01/?a=1&b=%C3%A9"),
        ("/gaps/ICS18-F01/", "/findings/ICS18-F01/"),
        ("/gaps/ICS18-G0001/", "/ICS18-G01"),
    ],
)
def test_gap_detail_redirects_to_the_canonical_address(client, asked, canonical):
    factories.gap("ICS18-G01")
    factories.record("ICS18-F01")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, canonical)


@pytest.mark.parametrize(
    "path",
    ["/gaps/ICS18-G02/", "/gaps/ICS18-F02/", f"/gaps/A1-G{'9' * 900}/"],
)
def test_gap_detail_of_an_unknown_or_unpublished_reference_is_not_found(client, path):
    factories.gap("ICS18-G01")
    factories.record("ICS18-F02", state=State.DRAFT)
    assert client.get(path).status_code == 404


@pytest.mark.alike
def test_gap_detail_needs_the_same_queries_for_many(client):
    gap = factories.gap("ICS18-G01")

    def rest_on_more(number):
        gap.bears_on.add(factories.record(f"ICS18-F{number}"))
        gap.developments.add(factories.development())
        factories.cite(gap, factories.passage())

    rest_on_more(10)
    few = count_queries(client, "/gaps/ICS18-G01/")
    for number in range(11, 20):
        rest_on_more(number)
    assert count_queries(client, "/gaps/ICS18-G01/") == few
