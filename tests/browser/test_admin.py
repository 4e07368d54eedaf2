"""The admin in Chromium, as editors use it: under the strict CSP, at 390 px, by a new editor."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import log_in, open_record, press, said
from tests.browser.views import view

pytestmark = pytest.mark.browser
DRAFTS = "() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length"


@pytest.fixture
def desk(chromium, server, editor):
    """A window in which an editor has logged in."""
    name, password = editor
    with view(chromium, server, 1280) as window:
        log_in(window, server, name, password)
        window.name, window.password = name, password
        yield window


def test_a_new_editor_edits_previews_publishes_sees_and_undoes(desk, server):
    page = desk.page
    open_record(desk, server, "ICS18-R02")
    title = page.input_value("#id_title")
    page.fill("#id_title", "Speak to every partner first")
    page.fill("#id_change_line", "A shorter title")
    with page.expect_popup() as popup:
        page.click("input[value='Preview']")
    preview = popup.value
    expect(preview.locator("h1")).to_have_text("Speak to every partner first")
    expect(preview.locator(".note.preview")).to_contain_text("Preview")
    preview.close()
    public = desk.page.context.new_page()
    public.goto(f"{server.url}/recommendations/ICS18-R02/")
    expect(public.locator("h1")).to_have_text(title)

    press(desk, "Publish this change")
    expect(said(desk).last).to_have_text("Readers now see ICS18-R02 as it is here.")
    public.reload()
    expect(public.locator("h1")).to_have_text("Speak to every partner first")

    page.click("a:text-is('History') >> nth=0")
    page.locator("a", has_text=re.compile("^Restore")).first.click()
    press(desk, "Restore and publish")
    public.reload()
    expect(public.locator("h1")).to_have_text(title)
    public.close()
    assert desk.faults == []


def test_autocompletion_and_rows_added_work_under_the_strict_policy(desk, server):
    page = desk.page
    open_record(desk, server, "ICS18-R03")
    page.click("#links-group summary")
    rows = page.locator("#links-group .dynamic-links")
    add = page.locator("#links-group .add-row a")
    expect(add).to_be_visible()  # Django's script has counted the rows
    before = rows.count()
    add.click()
    expect(rows).to_have_count(before + 1)
    rows.last.locator(".select2-selection").click()
    page.locator(".select2-dropdown .select2-search__field").press_sequentially("ICS18-S01")
    found = page.locator(".select2-results__option")
    expect(found).to_have_text([re.compile("ICS18-S01")])
    found.click()
    chosen = rows.last.locator(".select2-selection__rendered")
    expect(chosen).to_contain_text("ICS18-S01")
    assert desk.faults == []


def test_what_was_typed_is_offered_again_and_forgotten_when_it_is_saved(desk, server):
    page = desk.page
    open_record(desk, server, "ICS18-R04")
    page.fill("#id_summary", "Typed, and the connection was lost.")
    # The script writes when nothing has been typed for a moment.
    page.wait_for_function(DRAFTS)
    page.reload()
    page.click("text=Bring it back")
    summary = page.locator("#id_summary")
    expect(summary).to_have_value("Typed, and the connection was lost.")
    press(desk, "Keep as a pending edit")
    assert page.evaluate(DRAFTS) == 0
    page.reload()
    expect(summary).to_have_value("Typed, and the connection was lost.")
    expect(page.locator(".local-draft")).to_have_count(0)
    press(desk, "Drop the pending edit")
    assert desk.faults == []


def test_what_was_typed_survives_an_expired_login_and_an_error(desk, server):
    page = desk.page
    open_record(desk, server, "ICS18-R06")
    summary = page.locator("#id_summary")
    before = summary.input_value()
    summary.fill("Typed before the login ran out.")
    page.context.clear_cookies(name="sessionid")
    page.click("input[value='Keep as a pending edit']")
    page.fill("#id_username", desk.name)
    page.fill("#id_password", desk.password)
    page.click("input[type=submit]")
    expect(summary).to_have_value(before)
    page.click("text=Bring it back")
    expect(summary).to_have_value("Typed before the login ran out.")

    page.evaluate("document.querySelector('#id_title').required = false")
    page.fill("#id_title", "")
    with page.expect_navigation():
        page.click("input[value='Keep as a pending edit']")
    expect(page.locator(".errornote")).to_be_visible()
    expect(summary).to_have_value("Typed before the login ran out.")
    page.fill("#id_title", "A title again")
    press(desk, "Keep as a pending edit")
    expect(said(desk).first).to_have_text(
        "Kept as a pending edit of ICS18-R06. Readers don’t see it yet."
    )
    press(desk, "Drop the pending edit")


def test_room_and_reading_age_are_said_while_one_types(desk, server):
    page = desk.page
    open_record(desk, server, "ICS18-R07")
    page.fill("#id_title", "Ten letters")
    expect(page.locator("#id_title_hint")).to_have_text("109 of 120 characters left")
    hint = page.locator("#id_summary_hint")
    page.fill("#id_summary", "A board meets. " * 7)
    # 11 letters in three words, and three words a sentence: below any school year.
    expect(hint).to_have_text("21 words · reading age 5 (Automated Readability Index + 5)")
    page.fill("#id_summary", f"{'Organisational responsibilities accumulate ' * 7}.")
    # 40 letters in three words, and one sentence: 4.71 × 40/3 + 0.5 × 21 − 21.43 = 52.
    expect(hint).to_have_text("21 words · reading age 57 (Automated Readability Index + 5)")
    assert desk.faults == []


def test_a_file_is_sent_once_and_the_page_says_that_it_is_read(desk, server):
    page, sent = desk.page, []
    page.goto(f"{server.url}/admin/findings/term/import/")
    file = {"name": "terms.csv", "mimeType": "text/csv", "buffer": b"slug,name\nicb,ICB\n"}
    page.set_input_files("#id_file", files=[file])
    page.on("request", lambda request: sent.append(request.method))
    told = page.evaluate(
        """() => {
            const button = document.querySelector("[type=submit][value^=See]");
            button.click();
            button.click();
            return document.querySelector(".busy:not([hidden])").previousElementSibling.innerText;
        }"""
    )
    assert told.startswith("The file is sent, and each row is tried.")
    expect(page.locator("text=rows would change something")).to_be_visible()
    assert sent.count("POST") == 1
    assert desk.faults == []


# What Django's own admin has by itself, in its search within a field, and where a script adds
# lines to a form while it loads.
DJANGOS_OWN = (
    "label (critical): .select2",
    "label (critical): span[data-select2",
    "list (",
    "moves by",
)
# An editor who has logged in is known by a cookie; a reader never is.
EXPECTED = tuple(f"sets the cookie {name}" for name in ("csrftoken", "sessionid", "ics-known"))
ADMIN_PAGES = [
    "/admin/",
    "/admin/findings/record/",
    "/admin/findings/development/",
    "/admin/findings/webaddress/",
    "/admin/findings/verdict/due/",
    "/admin/search/?q=leaders",
    "/admin/findings/source/add/",
    "/admin/findings/recommendation/add/",
    "/admin/findings/homepage/1/change/",
    "/admin/findings/finding/import/",
    "/admin/findings/judgedquery/scores/",
]
OF_A_RECORD = ["", "history/", "advice/", "preview-link/"]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(390, "light"), pytest.param(1280, "dark", marks=pytest.mark.thorough)],
)
def test_our_own_pages_of_the_admin_are_sound(chromium, server, editor, width, scheme):
    with view(chromium, server, width, scheme) as window:
        log_in(window, server, *editor)
        open_record(window, server, "ICS18-F05")
        form = window.page.url
        stem = re.sub(r"change/.*", "", form)
        addresses = [f"{server.url}{path}" for path in ADMIN_PAGES]
        addresses += [form, *(f"{stem}{path}" for path in OF_A_RECORD[1:])]
        faults = {address: ours(window.visit(address)) for address in addresses}
    assert {address: found for address, found in faults.items() if found} == {}


def ours(faults):
    return [fault for fault in faults if not fault.startswith((*DJANGOS_OWN, *EXPECTED))]
