import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.crawl import Crawl
from tests.browser.server import Server, filled

NAMES = ("chromium", "chromium-browser", "google-chrome")
# The same without what a window needs: a test takes half of its time in it. See ADR 0031.
WINDOWLESS = "chromium-headless-shell"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters as wide as they are drawn with a window.
    "--font-render-hinting=none",
]
# How long a test waits for what a page is about to show; a busy machine may take its time.
expect.set_options(timeout=30_000)


def find_chromium(names=NAMES) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def filled_site(tmp_path_factory):
    """The folder of a site that has been started once, to copy: one for all workers of a run,
    and None on PostgreSQL, whose tables stand in no folder."""
    if "DATABASE_URL" in os.environ:
        return None
    own = tmp_path_factory.getbasetemp()
    return filled((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "filled")


@pytest.fixture(scope="session")
def server(tmp_path_factory, filled_site):
    server = Server(tmp_path_factory.mktemp("site") / "var", filled_site)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def crawl(server, request):
    return Crawl(server, every=request.config.getoption("--all"))


@pytest.fixture(scope="module")
def chromium(request):
    # Playwright keeps an event loop for as long as it runs, and Django refuses the database
    # to whoever has one. So it ends with its module, before a test of another kind follows.
    every = request.config.getoption("--all")
    program = find_chromium(NAMES if every else (WINDOWLESS, *NAMES))
    if program is None:
        pytest.skip("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def editor(server):
    """Name and password of an account that may edit everything."""
    return server.make_editor()
