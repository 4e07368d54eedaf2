"""Pages in Chromium: accessible, quiet, still, and on no other site."""

from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.views import HEIGHTS, view

pytestmark = pytest.mark.browser
AWAY = "document.querySelectorAll('button, noscript').forEach(each => each.remove())"

QUICK = {(320, "light"), (1280, "dark")}
SIZES = [
    pytest.param(*size, marks=[] if size in QUICK else pytest.mark.thorough)
    for size in product(HEIGHTS, ("light", "dark"))
]


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_pages_are_sound(crawl, chromium, exhaustive, width, scheme):
    """Each kind of page once in light, and each with a query once in dark; with --all each kind at
    every size and scheme, and of two of these all examples."""
    if exhaustive:
        pages = crawl.asked() + (crawl.examples() if (width, scheme) in QUICK else crawl.shapes())
    else:
        pages = crawl.asked() if scheme == "dark" else crawl.shapes()
    assert pages
    with view(chromium, crawl.server, width, scheme) as window:
        faults = {page.address: window.visit(page.address) for page in pages}
    assert {address: found for address, found in faults.items() if found} == {}


@pytest.mark.thorough
def test_every_page_fits_a_narrow_window_and_is_quiet(crawl, chromium):
    """Whatever its texts are: without axe, which looks at what a page is made of."""
    with view(chromium, crawl.server, 320) as window:
        faults = {page.address: window.visit(page.address, axe=False) for page in crawl.pages}
    assert {address: found for address, found in faults.items() if found} == {}


@pytest.mark.parametrize(("target", "status"), [("/nowhere/", 404), ("/?q=%00", 400)])
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.thorough)])
def test_error_pages_are_sound(server, chromium, target, status, scheme):
    with view(chromium, server, 320, scheme) as window:
        assert window.visit(server.url + target, expected=status) == []


def test_pages_say_the_same_without_script(crawl, chromium, exhaustive):
    pages = crawl.shapes() if exhaustive else crawl.shapes()[::3]

    def texts(**options):
        with view(chromium, crawl.server, **options) as window:
            for page in pages:
                window.page.goto(page.address)
                # A button may be a convenience that only script offers, and <noscript> says what
                # is different without it.
                window.page.evaluate(AWAY)
                yield page.address, window.page.locator("main").inner_text()

    assert dict(texts(java_script_enabled=False)) == dict(texts())


def test_the_skip_link_leads_to_the_main_part(crawl, chromium, exhaustive):
    """That every page begins with one, tests/browser/test_walk.py says."""
    with view(chromium, crawl.server) as window:
        for page in crawl.shapes() if exhaustive else crawl.shapes()[:4]:
            window.page.goto(page.address)
            window.page.keyboard.press("Tab")
            skip = window.page.locator(":focus")
            expect(skip).to_have_text("Skip to main content")
            expect(skip).to_be_in_viewport(ratio=1)
            window.page.keyboard.press("Enter")
            expect(window.page.locator("#main"), page.address).to_be_focused()
