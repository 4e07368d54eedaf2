"""Remakes every picture of the site that is kept: python -m tests.browser.screenshots"""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser import pictures
from tests.browser.admin_steps import log_in, open_record, press
from tests.browser.conftest import FLAGS, find_chromium
from tests.browser.server import ROOT, Server
from tests.browser.views import view

# The pictures of the README and the documents: file, address, width, scheme.
PICTURES = [("home.png", "/", 1280, "light")]
FOLDER = ROOT / "docs" / "screenshots"
SOCIAL = ROOT / "static" / "img" / "social.png"


def main():
    with tempfile.TemporaryDirectory() as var, sync_playwright() as playwright:
        server = Server(Path(var) / "var")
        server.start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for name, address, width, scheme in PICTURES:
            with view(browser, server, width, scheme) as window:
                window.page.goto(address)
                take(window.page, FOLDER / name)
        keep_references(browser, server)
        with view(browser, server) as window:
            log_in(window, server, *server.make_editor("Jo"))
            of_editing(window, server)
        draw_social(browser)
        browser.close()
        server.stop()


def of_editing(window, server):
    """The pictures of docs/editing.md, in an order in which each finds what it shows."""
    page = window.page
    open_record(window, server, "ICS18-R02")
    page.fill("#id_title", "Call each partner before the partnership meets")
    take(page, FOLDER / "editing-form.png")
    page.fill("#id_change_line", "A plainer title")
    press(window, "Publish this change")
    page.click("a:text-is('History') >> nth=0")
    page.locator("input[name=old]").nth(1).check()
    page.locator("input[name=new]").nth(0).check()
    page.click("input[value='Compare the two']")
    page.wait_for_selector(".diff")
    take(page, FOLDER / "editing-history.png")
    of_a_choice(window, server)
    page.goto("/admin/")
    take(page, FOLDER / "editing-front.png")


def of_a_choice(window, server):
    """Two editors who change the same words; the second is shown both."""
    open_record(window, server, "ICS18-R05")
    second = window.page.context.new_page()
    second.goto(window.page.url)
    window.page.fill("#id_summary", "Choose three changes that residents would notice.")
    press(window, "Keep as a pending edit")
    second.fill("#id_summary", "Agree on three changes, each with a measure and one owner.")
    second.click("input[value='Keep as a pending edit']")
    second.wait_for_selector(".conflict")
    take(second, FOLDER / "editing-choice.png")
    second.close()


def keep_references(browser, server):
    """The pictures that test_pictures.py compares the pages with."""
    pictures.FOLDER.mkdir(exist_ok=True)
    for width, scheme in pictures.SIZES:
        with view(browser, server, width, scheme) as window:
            for name, path in pictures.PAGES.items():
                kept = pictures.name_of(name, width, scheme)
                pictures.keep(pictures.take(window.page, path), kept)


def draw_social(browser):
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.goto((Path(__file__).parent / "social.html").as_uri())
    take(page, SOCIAL)
    page.close()


def take(page, path):
    """A picture of the window in 128 colours, which is a third of the size and looks the same."""
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128).save(path, optimize=True)


if __name__ == "__main__":
    main()
