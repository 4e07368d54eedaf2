"""The list of records with its script: the same answers in place, asked for once."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.views import view

pytestmark = pytest.mark.browser


@pytest.fixture
def window(server, chromium):
    with view(chromium, server) as window:
        window.asked = []
        window.page.on("request", lambda request: window.asked.append(request.url))
        yield window


def option(page, name):
    return page.locator(f"#choose-{name}")


def expect_sentence(page, text):
    expect(page.locator("#sentence")).to_have_text(text)


def count(page, query=""):
    """How many records the same question has as data, whatever the texts of the day."""
    return page.request.get(f"/browse.json?{query}").json()["count"]


def lists(window):
    return [url for url in window.asked if "/browse/" in url]


def test_a_choice_is_answered_in_place_once_and_keeps_the_focus(window, server):
    page = window.page
    page.goto("/browse/")
    page.evaluate("window.here = true")
    window.asked.clear()
    option(page, "kind-skill").focus()
    page.keyboard.press("Space")
    expect_sentence(page, "7 skills")
    assert page.evaluate("window.here")
    expect(option(page, "kind-skill")).to_be_focused()
    expect(page).to_have_url(f"{server.url}/browse/?kind=skill")
    expect(page).to_have_title("7 skills – ICS Leadership")
    expect(page.locator("#announcement")).to_have_text("7 skills")
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", page.url)
    # The button asks for what is there already; the next choice asks again.
    page.locator(".showbar button").click()
    option(page, "kind-finding").check()
    expect_sentence(page, f"{count(page, 'kind=finding&kind=skill')} findings or skills")
    assert [urlsplit(url).query for url in lists(window)] == [
        "kind=skill",
        "kind=finding&kind=skill",
    ]
    assert window.faults == []


def test_going_back_shows_what_was_chosen_then(window):
    page = window.page
    page.goto("/browse/")
    option(page, "kind-skill").check()
    expect_sentence(page, "7 skills")
    option(page, "kind-finding").check()
    expect_sentence(page, f"{count(page, 'kind=finding&kind=skill')} findings or skills")
    page.go_back()
    expect_sentence(page, "7 skills")
    expect(option(page, "kind-finding")).not_to_be_checked()
    page.go_back()
    expect_sentence(page, f"{count(page)} records")
    expect(option(page, "kind-skill")).not_to_be_checked()
    page.go_forward()
    expect_sentence(page, "7 skills")
    expect(option(page, "kind-skill")).to_be_checked()


def test_only_the_last_of_several_quick_choices_is_shown(window):
    page = window.page
    page.goto("/browse/")
    given_up = []
    page.on("requestfailed", lambda request: given_up.append(urlsplit(request.url).query))
    page.evaluate(
        """() => ["kind-skill", "kind-finding", "kind-recommendation"].forEach(
            name => document.getElementById(`choose-${name}`).click())"""
    )
    expect_sentence(page, f"{count(page)} findings, skills or recommendations")
    # No other answer is on its way that could come in its place, nor was one shown before.
    assert given_up == ["kind=skill", "kind=finding&kind=skill"]
    assert page.evaluate("history.length") == 3


def test_words_keep_the_filters_and_the_order_keeps_the_focus(window):
    page = window.page
    page.goto("/browse/?kind=finding")
    page.fill("#words", "meetings")
    page.keyboard.press("Enter")
    page.wait_for_url("**/browse/?q=meetings&kind=finding")
    page.locator("#sort").focus()
    page.select_option("#sort", "title")
    page.wait_for_url("**/browse/?q=meetings&kind=finding&sort=title")
    expect(page.locator("#sort")).to_be_focused()


def test_a_failed_request_becomes_an_ordinary_page(window):
    page = window.page
    page.goto("/browse/")
    page.route("**/browse/?*", lambda route: route.abort(), times=1)
    option(page, "kind-skill").check()
    page.wait_for_url("**/browse/?kind=skill")
    expect_sentence(page, "7 skills")


def test_without_script_the_same_form_gives_the_same_address(server, chromium):
    with view(chromium, server, java_script_enabled=False) as window:
        page = window.page
        page.goto("/browse/")
        option(page, "kind-finding").check()
        option(page, "audience-housing").check()
        page.locator(".showbar button").click()
        page.wait_for_url("**/browse/?kind=finding&audience=housing")
        expect_sentence(
            page, f"{count(page, 'kind=finding&audience=housing')} findings for housing"
        )
        expect(option(page, "audience-housing")).to_be_checked()


def test_filters_on_a_phone_open_by_a_press_and_stand_open_on_a_desk(server, chromium):
    for width, standing in ((320, False), (1280, True)):
        with view(chromium, server, width) as window:
            window.page.goto("/browse/")
            expect(option(window.page, "kind-skill")).to_be_visible(visible=standing)
            if not standing:
                window.page.locator(".facetbox > summary").click()
                expect(option(window.page, "kind-skill")).to_be_visible()


def test_a_past_day_stays_while_choosing_and_is_left_by_a_new_page(window):
    page = window.page
    page.goto("/browse/?as-at=2018-11-20")
    option(page, "kind-skill").check()
    expect_sentence(page, "7 skills as at 20 November 2018")
    page.wait_for_url("**/browse/?kind=skill&as-at=2018-11-20")
    expect(page.locator("#as-at")).to_have_value("2018-11-20")
    page.locator("#as-at").fill("")
    page.locator(".showbar button").click()
    page.wait_for_url("**/browse/?kind=skill")
    expect_sentence(page, "7 skills")
    expect(page.locator("#choose-verdict-as-published")).to_have_count(0)
    # No day is chosen any more, so the page folds away what it asks less often.
    page.get_by_text("More ways to narrow", exact=True).click()
    page.locator("#as-at").fill("2020-01-01")
    page.locator(".showbar button").click()
    page.wait_for_url("**/browse/?kind=skill&as-at=2020-01-01")
    expect(page.locator("#choose-verdict-as-published")).to_have_count(1)
    assert window.faults == []


def test_what_would_give_no_record_is_left_out_of_long_lists(window):
    page = window.page
    page.goto("/browse/?q=trust")
    themes = page.locator("fieldset", has=option(page, "theme-governance"))
    expect(themes.locator(".chk:visible .n")).to_have_text(
        [f"{number} record{'s' * (number > 1)}" for number in (1, 3, 2, 4, 5, 1, 1, 3)]
    )
    expect(themes.locator(".left-out")).to_be_visible()
    expect(option(page, "kind-skill")).to_be_visible()
    page.goto("/browse/?q=trust&theme=support-for-leaders")
    expect(option(page, "theme-support-for-leaders")).to_be_visible()
    page.goto("/browse/")
    expect(themes.locator(".chk:visible")).to_have_count(10)
    expect(page.locator(".left-out:visible, .nothing:visible")).to_have_count(0)
    assert window.faults == []


def test_nothing_is_offered_where_nothing_would_give_a_record(window):
    page = window.page
    page.goto("/browse/?q=zzxqy")
    expect(page.locator(".facets .nothing")).to_be_visible()
    expect(page.locator(".chk:visible")).to_have_count(0)
    page.get_by_text("More ways to narrow").click()
    expect(page.locator("#as-at")).to_be_visible()
    assert window.faults == []
