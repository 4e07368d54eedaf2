"""Every page by keyboard alone: each stop is seen, uncovered and marked, and none is left out."""

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import walk
from tests.browser.views import view

pytestmark = pytest.mark.browser
QUICK = [
    "/",
    "/for/councils/",
    "/recommendations/ICS18-R02/",
    "/browse/?q=trust",
    "/compare/",
    "/map/",
]
COVERED = """<h1>A page with faults</h1>
<a href="#one">Seen</a> <a href="#two" class="bare">Unmarked</a>
<div style="position: fixed; inset: 0 0 auto 0; height: 400px; background: #fff">Over</div>
<p style="margin-top: 450px"><a href="#three">Free</a></p>
<style>a:focus { outline: 3px solid } a.bare:focus { outline: 0 }</style>"""


@pytest.mark.parametrize("width", [320, 1280])
def test_each_stop_of_the_keyboard_is_seen_and_marked(crawl, chromium, exhaustive, width):
    if exhaustive:
        addresses = [page.address for page in crawl.shapes() + crawl.asked()]
    else:
        addresses = QUICK if width == 1280 else QUICK[2:3]
    with view(chromium, crawl.server, width) as window:
        faults = {}
        for address in addresses:
            window.page.goto(address)
            done = walk(window.page)
            assert len(done.stops) > 20, address
            if done.faults:
                faults[address] = done.faults
    assert faults == {}


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.thorough)])
def test_the_note_of_what_was_gathered_covers_no_stop(chromium, server, width):
    with view(chromium, server, width) as window:
        page = window.page
        page.goto("/findings/ICS18-F03/")
        # Without the focus that a click gives, so that the walk begins at the top.
        page.locator(".add-to-paper").first.dispatch_event("click")
        note = page.locator(".gathered")
        expect(note).to_be_visible()
        # It goes by itself, but not from under a hand.
        note.hover()
        assert walk(page).faults == []
        expect(note).to_be_visible()
        page.emulate_media(media="print")
        expect(note).to_be_hidden()


def test_a_stop_that_is_covered_or_unmarked_is_found(chromium, server):
    with view(chromium, server) as window:
        window.page.route(
            "**/faulty/", lambda route: route.fulfill(body=COVERED, content_type="text/html")
        )
        window.page.goto("/faulty/")
        done = walk(window.page)
    assert done.stops == ['a "Seen"', 'a "Unmarked"', 'a "Free"']
    assert done.faults == [
        'a "Seen" is covered',
        'a "Unmarked" is covered',
        'a "Unmarked" shows no focus',
    ]


def test_terms_open_and_close_by_keyboard(chromium, server):
    with view(chromium, server) as window:
        page = window.page
        page.goto("/for/councils/")
        term = page.locator("button.term").first
        term.focus()
        page.keyboard.press("Enter")
        expect(page.locator(":popover-open")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator(":popover-open")).to_have_count(0)
        expect(term).to_be_focused()
