"""What three people come for, from the home page on, with script and without."""

import json
import re

import pytest
from playwright.sync_api import expect

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
    return page.locator("h1")


def follow(page, scope, text):
    """Press the first link of that text, and wait for the page it leads to."""
    before = page.url
    page.locator(scope).get_by_role("link", name=text, exact=True).first.click()
    page.wait_for_url(lambda url: url != before)


def open_about(page):
    """Unfold what a record rests on and how it is cited, which stands below what it says."""
    page.get_by_text("About this record", exact=True).click()


def test_a_reader_gets_from_the_home_page_to_what_to_do_and_to_its_source(window):
    page = window.page
    page.goto("/")
    follow(page, ".sectors", "Councils")
    expect(page.get_by_role("radio", name="Councils", exact=True)).to_be_checked()
    page.get_by_role("radio", name="Directors", exact=True).check()
    page.get_by_role("radio", name="Governance", exact=True).check()
    page.get_by_role("button", name="Show my side").click()
    page.wait_for_url("**/start/?audience=councils&role=director&theme=governance")
    expect(heading(page)).to_contain_text("Governance, for directors in councils:")
    expect(page.locator(".weave .goal")).to_have_count(5)
    title = page.locator(".weave .goal a").first.inner_text()
    follow(page, ".weave .goals", title)
    expect(heading(page)).to_have_text(title)
    expect(page.locator("#for-you")).to_contain_text("For directors in councils")
    rests_on = page.locator("#links .card .title a").first
    finding = rests_on.inner_text()
    rests_on.click()
    page.wait_for_url("**/findings/**")
    expect(heading(page)).to_have_text(finding)
    expect(page.locator("#verdict .note .verdict")).to_have_count(1)
    open_about(page)
    page.locator("#sources a").first.click()
    page.wait_for_url("**/sources/**")
    expect(page.locator(":target")).to_contain_text(finding)


def test_a_reader_searches_narrows_and_cites(window):
    page = window.page
    page.goto("/about/")
    page.fill("#mast-words", "meetings")
    page.keyboard.press("Enter")
    page.wait_for_url("**/browse/?q=meetings")
    page.locator(".facetbox > summary").click()
    page.locator("#choose-kind-finding").check()
    page.locator("#show").click()
    page.wait_for_url("**/browse/?q=meetings&kind=finding")
    page.locator("#results .title a").first.click()
    page.wait_for_url("**/findings/**")
    reference = re.search(r"ICS18-F\d\d", page.url)[0]
    open_about(page)
    page.locator("#cite summary", has_text="Vancouver").click()
    quote = page.locator("#cite .quote[data-copy=Vancouver]")
    expect(quote).to_be_visible()
    expect(quote).to_contain_text(reference)
    page.get_by_role("link", name=f"Report an error in {reference}").click()
    page.wait_for_url(f"**/contact/?record={reference}")
    expect(page.locator("main")).to_contain_text(reference)


def test_an_editor_publishes_a_change_sees_it_and_takes_it_back(window, server, editor):
    page = window.page
    log_in(window, server, *editor)
    open_record(window, server, REFERENCE)
    before = page.input_value("#id_title")
    page.fill("#id_title", "Speak to everybody who decides")
    page.fill("#id_change_line", "Names who is meant")
    press(window, "Publish this change")
    expect(said(window).last).to_have_text(f"Readers now see {REFERENCE} as it is here.")
    page.goto(f"/{REFERENCE}")
    expect(heading(page)).to_have_text("Speak to everybody who decides")
    page.goto("/changes/")
    expect(page.locator(".change").first).to_contain_text("Names who is meant")

    open_record(window, server, REFERENCE)
    follow(page, "#content", "History")
    page.locator("a", has_text=re.compile("^Restore")).first.click()
    press(window, "Restore and publish")
    page.goto(f"/{REFERENCE}")
    expect(heading(page)).to_have_text(before)


def test_an_integrator_gets_from_the_footer_to_data_that_can_be_cited(window, server):
    page = window.page
    page.goto("/")
    follow(page, ".foot", "Data and API")
    page.get_by_text("Parameters").first.click()
    examples = page.locator("#addresses a[href*='/api/v1/records']").evaluate_all(
        "links => links.map(link => link.href)"
    )
    answers = [page.request.get(address) for address in dict.fromkeys(examples)]
    assert len(answers) > 2
    assert [answer.status for answer in answers if answer.status != 200] == []
    listed = page.request.get("/api/v1/records?audience=housing&kind=recommendation").json()
    record = page.request.get(listed["results"][0]["url"]).json()
    page.goto(record["html_url"])
    expect(heading(page)).to_contain_text(record["title"])
    files = page.locator("#cite .files a").evaluate_all("links => links.map(link => link.pathname)")
    for path in files:
        answer = page.request.get(path)
        assert (path, answer.status, record["reference"] in answer.text()) == (path, 200, True)
    linked = page.locator("script[type='application/ld+json']").inner_text()
    assert record["reference"] in json.dumps(json.loads(linked))


def test_an_integrator_follows_what_changes(window):
    page = window.page
    page.goto("/")
    follow(page, ".foot", "What changed")
    feed = page.request.get(page.get_by_text("feed reader").get_attribute("href"))
    assert feed.headers["content-type"].startswith("application/atom+xml")
    first = page.locator(".change h3 a").first.get_attribute("href")
    assert first in feed.text()
