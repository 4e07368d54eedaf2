"""The harness itself: a page with one of each fault, so that a green walk means something."""

import pytest

from tests.browser.crawl import Page
from tests.browser.views import view

FAULTY = """<!doctype html><html lang="en"><head><title>Faulty</title></head><body>
<main><h1 style="color: red">Faulty</h1><div><p></div></p>
<img src="/nowhere.png" width="3000" height="10"><img src="https://elsewhere.example/x.png" alt="">
</main></body></html>"""


def test_a_parse_error_is_seen():
    page = Page("/faulty/", 200, {}, FAULTY)
    assert [error.split(": ")[1] for error in page.parse_errors] == ["unexpected-end-tag"]
    assert Page("/sound/", 200, {}, FAULTY.replace("<div><p></div></p>", "")).parse_errors == []


@pytest.mark.browser
def test_each_fault_of_a_page_is_seen(server, chromium):
    policy = server.ask("/").getheader("Content-Security-Policy")

    def answer(route):
        headers = {"Content-Security-Policy": policy, "Set-Cookie": "tracker=1"}
        route.fulfill(body=FAULTY, content_type="text/html", headers=headers)

    with view(chromium, server, 320) as window:
        window.page.route("**/faulty/", answer)
        faults = window.visit(f"{server.url}/faulty/")
    seen = {fault.split(":")[0].split(" (")[0] for fault in faults}
    assert {
        "is 3008 px wide in a window of 320",
        "image-alt",
        "sets the cookie tracker",
        "404",
    } <= seen
    assert any("policy: style-src-attr inline" in fault for fault in faults)
    assert any("policy: img-src https://elsewhere.example" in fault for fault in faults)


@pytest.mark.browser
def test_a_page_that_leaves_the_site_or_moves_is_seen(server, chromium):
    with view(chromium, server) as window:
        window.page.route("https://elsewhere.example/**", lambda route: route.abort())
        window.page.route(
            "**/faulty/",
            lambda route: route.fulfill(
                content_type="text/html",
                body='<h1>Faulty</h1><img src="https://elsewhere.example/x.png">'
                '<div id="late"></div><p>Text</p><script>console.info("hello"); '
                'const grow = () => document.getElementById("late").style.height = "300px"; '
                'new PerformanceObserver(grow).observe({type: "paint", buffered: true})</script>',
            ),
        )
        window.page.goto("/faulty/")
        window.page.wait_for_function("() => shift > 0.01")
        assert [fault for fault in window.layout() if fault.startswith("moves by")]
    assert "left the site: https://elsewhere.example/x.png" in window.faults
    assert "console: hello" in window.faults
