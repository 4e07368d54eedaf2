"""Pages and files are found by an address that a mail has worn; programs are told what is wrong."""

import pytest
from django.http import QueryDict

from findings.asking.paper import Paper
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    factories.theme("trust", name="Trust")
    factories.audience("housing", name="Housing")
    return factories.record("ICS18-F03", themes=["trust"])


def test_pages_and_files_are_found_by_one_rule(client, shelf):
    for worn, address in (
        ("/findings/ICS18-F03/.", "/findings/ICS18-F03/"),
        ("/ICS18-F03,", "/ICS18-F03"),
        ("/findings/ICS18-F03/V1", "/findings/ICS18-F03/v1/"),
        ("/findings/ICS18-F03/v1.PDF.", "/findings/ICS18-F03/v1.pdf"),
        ("/findings/ICS18-F03.ris)", "/findings/ICS18-F03.ris"),
        ("/For/Housing", "/for/housing/"),
        ("/themes/Trust.CSV", "/themes/trust.csv"),
        ("/gaps.", "/gaps/"),
        ("/sources//", "/sources/"),
        ("/sources/CMM-Article/", "/sources/cmm-article/"),
        ("/Briefs/Housing.pdf", "/briefs/housing.pdf"),
        ("/paper/)?title=A", "/paper/?title=A"),
    ):
        response = client.get(worn)
        assert (response.status_code, response["Location"]) == (301, address)
    for path in ("/findings/ICS18-F03.", "/browse", "/browse.csv", "/paper.pdf", "/law/"):
        response = client.get(f"{path}?as-at=2020-01-01&amp;fbclid=x")
        assert (response.status_code, response["Location"]) == (302, f"{path}?as-at=2020-01-01")


@pytest.mark.parametrize("asked", ["Theme=Trust", "THEME=trust&page=1", "theme[]=trust"])
def test_a_file_asked_for_in_another_spelling_is_sent_on(client, shelf, asked):
    for path in ("/browse.csv", "/findings.json"):
        response = client.get(f"{path}?{asked}")
        assert (response.status_code, response["Location"]) == (302, f"{path}?theme=trust")
    assert client.get(f"/browse.csv?{asked}&colour=red").status_code == 400
    assert client.get(f"/findings.csv?{asked}&kind=skill").status_code == 400


def test_what_a_page_does_not_know_is_said(client, shelf):
    response = client.get("/browse/?colour=red&utm_source=x&audience=housing", follow=True)
    assert response.request["QUERY_STRING"] == "audience=housing&colour=red"
    assert (
        "We don\u2019t know the colour \u201c<bdi>red</bdi>\u201d, so we left it out."
        in response.text
    )


def test_the_api_refuses_what_it_does_not_know(client, shelf):
    assert client.get("/api/v1/records?utm_source=x").status_code == 422
    assert client.get("/api/v1/records?theme=trust.").status_code == 422
    assert client.get("/api/v1/records/ICS18-F03.").status_code == 404


def test_only_what_was_asked_for_is_mended(client, shelf):
    assert client.post("/Browse").status_code == 404
    for path in ("/findings/ICS18-F99/", "/nowhere.", "/preview/A:B/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "asked",
    ["/finding/ICS18-F03/", "/findings/ICS18-F3/", "/findings/ICS18 F03", "/x/ICS18_F03/"],
)
def test_an_address_that_names_one_record_at_its_end_leads_to_it(client, shelf, asked):
    assert client.get(asked, follow=True).redirect_chain[-1] == ("/findings/ICS18-F03/", 301)


@pytest.mark.parametrize("asked", ["/x/ICS18-F98/", "/findings/ICS18-F03-v9/", "/x/ICS18-F03.xyz"])
def test_what_is_not_there_is_not_made_up(client, shelf, asked):
    assert client.get(asked, follow=True).status_code == 404


def test_a_paper_reads_the_names_of_its_parameters_in_any_case():
    asked = QueryDict("record[]=ICS18-F03&Record=ICS18-R02&Title=Winter")
    paper = Paper.parse(asked)
    assert (paper.references, paper.title) == (["ICS18-F03", "ICS18-R02"], "Winter")
