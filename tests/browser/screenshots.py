"""Remakes every picture of the site that is kept: python -m tests.browser.screenshots"""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, find_chromium
from tests.browser.server import ROOT, Server
from tests.browser.views import view

# The pictures of the README and the documents: file, address, width, scheme.
PICTURES = [
    ("home.png", "/", 1280, "light"),
    ("record.png", "/recommendations/ICS18-R02/", 1280, "dark"),
]
SOCIAL = ROOT / "static" / "img" / "social.png"


def main():
    with tempfile.TemporaryDirectory() as var, sync_playwright() as playwright:
        server = Server(Path(var) / "var")
        server.start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for name, address, width, scheme in PICTURES:
            with view(browser, server, width, scheme) as window:
                window.page.goto(address)
                take(window.page, ROOT / "docs" / "screenshots" / name)
        draw_social(browser)
        browser.close()
        server.stop()


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
