from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.views import view

pytestmark = pytest.mark.browser
PAGE = "/findings/ICS18-F01/"


def test_a_citation_is_copied_by_its_button(chromium, server):
    with view(chromium, server, permissions=["clipboard-read", "clipboard-write"]) as window:
        page = window.page
        page.goto(PAGE)
        page.get_by_text("About this record", exact=True).click()
        page.locator("#cite details[open] summary").click()
        page.get_by_text("Harvard", exact=True).click()
        page.get_by_role("button", name="Copy the Harvard citation").click()
        expect(page.get_by_role("status")).to_have_text("Harvard citation copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("[data-copy=Harvard]").inner_text()
        assert window.faults == []


def test_without_script_there_is_the_text_and_no_button(chromium, server):
    with view(chromium, server, java_script_enabled=False) as window:
        window.page.goto(PAGE)
        assert window.page.locator(".quote").count() == 3
        assert window.page.get_by_role("button", name="Copy").count() == 0


def test_a_page_that_prints_well_is_printed_or_sent_on(chromium, server):
    """The lines of a ledger change under their address, so that one is printed alone."""
    pages = ["/for/nhs/?role=director", "/briefs/nhs/", "/law/", "/self-check/"]
    pages += ["/compare/?record=ICS18-R02&record=ICS18-F01"]
    pages += ["/start/?audience=nhs&role=director&theme=governance"]
    with view(chromium, server) as window:
        page = window.page
        page.add_init_script("window.print = () => { window.printed = true; }")
        for path in [*pages, "/browse/?view=ledger"]:
            page.goto(path)
            page.get_by_role("button", name="Print", exact=True).click()
            assert page.evaluate("window.printed"), path
            mail = page.get_by_role("link", name="Email this", exact=True)
            expect(mail).to_have_count(int(path in pages))
            if path in pages:
                assert mail.get_attribute("href").endswith(quote(server.url + path, safe=""))
        assert window.faults == []
