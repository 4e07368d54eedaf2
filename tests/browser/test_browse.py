"""The list of records with its script: the same answers in place, asked for once."""

import pytest

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


def sentence(page):
    return page.locator("#sentence").inner_text()


def expect_sentence(page, text):
    page.wait_for_function(
        "text => document.getElementById('sentence').textContent === text", arg=text
    )


def lists(window):
    return [url for url in window.asked if "/browse/" in url]


def test_a_choice_is_answered_in_place_once_and_keeps_the_focus(window):
    page = window.page
    page.goto("/browse/")
    page.evaluate("window.here = true")
    window.asked.clear()
    option(page, "kind-skill").focus()
    page.keyboard.press("Space")
    expect_sentence(page, "7 skills")
    assert page.evaluate("window.here")
    assert page.evaluate("document.activeElement.id") == "choose-kind-skill"
    assert page.url.endswith("/browse/?kind=skill")
    assert page.title() == "7 skills – ICS Leadership"
    assert page.locator("#announcement").inner_text() == "7 skills"
    assert page.locator("link[rel=canonical]").get_attribute("href") == page.url
    assert len(lists(window)) == 1
    page.locator(".facets button").click()
    page.wait_for_timeout(200)
    assert (len(lists(window)), window.faults) == (1, [])


def test_going_back_shows_what_was_chosen_then(window):
    page = window.page
    page.goto("/browse/")
    option(page, "kind-skill").check()
    expect_sentence(page, "7 skills")
    option(page, "kind-finding").check()
    expect_sentence(page, "27 findings or skills")
    page.go_back()
    expect_sentence(page, "7 skills")
    assert not option(page, "kind-finding").is_checked()
    page.go_back()
    expect_sentence(page, "37 records")
    assert not option(page, "kind-skill").is_checked()
    page.go_forward()
    expect_sentence(page, "7 skills")
    assert option(page, "kind-skill").is_checked()


def test_only_the_last_of_several_quick_choices_is_shown(window):
    page = window.page
    page.goto("/browse/")
    page.evaluate(
        """() => ["kind-skill", "kind-finding", "kind-recommendation"].forEach(
            name => document.getElementById(`choose-${name}`).click())"""
    )
    expect_sentence(page, "37 findings, skills or recommendations")
    page.wait_for_timeout(200)
    assert sentence(page) == "37 findings, skills or recommendations"
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
    page.wait_for_function("document.activeElement.id === 'sort'")


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
        page.locator(".facets button").click()
        assert page.url.endswith("/browse/?kind=finding&audience=housing")
        assert sentence(page) == "20 findings for housing"
        assert option(page, "audience-housing").is_checked()


def test_filters_on_a_phone_open_by_a_press_and_stand_open_on_a_desk(server, chromium):
    for width, standing in ((320, False), (1280, True)):
        with view(chromium, server, width) as window:
            window.page.goto("/browse/")
            assert option(window.page, "kind-skill").is_visible() == standing
            if not standing:
                window.page.locator(".facetbox summary").click()
                assert option(window.page, "kind-skill").is_visible()


def test_a_past_day_stays_while_choosing_and_is_left_by_a_new_page(window):
    page = window.page
    page.goto("/browse/?as-at=2018-11-20")
    option(page, "kind-skill").check()
    expect_sentence(page, "7 skills as at 20 November 2018")
    assert page.url.endswith("/browse/?kind=skill&as-at=2018-11-20")
    assert page.locator("#as-at").input_value() == "2018-11-20"
    page.locator("#as-at").fill("")
    page.locator(".facets button").click()
    page.wait_for_url("**/browse/?kind=skill")
    expect_sentence(page, "7 skills")
    assert page.locator("#choose-verdict-as-published").count() == 0
    page.locator("#as-at").fill("2020-01-01")
    page.locator(".facets button").click()
    page.wait_for_url("**/browse/?kind=skill&as-at=2020-01-01")
    assert page.locator("#choose-verdict-as-published").count() == 1
    assert window.faults == []
