"""Pages on paper: folds stand open, no furniture, few sides, and every address in print."""

import io

import pypdf
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
    """But for why another record holds or not: that is on its own paper."""
    page.goto(RECORD)
    opened = "main details:not(.screen-only, .unprinted, .why)"
    assert page.locator(f"{opened}:not([open])").count() == 2
    texts = page.locator(f"{opened} > :not(summary, .btn, .unprinted)")
    assert texts.count() == 5
    assert [text for text in texts.all() if not text.is_visible()] == []


# The fullest of each.
@pytest.mark.parametrize(
    ("path", "most"),
    [("/recommendations/ICS18-R07/", 3), ("/for/nhs/", 4), ("/for/councils/?role=director", 4)],
)
def test_a_board_is_handed_few_sides_in_type_of_ten_points(page, path, most):
    page.goto(path)
    page.evaluate("document.fonts.ready")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert 2 <= len(printed.pages) <= most
    size = page.locator("body").evaluate("body => parseFloat(getComputedStyle(body).fontSize)")
    assert size * 72 / 96 >= 10


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
