"""What the real server answers to what it has, to what it has not, and to nonsense."""

import json
from itertools import product
from urllib.parse import quote, urlsplit

import pytest

from tests.test_middleware import UNREADABLE


def test_every_page_of_the_sitemap_answers(crawl):
    assert len(crawl.pages) == len(set(crawl.sitemap)) > 60
    assert [page.address for page in crawl.pages if page.status != 200] == []


@pytest.mark.parametrize("text", UNREADABLE)
@pytest.mark.parametrize("target", ["/{}", "/findings/{}/", "/?q={}", "/for/{}/", "/admin/?q={}"])
def test_the_server_refuses_what_cannot_be_read(crawl, target, text):
    answer = crawl.server.ask(target.format(text))
    assert (answer.status, b"<h1" in answer.body) == (400, True)


ODD = ["9" * 30, "9" * 3000, "%F0%9F%92%A9"]
REFERENCES = ["/findings/ICS18-F{}/", "/ICS{}-F01"]


@pytest.mark.parametrize(
    ("target", "text"),
    [
        *product(REFERENCES, ODD),
        # In a reference these are ways to write the number 1 or 2.
        *product(["/{}", "/findings/{}/", "/for/{}/", "/themes/{}/"], [*ODD, "-1", "²"]),
    ],
)
def test_odd_names_are_not_found(crawl, target, text):
    answer = crawl.server.ask(quote(target.format(text), safe="/%"))
    assert (answer.status, b"<h1" in answer.body) == (404, True)


def test_the_server_takes_a_message_to_the_api(crawl):
    message = '{"jsonrpc": "2.0", "id": 1, "method": "ping"}'
    headers = {"Content-Type": "application/json"}
    answer = crawl.server.ask("/api/v1/mcp", "POST", message, **headers)
    assert (answer.status, json.loads(answer.body)) == (
        200,
        {"jsonrpc": "2.0", "id": 1, "result": {}},
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_public_pages_are_read_only(crawl, method):
    def answer(page):
        answer = crawl.server.ask(urlsplit(page.address).path, method)
        seen = (answer.status, answer.getheader("Allow"), b"<h1" in answer.body)
        return seen != (405, "GET, HEAD", True) and seen

    answers = {page.address: answer(page) for page in crawl.shapes()}
    assert {address: found for address, found in answers.items() if found} == {}
