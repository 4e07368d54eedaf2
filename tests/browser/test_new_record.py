"""A new recommendation, as docs/editing.md tells it: from the front page to published."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.admin_steps import log_in, press, said
from tests.browser.server import Server
from tests.browser.views import view

pytestmark = pytest.mark.browser
AUDIENCES = ("nhs", "councils", "housing", "voluntary")


@pytest.fixture
def own(tmp_path, filled_site):
    """A site of its own: what is published here would stand on every other test's pages."""
    server = Server(tmp_path / "var", filled_site)
    server.start()
    yield server
    server.stop()


class Hand:
    """Does what an editor does, one action at a time, and counts: each click, each field."""

    def __init__(self, window):
        self.page, self.actions, self.letters = window.page, 0, 0

    def click(self, selector):
        self.page.click(selector)
        self.actions += 1

    def write(self, selector, text):
        self.page.fill(selector, text)
        self.actions += 1
        self.letters += len(text)

    def choose(self, row, field, wanted):
        """Find `wanted` by typing in a field that is searched: three actions."""
        self.click(f"#{row} .field-{field} .select2-selection")
        self.write(".select2-dropdown .select2-search__field", wanted)
        self.click(f".select2-results__option:has-text('{wanted}')")

    @property
    def seconds(self):
        """At a calm pace: three seconds for each action, four letters a second."""
        return 3 * self.actions + self.letters / 4


def test_a_new_recommendation_is_published_in_twenty_actions(chromium, own):
    with view(chromium, own, 1280) as window:
        log_in(window, own, *own.make_editor())
        hand, page = Hand(window), window.page
        hand.click("a.add:has-text('Add to recommendations')")
        expect(page.locator("#readiness-heading")).to_have_text("Ready to publish: 5 of 8")
        assert page.locator(".missing a:visible").all_inner_texts() == [
            *("Title", "Short title", "Summary"),
        ]
        page.click(".missing a:text-is('Summary')")  # not needed: the field is in sight
        expect(page.locator("#id_summary")).to_be_focused()
        page.click("summary:has-text('Who says so')")  # nor this
        page.select_option("#id_trail", "stated")
        page.click(".missing a:text-is('What it rests on')")
        expect(page.locator("#citations-0 .select2-selection")).to_be_focused()
        page.select_option("#id_trail", "own")
        hand.write("#id_title", "Name one person who answers calls from partners")
        hand.write("#id_short_title", "One person who answers")
        hand.write("#id_summary", "Partners ring many desks. One named person saves them that.")
        hand.write("#id_action", "Name that person in the next board paper.")
        hand.click("label:has-text('Governance') input")
        for number, audience in enumerate(AUDIENCES):
            hand.write(f"#id_notes-{number}-text", f"Tell {audience} partners the name.")
        hand.choose("citations-0", "passage", "P4")
        hand.choose("links-0", "target", "ICS18-F03")
        hand.choose("links-1", "target", "ICS18-S01")
        expect(page.locator("#readiness-heading")).to_have_text("Ready to publish: 8 of 8")
        press(window, "Save and publish")
        hand.actions += 1
        expect(said(window)).to_have_text([re.compile("^Readers now see ICS18-R")])
        assert (hand.actions, hand.seconds < 180) == (20, True)
        page.click("a:text-is('View on site')")
        expect(page.locator("h1")).to_have_text("Name one person who answers calls from partners")
        assert page.locator("text=Edit this page").count() == 1
        page.click("text=Edit this page")
        tools(page)
        assert window.faults == []


def tools(page):
    """What stands beside the form: a preview, marks in a text, the order of smaller rows."""
    page.fill("#id_title", "Not yet saved")
    page.click("button:has-text('Preview beside')")
    beside = page.frame_locator(".beside iframe")
    expect(beside.locator("h1")).to_have_text("Not yet saved")
    page.click("button:has-text('Preview beside')")
    body = page.locator("#id_body")
    body.fill("One")
    body.select_text()
    page.click(".field-body button:text-is('Bold')")
    expect(body).to_have_value("**One**")
    page.click("#links-group summary")
    page.click("#links-0 .down")
    titles = page.locator("#links-group .inline-related:visible .inline_label")
    expect(titles).to_have_text(["Builds ICS18-S01", "Rests on ICS18-F03"])
    order = page.locator("#links-group .inline-related.ordered [name$='-position']")
    assert [each.input_value() for each in order.all()] == ["0", "1"]
    # Nothing was saved by any of this: nobody is to find it offered as a draft.
    page.evaluate("localStorage.clear()")
