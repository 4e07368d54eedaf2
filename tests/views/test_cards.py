"""The picture of a record, and what other sites read in the head of a page."""

import re
from html import unescape

import pytest

from findings.vocabulary import State, Verdict
from tests import factories, histories

pytestmark = pytest.mark.django_db
ADDRESS = "/findings/ICS18-F01.png"


def shared(client, path):
    """{property: content} of what a page says to other sites."""
    html = client.get(path).content.decode()
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', html)
    assert len(found) == len(dict(found))
    return {name: unescape(content) for name, content in found}


def test_a_record_has_a_picture_that_its_page_names(client):
    factories.record(title="A “title” & more", verdict=Verdict.OVERTAKEN)
    response = client.get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response.content.startswith(b"\x89PNG")
    assert shared(client, "/findings/ICS18-F01/") == {
        "og:site_name": "ICS Leadership",
        "og:type": "article",
        "og:url": "http://testserver/findings/ICS18-F01/",
        "og:title": "A “title” & more",
        "og:description": "Summary of ICS18-F01.",
        "og:image": "http://testserver/findings/ICS18-F01.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Finding ICS18-F01: A “title” & more. Overtaken, as of 2 July 2026.",
        "og:locale": "en_GB",
        "twitter:card": "summary_large_image",
    }


def test_the_picture_follows_the_record_and_is_asked_for_again(client):
    record = histories.published()
    first = client.get(ADDRESS)
    assert first["Cache-Control"] == "no-cache"
    again = client.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    factories.record("ICS18-F02", state=State.DRAFT, title="Canary")
    assert client.get(ADDRESS)["ETag"] == first["ETag"]
    histories.change(record, title="Another title")
    changed = client.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_a_draft_has_no_picture(client, state):
    factories.record(state=state)
    assert client.get(ADDRESS).status_code == 404


def test_a_withdrawn_record_has_no_picture_any_more(client):
    histories.withdraw(histories.published(), "It was wrong.")
    response = client.get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (410, "text/html; charset=utf-8")


def test_any_case_and_kind_lead_to_the_picture(client):
    factories.record()
    for address in ("/findings/ics18-f01.png", "/skills/ICS18-F01.png"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, ADDRESS)


def test_a_past_day_shows_the_picture_of_the_site(client):
    factories.record()
    told = shared(client, "/findings/ICS18-F01/?as-at=2018-11-20")
    assert told["og:image"] == "http://testserver/static/img/social.png"


@pytest.mark.parametrize(
    ("path", "title", "description"),
    [
        (
            "/",
            "Lead across organisations, not over them – ICS Leadership",
            "What research from 2018 asks of the leaders of integrated care systems, "
            "and whether it still holds.",
        ),
        (
            "/for/councils/",
            "No things that leaders in councils could do – ICS Leadership",
            "A hook.",
        ),
    ],
)
def test_home_and_audiences_have_words_of_their_own(client, path, title, description):
    factories.audience("councils")
    told = shared(client, path)
    assert (told["og:title"], told["og:description"]) == (title, description)
    assert told["og:url"] == f"http://testserver{path}"
    assert told["og:image"] == "http://testserver/static/img/social.png"
    assert told["og:image:alt"] == "ICS Leadership: lead across organisations, not over them"


def test_other_pages_show_the_picture_of_the_site(client):
    told = shared(client, "/about/")
    assert told["og:image"] == "http://testserver/static/img/social.png"
    assert "og:title" not in told
