"""A brief prints on one sheet of A4, whatever its texts."""

import io

import pypdf
import pytest

from tests.browser.views import view

pytestmark = pytest.mark.browser

AUDIENCES = ("nhs", "councils", "housing", "voluntary")
# Every text as long as a sheet takes, in the smaller type that such a sheet gets.
FILL = """() => {
    const text = length => "between partners ".repeat(20).slice(0, length - 1) + ".";
    const word = "<svg></svg><span>Partly overtaken</span>";
    const pill = `<span class='verdict partly-overtaken'>${word}</span>`;
    const sheet = document.querySelector(".sheet");
    sheet.classList.add("tight");
    sheet.querySelector("h1").textContent = text(120);
    for (const line of sheet.querySelectorAll(".lines div"))
        line.innerHTML = `<strong>${text(40)}</strong> ${text(100)} ${pill}`;
    for (const {children: [title, ask, roles]} of sheet.querySelectorAll("tbody tr")) {
        title.innerHTML = `${text(44)} ${pill}`;
        ask.textContent = text(200);
        roles.textContent = "Chief executive, Director, Senior manager";
    }
    for (const question of sheet.querySelectorAll(".brief-questions li"))
        question.textContent = text(140);
    const [, changes, gaps] = sheet.querySelectorAll(".brief-reach p");
    changes.textContent = `Since 2018. ${text(200)} ${text(200)}`;
    gaps.textContent = `Where the source stops. ${text(120)} ${text(120)} ${text(120)}`;
    return sheet.textContent.length;
}"""


def printed(page):
    page.evaluate("document.fonts.ready")
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    width, height = (float(side) / 72 * 25.4 for side in pdf.pages[0].mediabox[2:])
    return len(pdf.pages), round(width), round(height), pdf.pages[0].extract_text()


@pytest.fixture
def page(server, chromium):
    with view(chromium, server) as window:
        yield window.page


def test_the_brief_of_each_audience_prints_on_one_sheet(page):
    for slug in AUDIENCES:
        page.goto(f"/briefs/{slug}/")
        pages, width, height, text = printed(page)
        assert (slug, pages, width, height) == (slug, 1, 210, 297)
        assert "Brief for" in text.partition("\n")[0]
        assert text.rstrip().endswith(f"/briefs/{slug}/")


def test_the_fullest_brief_prints_on_one_sheet(page):
    page.goto("/briefs/nhs/")
    assert page.evaluate(FILL) > 4000
    assert printed(page)[:3] == (1, 210, 297)
    page.evaluate("document.querySelector('tbody').innerHTML += '<tr><td>x'.repeat(40)")
    assert printed(page)[0] == 2


def test_a_brief_is_light_in_the_dark_and_fits_a_phone(server, chromium):
    with view(chromium, server, 320, "dark") as window:
        assert window.visit(f"{server.url}/briefs/councils/") == []
        colour = "getComputedStyle(document.querySelector('.sheet')).backgroundColor"
        assert window.page.evaluate(colour) == "rgb(255, 255, 255)"
