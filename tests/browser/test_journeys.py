"""What three people come for, from the home page on, with script and without."""

import json
import re

import pytest

from tests.browser.admin_steps import log_in, open_record, press, said
from tests.browser.views import view

pytestmark = pytest.mark.browser
REFERENCE = "ICS18-R02"


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def window(request, chromium, server):
    width = 390 if request.node.name.startswith("test_a_reader") else 1280
    with view(chromium, server, width, java_script_enabled=request.param) as window:
        yield window
        assert window.faults == []


def heading(page):
    return page.inner_text("h1")


def follow(page, scope, text):
    """Press the one link of that text, and wait for the page it leads to."""
    before = page.url
    page.locator(scope).get_by_role("link", name=text, exact=True).first.click()
    page.wait_for_url(lambda url: url != before)


def test_a_reader_gets_from_the_home_page_to_what_to_do_and_to_its_source(window):
    page = window.page
    page.goto("/")
    follow(page, ".pick", "Councils")
    assert heading(page).startswith("Councils:")
    to_do = page.locator(".ahead .facts dd a")
    assert to_do.count() == 4  # the records that name councils, and three things to do
    title = to_do.nth(1).inner_text()
    follow(page, ".ahead .facts", title)
    assert heading(page) == title
    asked = page.locator(".ask", has_text="Councils")
    assert asked.count() == 1
    rests_on = page.locator("#links .card .title a").first
    finding = rests_on.inner_text()
    rests_on.click()
    page.wait_for_url("**/findings/**")
    assert heading(page) == finding
    assert page.locator("#verdict .verdict").count() == 1
    page.locator("#sources a").first.click()
    page.wait_for_url("**/sources/**")
    passage = page.locator(":target")
    assert passage.count() == 1
    assert finding in passage.inner_text()


def test_a_reader_searches_narrows_and_cites(window):
    page = window.page
    page.goto("/about/")
    page.fill("#mast-words", "meetings")
    page.keyboard.press("Enter")
    page.wait_for_url("**/browse/?q=meetings")
    page.locator(".facetbox summary").click()
    page.locator("#choose-kind-finding").check()
    if page.locator(".facets button[type=submit]").is_visible():
        page.locator(".facets button[type=submit]").click()
    page.wait_for_url("**/browse/?q=meetings&kind=finding")
    page.locator("#results .title a").first.click()
    page.wait_for_url("**/findings/**")
    reference = re.search(r"ICS18-F\d\d", page.url)[0]
    page.locator("#cite summary", has_text="Vancouver").click()
    quote = page.locator("#cite .quote:visible").last
    assert reference in quote.inner_text()
    page.get_by_role("link", name=f"Report an error in {reference}").click()
    page.wait_for_url(f"**/contact/?record={reference}")
    assert reference in page.inner_text("main")


def test_an_editor_publishes_a_change_sees_it_and_takes_it_back(window, server, editor):
    page = window.page
    log_in(window, server, *editor)
    open_record(window, server, REFERENCE)
    before = page.input_value("#id_title")
    page.fill("#id_title", "Speak to everybody who decides")
    page.fill("#id_change_line", "Names who is meant")
    press(window, "Publish this change")
    assert said(window)[-1] == f"Readers now see {REFERENCE} as it is here."
    page.goto(f"/{REFERENCE}")
    assert heading(page) == "Speak to everybody who decides"
    page.goto("/changes/")
    assert "Names who is meant" in page.locator(".change").first.inner_text()

    open_record(window, server, REFERENCE)
    follow(page, "#content", "History")
    page.locator("a", has_text=re.compile("^Restore")).nth(1).click()
    press(window, "Restore and publish")
    page.goto(f"/{REFERENCE}")
    assert heading(page) == before


def test_an_integrator_finds_the_data_of_a_record_and_what_changed(window, server):
    page = window.page
    page.goto(f"/recommendations/{REFERENCE}/")
    files = dict(
        page.locator("#cite .files a").evaluate_all(
            "links => links.map(link => [link.firstChild.textContent, link.pathname])"
        )
    )
    assert set(files) >= {"RIS", "BibTeX", "CSL-JSON"}
    for label, path in files.items():
        answer = page.request.get(path)
        assert (label, answer.status, REFERENCE in answer.text()) == (label, 200, True)
    linked = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    assert REFERENCE in json.dumps(linked)
    follow(page, ".foot", "What changed")
    feed = page.request.get(page.locator("a", has_text="feed reader").get_attribute("href"))
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert REFERENCE in feed.text()
