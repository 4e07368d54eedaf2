"""The admin in Chromium, as editors use it: under the strict CSP, at 390 px, by a new editor."""

import re

import pytest

from tests.browser.admin_steps import log_in, open_record, press, said
from tests.browser.views import view

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(chromium, server, editor):
    """A window in which an editor has logged in."""
    name, password = editor
    with view(chromium, server, 1280) as window:
        log_in(window, server, name, password)
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
    preview.wait_for_selector("h1")
    assert preview.inner_text("h1") == "Speak to every partner first"
    assert "Preview" in preview.inner_text(".note.preview")
    preview.close()
    public = desk.page.context.new_page()
    public.goto(f"{server.url}/recommendations/ICS18-R02/")
    assert public.inner_text("h1") == title

    press(desk, "Publish this change")
    assert said(desk)[-1] == "Readers now see ICS18-R02 as it is here."
    public.reload()
    assert public.inner_text("h1") == "Speak to every partner first"

    page.click("a:text-is('History') >> nth=0")
    page.locator("a", has_text=re.compile("^Restore")).nth(1).click()
    press(desk, "Restore and publish")
    public.reload()
    assert public.inner_text("h1") == title
    public.close()
    assert desk.faults == []


def test_autocompletion_and_rows_added_work_under_the_strict_policy(desk, server):
    page = desk.page
    open_record(desk, server, "ICS18-R03")
    page.click("#links-group summary")
    rows = page.locator("#links-group .dynamic-links")
    before = rows.count()
    page.locator("#links-group .add-row a").click()
    assert rows.count() == before + 1
    rows.last.locator(".select2-selection").click()
    page.locator(".select2-dropdown .select2-search__field").press_sequentially("ICS18-S01")
    page.locator(".select2-results__option", has_text="ICS18-S01").first.click()
    assert "ICS18-S01" in rows.last.locator(".select2-selection__rendered").inner_text()
    assert desk.faults == []


def test_what_was_typed_is_offered_again_and_forgotten_when_it_is_saved(desk, server):
    page = desk.page
    open_record(desk, server, "ICS18-R04")
    page.fill("#id_summary", "Typed, and the connection was lost.")
    page.wait_for_timeout(1000)  # the script writes when nothing has been typed for a moment
    page.reload()
    page.click("text=Bring it back")
    assert page.input_value("#id_summary") == "Typed, and the connection was lost."
    press(desk, "Keep as a pending edit")
    page.reload()
    assert page.locator(".local-draft").count() == 0
    press(desk, "Drop the pending edit")
    assert desk.faults == []


# What Django's own admin has by itself, on any form with rows in a table, and in its sidebar.
DJANGOS_OWN = ("empty-table-header", "label", "select-name", "list (", "moves by")
# An editor who has logged in is known by a cookie; a reader never is.
EXPECTED = ("sets the cookie csrftoken", "sets the cookie sessionid")
ADMIN_PAGES = [
    "/admin/",
    "/admin/findings/record/",
    "/admin/findings/finding/import/",
]
OF_A_RECORD = ["", "history/", "advice/", "preview-link/"]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
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
