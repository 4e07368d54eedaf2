"""Remakes the pictures in docs/screenshots/: python -m tests.browser.screenshots"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, find_chromium
from tests.browser.server import ROOT, Server
from tests.browser.views import view

PICTURES = {"home.png": "/"}


def main():
    folder = ROOT / "docs" / "screenshots"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as var, sync_playwright() as playwright:
        server = Server(Path(var) / "var")
        server.start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for name, address in PICTURES.items():
            with view(browser, server) as window:
                window.page.goto(address)
                window.page.screenshot(path=folder / name)
        browser.close()
        server.stop()


if __name__ == "__main__":
    main()
