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
