"""Pages in Chromium: accessible, quiet, still, and on no other site."""

import pytest
from playwright.sync_api import expect

from tests.browser.views import HEIGHTS, view

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")


@pytest.mark.parametrize("width", HEIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_are_sound(crawl, chromium, exhaustive, width, scheme):
    """Each kind of page once, and each with a query once; with --all every page at every size
    and scheme."""
    if exhaustive:
        pages = crawl.pages + crawl.asked()
    elif (width, scheme) == (320, "light"):
        pages = crawl.shapes()
    elif (width, scheme) == (1280, "dark"):
        pages = crawl.asked()
    else:
        pages = crawl.pages[:1]
    with view(chromium, crawl.server, width, scheme) as window:
        faults = {page.address: window.visit(page.address) for page in pages}
    assert {address: found for address, found in faults.items() if found} == {}


@pytest.mark.parametrize(("target", "status"), [("/nowhere/", 404), ("/?q=%00", 400)])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_error_pages_are_sound(server, chromium, target, status, scheme):
    with view(chromium, server, 320, scheme) as window:
        assert window.visit(server.url + target, status) == []


def test_pages_say_the_same_without_script(crawl, chromium, exhaustive):
    pages = crawl.shapes() if exhaustive else crawl.shapes()[::3]

    def texts(**options):
        with view(chromium, crawl.server, **options) as window:
            for page in pages:
                window.page.goto(page.address)
                # A button may be a convenience that only script offers, such as to copy.
                window.page.evaluate("document.querySelectorAll('button').forEach(b => b.remove())")
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
