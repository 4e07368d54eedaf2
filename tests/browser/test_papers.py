"""A board paper as a new user builds one, from the home page to the file."""

import io
from urllib.parse import parse_qs, urlsplit

import docx
import pypdf
import pytest
from playwright.sync_api import expect

from tests.browser.views import view

pytestmark = pytest.mark.browser


def expect_records(page, *references):
    """Wait until the page of a paper with these has loaded, its script included."""

    def holds_them(url):
        return parse_qs(urlsplit(url).query).get("record", []) == list(references)

    page.wait_for_url(holds_them)


def download(page, name):
    with page.expect_download() as started:
        page.get_by_role("button", name=name).click()
    return started.value.suggested_filename, io.BytesIO(started.value.path().read_bytes())


def word_text(file):
    return "\n".join(paragraph.text for paragraph in docx.Document(file).paragraphs)


@pytest.fixture
def window(server, chromium):
    with view(chromium, server, accept_downloads=True) as window:
        yield window


def test_without_script_from_home_to_a_word_file(server, chromium):
    with view(chromium, server, java_script_enabled=False, accept_downloads=True) as window:
        page = window.page
        page.goto("/")
        page.get_by_role("link", name="Add to a paper ICS18-R02").click()
        expect_records(page, "ICS18-R02")
        page.get_by_label("Title of the paper").fill("Winter plan")
        page.get_by_label("Why it matters here ICS18-R02").fill("We met too late")
        page.get_by_label("Owner ICS18-R02").fill("The chair")
        page.get_by_label("Words, or a reference").fill("meetings")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=meetings**")
        page.get_by_role("button", name="Add ICS18-S07").click()
        expect_records(page, "ICS18-R02", "ICS18-S07")
        page.get_by_role("button", name="Move up ICS18-S07").click()
        expect_records(page, "ICS18-S07", "ICS18-R02")
        expect(page.get_by_label("Title of the paper")).to_have_value("Winter plan")
        why = page.get_by_label("Why it matters here ICS18-R02")
        expect(why).to_have_value("We met too late")
        # What is typed and not sent yet goes into the file too.
        page.get_by_label("Owner ICS18-S07").fill("The secretary")
        name, file = download(page, "Word file")
        text = word_text(file)
        assert name == "board-paper.docx"
        assert text.startswith("Board paper\nWinter plan\n")
        for typed in ("We met too late", "The chair", "The secretary"):
            assert typed in text
        assert window.faults == []


def test_with_script_a_basket_gathers_from_any_page(window):
    page = window.page
    page.goto("/browse/?q=meetings")
    page.get_by_role("link", name="Add to a paper ICS18-R02").click()
    bar = page.get_by_role("complementary", name="Your paper")
    said = bar.get_by_role("status")
    expect(said).to_have_text("ICS18-R02 is in your paper, which holds 1 record.")
    bar.get_by_role("button", name="Close").click()
    expect(bar).to_have_count(0)
    page.goto("/findings/ICS18-F01/")
    expect(page.get_by_role("link", name="Paper (1)")).to_be_visible()
    page.get_by_role("link", name="Add to a paper ICS18-F01").click()
    expect(page.get_by_role("link", name="In your paper ICS18-F01")).to_have_count(1)
    page.get_by_role("link", name="Paper (2)").click()
    expect_records(page, "ICS18-R02", "ICS18-F01")
    page.get_by_label("Why it matters here ICS18-R02").fill("Kept")
    page.get_by_role("button", name="Update").click()
    page.wait_for_url("**note-ICS18-R02=Kept**")
    page.goto("/")
    page.get_by_role("link", name="Add to a paper ICS18-R07").click()
    page.get_by_role("link", name="Paper (3)").click()
    expect_records(page, "ICS18-R02", "ICS18-F01", "ICS18-R07")
    expect(page.get_by_label("Why it matters here ICS18-R02")).to_have_value("Kept")
    _, file = download(page, "PDF of this paper")
    assert "Kept" in "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    page.get_by_role("button", name="Remove ICS18-F01").click()
    expect_records(page, "ICS18-R02", "ICS18-R07")
    page.goto("/findings/")
    expect(page.get_by_role("link", name="Paper (2)")).to_be_visible()
    assert window.faults == []


def test_what_the_browser_keeps_is_forgotten_at_a_press(window):
    page = window.page
    page.goto("/")
    page.get_by_role("link", name="Add to a paper ICS18-R02").click()
    page.get_by_role("link", name="Paper (1)").click()
    expect_records(page, "ICS18-R02")
    assert page.evaluate("localStorage.length") == 1
    page.get_by_role("button", name="Forget it").click()
    expect(page.get_by_text("This browser has forgotten it.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.goto("/")
    expect(page.get_by_role("link", name="Paper", exact=True)).to_be_visible()


def test_the_paper_of_a_colleague_leaves_the_basket_alone_until_asked(window):
    page = window.page
    page.goto("/")
    page.get_by_role("link", name="Add to a paper ICS18-R02").click()
    page.goto("/paper/?record=ICS18-F03&note-ICS18-F03=Theirs")
    gathered = page.get_by_text("You have gathered ICS18-R02 on other pages.")
    expect(gathered).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Update").click()
    expect(gathered).to_be_visible()
    assert page.evaluate("localStorage.getItem('ics-leadership-paper')") == "record=ICS18-R02"
    page.get_by_role("button", name="Add to this paper").click()
    expect_records(page, "ICS18-F03", "ICS18-R02")
    expect(page.get_by_label("Why it matters here ICS18-F03")).to_have_value("Theirs")
    expect(page.get_by_role("button", name="Forget it")).to_have_count(1)


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.thorough)])
def test_the_builder_is_sound(server, chromium, width, scheme):
    with view(chromium, server, width, scheme) as window:
        for target, status in (
            ("/paper/", 200),
            ("/paper/?title=T&record=ICS18-R02&record=ICS18-F01%401&record=x&q=trust", 200),
            ("/paper.pdf", 400),
        ):
            assert window.visit(server.url + target, expected=status) == []


def test_the_bar_leaves_what_has_the_focus_in_sight(window):
    page = window.page
    page.goto("/findings/")
    page.get_by_role("link", name="Add to a paper ICS18-F01").click()
    # Where it stands, before it goes by itself.
    top = page.locator(".gathered").bounding_box()["y"]
    link = page.get_by_role("link", name="Add to a paper ICS18-F12")
    link.focus()
    link.scroll_into_view_if_needed()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    focused = link.bounding_box()
    assert focused["y"] + focused["height"] <= top
