"""Larger text, wider spacing, the narrowest header, forced colours, and no motion."""

import pytest

from tests.browser.keyboard import walk
from tests.browser.views import view

pytestmark = pytest.mark.browser
MAIN = [
    "/",
    "/for/councils/",
    "/browse/?q=trust",
    "/recommendations/ICS18-R02/",
    "/timeline/",
    "/coverage/",
    "/map/",
    "/compare/?record=ICS18-F03&record=ICS18-F05",
    "/nowhere/",
]
DOUBLE = "document.documentElement.style.fontSize = '200%'"
# What WCAG 1.4.12 lets a reader set.
SPACED = """document.querySelectorAll("body, body *").forEach(one => {
    one.style.letterSpacing = ".12em"; one.style.wordSpacing = ".16em";
    one.style.lineHeight = "1.5";
    if (one.matches("p")) one.style.marginBottom = "2em"; })"""
# Text that is cut off: it does not fit, and what does not fit is hidden.
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
    const style = getComputedStyle(one);
    return style.clipPath === "none" && ["hidden", "clip"].includes(style.overflowX)
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.className || one.localName)"""


@pytest.mark.parametrize(
    ("width", "script"),
    [(640, DOUBLE), (320, SPACED), pytest.param(1280, DOUBLE, marks=pytest.mark.thorough)],
)
def test_larger_and_wider_text_fits(chromium, server, width, script):
    faults = {}
    with view(chromium, server, width) as window:
        window.expected = 404
        for path in MAIN:
            window.page.goto(path)
            window.page.evaluate(script)
            faults[path] = [*window.layout(moving=False), *window.page.evaluate(CUT)]
        assert window.faults == []
    assert {path: found for path, found in faults.items() if found} == {}


def test_the_header_is_one_row_of_words_at_320_px(chromium, server):
    with view(chromium, server, 320) as window:
        window.page.goto("/about/")
        window.page.evaluate("document.fonts.ready")
        boxes = window.page.locator(".mast .nav a").evaluate_all(
            "links => links.map(link => link.getBoundingClientRect().toJSON())"
        )
    assert len({box["y"] for box in boxes}) == 1
    assert boxes[-1]["x"] + boxes[-1]["width"] <= 320
    assert all(box["height"] >= 44 for box in boxes)


def test_marks_and_focus_stay_in_forced_colours(chromium, server):
    with view(chromium, server, forced_colors="active") as window:
        page = window.page
        page.goto("/recommendations/ICS18-R02/")
        edges = page.locator("main .disc, main .verdict, main .trail svg").evaluate_all(
            """marks => marks.map(mark => getComputedStyle(mark)).map(style =>
                style.borderTopStyle !== "none" || style.color !== style.backgroundColor)"""
        )
        assert len(edges) > 10
        assert all(edges)
        assert walk(page).faults == []


def test_nothing_moves_for_a_reader_who_wants_less_motion(chromium, server):
    moving = """[...document.querySelectorAll("*")].filter(one =>
        getComputedStyle(one).transitionDuration.split(", ").some(time => time !== "0s")).length"""
    with view(chromium, server) as window:
        window.page.goto("/")
        assert window.page.evaluate(moving) == 0
        window.page.emulate_media(reduced_motion="no-preference")
        assert window.page.evaluate(moving) > 0
