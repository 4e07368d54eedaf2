"""The self-check in a browser: it draws, it saves, it forgets, and it sends nothing."""

import io
import json
from urllib.parse import urlsplit

import pypdf
import pytest
from playwright.sync_api import expect

from tests.browser.views import view

pytestmark = pytest.mark.browser


@pytest.fixture
def window(server, chromium):
    with view(chromium, server, accept_downloads=True) as window:
        window.page.goto("/self-check/")
        window.asked = []
        window.page.on("request", lambda request: window.asked.append(request.url))
        yield window


def mark(page, **answers):
    for skill, answer in answers.items():
        page.locator(f"[data-skill=ICS18-{skill}] input[value={answer}]").check()


def table(page):
    return [row.split("\t") for row in page.locator(".marks tbody tr").all_inner_texts()]


def sent(window):
    """What the browser asked for over the network; the icon of the page comes when it likes."""
    asked = [url for url in window.asked if urlsplit(url).scheme in ("http", "https", "ws")]
    return [url for url in asked if "/favicon." not in url]


def test_marks_are_drawn_and_build_a_paper_of_what_is_ticked(window):
    page = window.page
    mark(page, S01="do", S07="partly", S02="not-yet")
    expect(page.locator("#said")).to_have_text("3 of 7 skills are marked.")
    assert table(page)[:3] == [
        ["Spot and spread what works", "We do this"],
        ["Hold to outcomes for everyone", "Not yet"],
        ["Build ties, plan together", "Not marked"],
    ]
    expect(page.locator(".chart title")).to_contain_text(
        "Spot and spread what works: We do this. Hold to outcomes"
    )
    expect(page.locator(".chart .bar")).to_have_count(3)
    expect(page.locator("#suggestions h3")).to_have_text(
        ["Hold to outcomes for everyone: not yet", "Prepare before the meeting: partly"]
    )
    offered = page.locator("#suggestions input").evaluate_all("all => all.map(each => each.value)")
    of_outcomes = ("R05", "R08", "R09", "R12", "R14", "R16", "R22", "R24", "R29")
    assert offered == [f"ICS18-{each}" for each in (*of_outcomes, "R02")]
    expect(page.locator("#suggestions")).to_contain_text(
        "Only the references of what you tick go into its address"
    )
    page.locator("#suggestions input[value=ICS18-R08]").check()
    page.locator("#suggestions input[value=ICS18-R02]").check()
    mark(page, S07="do")
    page.get_by_role("link", name="Open a board paper with 1 recommendation").click()
    page.wait_for_url("**/paper/?record=ICS18-R08")
    # The paper is the first thing that it asked for.
    assert sent(window)[0] == page.url
    assert window.faults == []


def test_nothing_that_is_marked_leaves_the_browser(window, tmp_path):
    page = window.page
    mark(page, S01="do", S02="partly", S03="not-yet")
    page.locator("[data-skill=ICS18-S03] input[value=not-yet]").press("Enter")
    with page.expect_download() as started:
        page.get_by_role("button", name="Save to a file").click()
    saved = json.loads(started.value.path().read_text())
    assert started.value.suggested_filename == "self-check.json"
    assert saved == {
        "kind": "ICS Leadership self-check",
        "version": 1,
        "answers": {"ICS18-S01": "do", "ICS18-S02": "partly", "ICS18-S03": "not-yet"},
    }
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#said")).to_have_text("Nothing is marked yet.")
    expect(page.locator(".skill input:checked")).to_have_count(0)
    expect(page.locator(".chart")).to_have_count(0)
    file = tmp_path / "saved.json"
    saved["answers"]["ICS18-S99"] = "do"
    file.write_text(json.dumps(saved))
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("#said")).to_have_text(
        "3 of 7 skills are marked. 1 in the file could not be used."
    )
    expect(page.locator(".chart")).to_be_visible()
    assert page.url.endswith("/self-check/")
    assert sent(window) == []
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.search]"
    assert page.evaluate(kept) == [0, 0, "", ""]
    assert window.faults == []


def test_a_team_is_marked_by_its_middle_and_saved_as_it_was_counted(window, tmp_path):
    page = window.page
    page.get_by_role("button", name="Mark as a team").click()
    skill = page.get_by_role("group", name="Keep outcomes and the whole population in view")
    for answer, how_many in (("We do this", 3), ("Partly", 2), ("Not yet", 1)):
        skill.get_by_label(f"{answer}: how many?").fill(str(how_many))
        skill.get_by_label(f"{answer}: how many?").press("Tab")
    row = ["Hold to outcomes for everyone", "3 do, 2 partly, 1 not yet"]
    assert table(page)[1] == row
    # Of six the third from the weak end says partly.
    expect(page.locator("#suggestions h3")).to_contain_text(["Hold to outcomes for everyone"])
    with page.expect_download() as started:
        page.get_by_role("button", name="Save to a file").click()
    saved = json.loads(started.value.path().read_text())
    assert saved["answers"] == {"ICS18-S02": {"do": 3, "partly": 2, "not-yet": 1}}
    page.reload()
    file = tmp_path / "team.json"
    file.write_text(json.dumps(saved))
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("#said")).to_have_text("1 of 7 skills are marked.")
    assert table(page)[1] == row
    assert window.faults == []


@pytest.mark.parametrize("text", ["", "[]", "null", '{"kind": "x"}', "{", "x" * 100_001])
def test_a_file_of_another_kind_changes_nothing(window, tmp_path, text):
    page = window.page
    mark(page, S01="do")
    file = tmp_path / "other.json"
    file.write_text(text)
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("#said")).to_contain_text("This file holds no saved self-check.")
    expect(page.locator(".skill input:checked")).to_have_count(1)
    assert (sent(window), window.faults) == ([], [])


def test_without_script_it_is_a_paper_form(server, chromium):
    with view(chromium, server, java_script_enabled=False) as window:
        page = window.page
        page.goto("/self-check/")
        mark(page, S01="do")
        page.locator("[data-skill=ICS18-S01] input[value=do]").press("Enter")
        assert page.url.endswith("/self-check/")
        page.emulate_media(media="print")
        expect(page.locator(".skill")).to_have_count(7)
        expect(page.locator("#result")).to_be_hidden()
        expect(page.locator("#build")).to_be_hidden()
        page.evaluate("document.fonts.ready")
        printed = page.pdf(prefer_css_page_size=True)
        assert len(pypdf.PdfReader(io.BytesIO(printed)).pages) == 2


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(320, "dark"), pytest.param(1280, "light", marks=pytest.mark.thorough)],
)
def test_a_marked_page_is_sound(server, chromium, width, scheme):
    with view(chromium, server, width, scheme) as window:
        assert window.visit(f"{server.url}/self-check/") == []
        mark(window.page, S01="do", S02="partly", S03="not-yet")
        window.page.locator("#suggestions input").first.check()
        assert [*window.accessibility(), *window.faults] == []


def test_marks_are_gone_when_the_page_is_loaded_again(window):
    page = window.page
    mark(page, S01="do")
    expect(page.locator("#said")).to_have_text("1 of 7 skills are marked.")
    with page.expect_navigation():
        page.evaluate("location.reload()")
    expect(page.locator("#said")).to_have_text("Nothing is marked yet.")
    expect(page.locator("#skills input:checked")).to_have_count(0)
    mark(page, S02="partly")
    page.goto("/about/")
    page.go_back()
    expect(page.locator("#said")).to_have_text("Nothing is marked yet.")
    expect(page.locator("#skills input:checked")).to_have_count(0)
