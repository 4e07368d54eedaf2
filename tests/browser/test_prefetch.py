"""A page is fetched while the pointer rests on its link: with Chromium's own network switches."""

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.conftest import find_chromium

pytestmark = pytest.mark.browser


@pytest.fixture
def eager():
    """A browser that may fetch ahead, as a reader's does and Playwright's does not."""
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox"],
            ignore_default_args=["--disable-background-networking"],
        )
        yield browser
        browser.close()


def wait_until(page, so, seconds=60):
    """Ask again and again; meanwhile the page may tell what happens in it."""
    for _ in range(seconds * 20):
        if so():
            return
        page.wait_for_timeout(50)
    pytest.fail(f"not so after {seconds} seconds")


def test_the_next_page_is_there_before_the_click(eager, server):
    page = eager.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    session = page.context.new_cdp_session(page)
    session.send("Preload.enable")
    known, states = [], []
    session.on("Preload.preloadingAttemptSourcesUpdated", lambda event: known.append(event))
    session.on("Preload.prefetchStatusUpdated", lambda event: states.append(event["status"]))
    page.goto(f"{server.url}/about/")
    link = page.locator(".nav a", has_text="Audiences")
    page.evaluate("document.fonts.ready")
    # The pointer counts from when the browser knows which links it may follow ahead.
    wait_until(page, lambda: known)
    link.hover()
    wait_until(page, lambda: states and states[-1] in ("Ready", "Failure"))
    link.click()
    page.wait_for_url("**/for/")
    delivery = "performance.getEntriesByType('navigation')[0].deliveryType"
    assert page.evaluate(delivery) == "navigational-prefetch"
    assert said == []
