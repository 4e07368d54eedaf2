"""The map in Chromium: ways light up, the list stands in for it, and paper holds it."""

from io import BytesIO

import pypdf
import pytest
from playwright.sync_api import expect

from findings.map.lettering import width
from tests.browser.views import view

pytestmark = pytest.mark.browser

# A map with a row for each record, those of the theme and what they are linked to: so many
# findings as housing has stand as counts.
ASKED = "?audience=housing&theme=governance"
ROWS = f"/map/{ASKED}"
# Whether the records that are lit are these, and no others.
LIT = """names => [...document.querySelectorAll('.mapfig .part:not([id^=b])')]
    .filter(part => getComputedStyle(part).opacity === '1').map(part => part.id).sort()
    .join() === names.join()"""
ALL = """all => all.map(part => part.id).filter(id => !id.startsWith('b')).sort()"""
WAY = [*(f"ICS18-{each}" for each in ("F01", "F02", "F16", "R10", "S04", "S05")), "PPE1-F01"]
NEAR = ["ICS18-F04", "ICS18-R02", "ICS18-S07"]
WORDS = """() => [...document.querySelectorAll('.map text')].flatMap(text => {
    const size = parseFloat(getComputedStyle(text).fontSize);
    return [...text.querySelectorAll('tspan')].map(
        span => [span.textContent, size, span.getComputedTextLength()]);
})"""


def drawn(page):
    """The references of all its records, among them those that the list finds."""
    rows = page.locator(".mapfig .part").evaluate_all(ALL)
    answer = page.request.get(f"/browse.json{ASKED}").json()
    assert {record["reference"] for record in answer["results"]} < set(rows)
    return rows


def expect_lit(page, names):
    page.wait_for_function(LIT, arg=names)


def test_focus_and_pointer_light_the_way_of_a_record(server, chromium):
    with view(chromium, server) as window:
        page = window.page
        page.goto(server.url + ROWS)
        everything = drawn(page)
        expect_lit(page, everything)
        page.focus("#ICS18-R10")
        expect_lit(page, WAY)
        page.hover("#ICS18-S07 .title")
        page.locator("#ICS18-R10").blur()
        expect_lit(page, NEAR)
        page.mouse.move(5, 5)
        expect_lit(page, everything)


def test_a_link_to_a_record_on_the_map_lights_its_way(server, chromium):
    with view(chromium, server) as window:
        page = window.page
        page.goto(server.url + f"{ROWS}#ICS18-R10")
        record = page.locator("#ICS18-R10")
        expect(record).to_be_focused()
        expect_lit(page, WAY)
        record.blur()
        expect(record).not_to_be_focused()
        expect_lit(page, WAY)
        page.hover("#ICS18-S07 .title")
        expect_lit(page, NEAR)


def test_every_record_on_the_map_is_reached_by_keyboard_with_a_visible_ring(server, chromium):
    with view(chromium, server) as window:
        window.page.goto(server.url + ROWS)
        window.page.locator(".skip-drawing").focus()
        expected, reached = drawn(window.page), []
        while len(set(reached) & set(expected)) < len(expected):
            window.page.keyboard.press("Tab")
            name, ring = window.page.evaluate(
                "() => [document.activeElement.id, getComputedStyle("
                "document.activeElement.querySelector('rect')).strokeWidth]"
            )
            assert ring == "4px"
            reached.append(name)
        assert len(reached) == len(expected) == 26


@pytest.mark.parametrize(("size", "drawn"), [(320, False), (959, False), (960, True)])
def test_the_list_replaces_the_map_where_that_would_be_too_small(server, chromium, size, drawn):
    with view(chromium, server, size) as window:
        window.page.goto(server.url + "/map/")
        expect(window.page.locator(".mapfig")).to_be_visible(visible=drawn)
        expect(window.page.locator("#list")).to_be_visible()


def test_words_are_as_wide_as_was_reckoned(server, chromium):
    with view(chromium, server) as window:
        window.page.goto(server.url + ROWS)
        window.page.evaluate("document.fonts.ready")
        words = window.page.evaluate(WORDS)
        assert len(words) > 90
        wider = [said for said, size, wide in words if wide > width(said, size) * 1.01]
        assert wider == []


@pytest.mark.parametrize("path", ["/map/", "/map/?audience=housing&theme=governance"])
def test_forced_colours_and_dark_are_sound(server, chromium, path):
    with view(chromium, server, scheme="dark", forced_colors="active") as window:
        assert window.visit(server.url + path) == []


@pytest.mark.parametrize("path", ["/map/", "/map/?theme=governance"])
def test_the_map_prints_on_one_sheet_on_its_side_before_the_list(server, chromium, path):
    with view(chromium, server) as window:
        window.page.goto(server.url + path)
        window.page.evaluate("document.fonts.ready")
        pages = pypdf.PdfReader(BytesIO(window.page.pdf(prefer_css_page_size=True))).pages
        sides = [[round(float(side)) for side in page.mediabox[2:]] for page in pages]
        assert sides[0] == [842, 595]
        assert [842, 595] not in sides[1:]
        assert "Thin: both are addressed to all" in pages[0].extract_text()
        assert "From finding to action, as a list" in pages[1].extract_text()
