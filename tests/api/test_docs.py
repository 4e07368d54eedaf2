"""The page about the API, and that what it and the document show is true."""

import re
from html import unescape

import pytest

from findings.api import document
from findings.api.document import ALL
from findings.representations.origin import Origin
from tests import factories, histories
from tests.api.asking import get
from tests.views.reading import words

pytestmark = pytest.mark.django_db


def test_the_page_tells_every_address_shape_and_error(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 77
    histories.published()
    factories.theme("trust")
    response = client.get("/api/")
    page, html = words(response), response.content.decode()
    for operation in ALL:
        assert f"GET {document.address_of(operation)}" in page
    for name in document.SHAPES:
        assert f'id="shape-{name}"' in html
    for told in ("At most 77 requests a minute.", "410", "trust", "verdict.sentence"):
        assert told in page
    assert set(re.findall(r'href="#(shape-\w+)"', html)) <= set(re.findall(r'id="([^"]+)"', html))


def test_the_page_says_when_there_is_no_limit(client):
    assert "You may ask as often as you need." in words(client.get("/api/"))


def test_every_example_on_the_page_answers(client, content):
    html = client.get("/api/").content.decode()
    examples = re.findall(r'href="http://testserver(/api/v1/[^"]+)"><code>GET', html)
    assert len(examples) == len(ALL)
    for example in examples:
        assert (example, client.get(example).status_code) == (example, 200)
    [first] = re.findall(r"curl &#x27;http://testserver([^<]+)&#x27;", html) or re.findall(
        r"curl 'http://testserver([^<]+)'", html
    )
    assert client.get(unescape(first)).status_code == 200


def test_what_can_be_chosen_is_what_there_is(client):
    factories.theme("trust")
    parameters = {
        each["name"]: each["schema"]
        for each in get(client, "/openapi.json")["paths"]["/records"]["get"]["parameters"]
    }
    assert parameters["theme"]["items"]["enum"] == ["trust"]
    assert parameters["verdict"]["items"]["enum"] == [
        *("stands", "partly-overtaken", "overtaken", "unsettled", "not-checked", "as-published"),
    ]
    # Before anything is loaded there is nothing to choose from, and no example.
    assert parameters["audience"]["items"] == {"type": "string"}


def test_the_document_says_what_the_limit_is(settings):
    origin = Origin("https://ics.example")
    settings.API_REQUESTS_PER_MINUTE = 77
    assert "77 times a minute" in document.build(origin)["info"]["description"]
    settings.API_REQUESTS_PER_MINUTE = 0
    assert "There is no limit" in document.build(origin)["info"]["description"]
    assert document.build(origin)["servers"] == [{"url": "https://ics.example/api/v1"}]


def test_the_footer_leads_to_the_page(client):
    assert '<a href="/api/">Data and API</a>' in client.get("/about/").content.decode()
