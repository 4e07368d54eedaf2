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


def test_the_next_page_is_there_before_the_click(eager, server):
    page = eager.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    session = page.context.new_cdp_session(page)
    session.send("Preload.enable")
    ready = []
    session.on("Preload.prefetchStatusUpdated", lambda event: ready.append(event["status"]))
    page.goto(f"{server.url}/about/")
    link = page.locator(".nav a", has_text="Audiences")
    page.wait_for_load_state("networkidle")
    link.hover()
    while "Ready" not in ready and "Failure" not in ready:
        page.wait_for_timeout(50)
    link.click()
    page.wait_for_url("**/for/")
    delivery = "performance.getEntriesByType('navigation')[0].deliveryType"
    assert page.evaluate(delivery) == "navigational-prefetch"
    assert said == []
