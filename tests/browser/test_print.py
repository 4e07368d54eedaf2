"""Pages on paper: nothing folded away, no furniture, and every address in print."""

import pytest
from playwright.sync_api import expect

from tests.browser.views import view

pytestmark = pytest.mark.browser
RECORD = "/recommendations/ICS18-R02/"


@pytest.fixture
def page(chromium, server):
    with view(chromium, server) as window:
        window.page.emulate_media(media="print")
        yield window.page
        assert window.faults == []


def content_after(page, selector):
    return page.locator(selector).first.evaluate(
        "link => getComputedStyle(link, '::after').content"
    )


@pytest.mark.parametrize("path", ["/", "/for/councils/", RECORD, "/browse/?q=trust", "/timeline/"])
def test_furniture_stays_on_the_screen(page, path):
    page.goto(path)
    for selector in (".nav", ".search", ".crumb", ".toc", ".btn", ".facetbox", ".filters"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    assert page.pdf().startswith(b"%PDF")


def test_what_is_folded_on_a_screen_is_open_on_paper(page):
    page.goto(RECORD)
    assert page.locator("main details:not([open]):not(.screen-only)").count() > 5
    texts = page.locator("main details:not(.screen-only) > :not(summary, .btn)")
    assert [text for text in texts.all() if not text.is_visible()] == []


def test_paper_says_where_the_page_and_its_links_are(page, server):
    page.goto(RECORD)
    printed = page.locator(".paper-only:visible")
    expect(printed).to_have_text([f"This page is at {server.url}{RECORD}"])
    address = "https://creativecommons.org/licenses/by/4.0/"
    licence = f'a[href="{address}"]'
    assert content_after(page, licence) == f'" ({address})"'
    page.emulate_media(media="screen")
    expect(printed).to_have_count(0)
    assert content_after(page, licence) == "none"
