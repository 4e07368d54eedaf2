import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from findings import sitemaps
from findings.views import crawlers
from findings.vocabulary import State
from tests import factories
from tests.views.reading import count_queries

pytestmark = pytest.mark.django_db

PAGES = {
    "/start/",
    "/",
    "/for/",
    "/briefs/",
    "/self-check/",
    "/browse/",
    "/map/",
    "/findings/",
    "/skills/",
    "/recommendations/",
    "/themes/",
    "/sources/",
    "/timeline/",
    "/changes/",
    "/coverage/",
    "/law/",
    "/compare/",
    "/glossary/",
    "/gaps/",
    "/about/",
    "/api/",
    "/feeds/",
    "/accessibility/",
    "/privacy/",
    "/contact/",
}


def listed(client):
    """{path: last change or None} of every address in the sitemap."""
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {}
    for url in ElementTree.fromstring(response.content):
        location = url.find(f"{space}loc").text
        assert location.startswith("http://testserver/")
        change = url.find(f"{space}lastmod")
        found[location.removeprefix("http://testserver")] = None if change is None else change.text
    return found


def test_sitemap_lists_every_plain_page_before_anything_is_loaded(client):
    assert listed(client) == dict.fromkeys(PAGES)


def test_sitemap_lists_each_row_and_when_a_record_changed(client):
    factories.record("ICS18-F01")
    factories.record("ICS18-R01")
    factories.gap("ICS18-G01")
    factories.theme("governance")
    factories.audience("councils")
    today = timezone.localdate().isoformat()
    assert listed(client) == dict.fromkeys(PAGES) | {
        "/findings/ICS18-F01/": today,
        "/recommendations/ICS18-R01/": today,
        "/gaps/ICS18-G01/": None,
        "/themes/governance/": None,
        "/for/councils/": None,
        "/briefs/councils/": None,
        "/law/councils/": None,
        "/sources/report-ics18/": None,
    }


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_sitemap_lists_nothing_unpublished(client, state):
    factories.record("ICS18-F07", state=state)
    assert "ICS18-F07" not in client.get("/sitemap.xml").content.decode()


@pytest.mark.alike
def test_sitemap_needs_the_same_queries_for_many(client):
    factories.record("ICS18-F10")
    few = count_queries(client, "/sitemap.xml")
    for number in range(11, 30):
        factories.record(f"ICS18-F{number}")
    assert count_queries(client, "/sitemap.xml") == few


def test_a_sitemap_of_many_addresses_is_an_index_of_files(client, monkeypatch):
    monkeypatch.setattr(crawlers, "MOST_ADDRESSES", 1)
    monkeypatch.setattr(sitemaps.OfThisSite, "limit", 2)
    for number in (1, 2, 3):
        factories.record(f"ICS18-F0{number}")
    factories.record("ICS18-F04", state=State.DRAFT)
    index = client.get("/sitemap.xml").content.decode()
    addresses = re.findall("<loc>http://testserver([^<]+)</loc>", index)
    assert [each for each in addresses if "records" in each] == [
        "/sitemap-records.xml",
        "/sitemap-records.xml?p=2",
    ]
    listed = "".join(client.get(each).content.decode() for each in addresses)
    assert re.findall("/findings/(ICS18-F0.)/<", listed) == ["ICS18-F01", "ICS18-F02", "ICS18-F03"]


def test_robots_names_the_sitemap_and_keeps_out_of_the_admin(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /preview/\n\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )


@pytest.mark.parametrize("page", ["0", "-1", "2", "²", "9" * 5000, "fox"])
def test_sitemap_has_no_page_of_that_number(client, page):
    assert client.get("/sitemap.xml", {"p": page}).status_code == 404


def test_a_browser_learns_how_to_search(client):
    response = client.get("/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    description = ElementTree.fromstring(response.content)
    assert description.tag == f"{space}OpenSearchDescription"
    assert len(description.find(f"{space}ShortName").text) <= 16
    templates = {url.get("type"): url.get("template") for url in description.iter(f"{space}Url")}
    assert templates["text/html"] == "http://testserver/browse/?q={searchTerms}"
    for template in templates.values():
        address = template.removeprefix("http://testserver").replace("{searchTerms}", "trust")
        assert client.get(address).status_code == 200
    image = description.find(f"{space}Image").text
    assert image == "http://testserver/static/img/favicon.svg"
    assert '<link rel="search" href="/opensearch.xml"' in client.get("/about/").content.decode()


def test_a_language_model_learns_what_it_must_not_say(client, content):
    response = client.get("/llms.txt")
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("# ICS Leadership\n\n> What research published in 2018")
    assert "The editors have read nothing later than 2 July 2026." in text
    assert "\n- [Councils](http://testserver/for/councils/): " in text
    assert "\n\n\n" not in text
    links = re.findall(r"\]\(http://testserver(/[^)]*)\)", text)
    assert len(links) == len(set(links)) > 20
    for link in links:
        assert (link, client.get(link).status_code) == (link, 200)


def test_whom_to_tell_of_a_weakness_never_expires(client, settings, monkeypatch):
    day = date(2027, 1, 1)
    monkeypatch.setattr(timezone, "localdate", lambda: day)
    settings.CONTACT_EMAIL = "editors@example.org"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "Contact: mailto:editors@example.org",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: http://testserver/.well-known/security.txt",
    ]
    settings.CONTACT_EMAIL = ""
    assert client.get("/.well-known/security.txt").text.startswith(
        "Contact: http://testserver/contact/\n"
    )
