"""Each page in the states that are seldom seen: nothing found, withdrawn, redacted, too long."""

import contextlib
import sqlite3
from itertools import product

import pytest

from tests.browser.page_names import all_pages, named_by
from tests.browser.server import ROOT, Server
from tests.browser.unusual import LONG, LONG_WORD, REDACTED, WITHDRAWN
from tests.browser.views import HEIGHTS, view

pytestmark = pytest.mark.browser
PREPARE = "from tests.browser import unusual; unusual.prepare()"
QUICK = (320, "light")
WITH_AXE = {QUICK, (1280, "dark")}
STATES = [
    # Nothing fits, or what is asked for is unknown.
    ("/browse/?q=zzqqx", 200),
    ("/browse/?theme=nowhere&colour=red", 200),
    ("/browse/?kind=skill&verdict=overtaken", 200),
    ("/themes/empty/", 200),
    ("/changes/?since=2030-01-01", 200),
    ("/timeline/?theme=empty", 200),
    ("/compare/?record=ICS18-F99", 200),
    ("/map/?theme=empty", 200),
    ("/map/?audience=housing&verdict=overtaken", 200),
    # A past day, with what had not happened yet.
    ("/browse/?as-at=2018-11-20", 200),
    ("/findings/ICS18-F01/?as-at=2018-11-20", 200),
    ("/for/councils/?as-at=2018-11-20", 200),
    ("/timeline/?as-at=2018-11-20", 200),
    # Three questions: none answered, all, all with nothing to show, and what is no answer.
    ("/start/", 200),
    ("/start/?audience=housing&role=director&theme=governance", 200),
    ("/start/?audience=housing&role=director&theme=empty", 200),
    ("/start/?audience=nobody&colour=red", 200),
    # Under review; without questions, changes or lines of the law.
    ("/findings/ICS18-F03/", 200),
    ("/for/housing/", 200),
    ("/for/", 200),
    ("/law/housing/", 200),
    ("/briefs/", 200),
    ("/briefs/housing/", 200),
    # Very long words and texts, on every page that shows them.
    (f"/findings/{LONG}/", 200),
    (f"/findings/{LONG}/v2/", 200),
    (f"/findings/{LONG}/v1..v2/", 200),
    (f"/compare/?record={LONG}&record=ICS18-F03", 200),
    (f"/browse/?q={LONG_WORD}", 200),
    # A paper that is full, one with what is gone, one with long words, one that can't be made.
    (f"/paper/?title={LONG_WORD}&record=ICS18-R02&record=ICS18-F01", 200),
    (f"/paper/?record={WITHDRAWN}&record={LONG}@1&record=nonsense&q=zzqqx", 200),
    ("/paper.pdf", 400),
    # Gone, refused, broken.
    (f"/findings/{WITHDRAWN}/", 410),
    (f"/findings/{REDACTED}/v1/", 410),
    ("/preview/mistyped/", 404),
    ("/nowhere/", 404),
    ("/?q=%00", 400),
]
# Pages as ever, but with very long words and texts: a quick run looks at their width, and
# test_pages.py at the rest.
LENGTHENED = [
    "/findings/",
    "/",
    "/coverage/",
    "/for/councils/",
    "/gaps/",
    "/gaps/ICS18-G01/",
    "/glossary/",
    "/law/",
    "/law/councils/",
    "/sources/",
    "/sources/scie-report/",
    "/themes/",
    "/timeline/",
    f"/contact/?record={LONG}",
]

# Seen while something is done to the site: {what is shown: its status}.
DONE = {"preview": 200, "403": 403, "405": 405, "500": 500}
# What these say, no editor writes and no record lengthens.
STEADY = {"about", "accessibility", "api", "feed-list", "privacy", "self-check"}
# It takes more files at once than a test should ask for, and is made of the same component.
UNSEEN = {"503"}


@pytest.fixture(scope="module")
def unusual(tmp_path_factory, filled_site):
    """A site of its own, with one of each; `preview` is the address of one."""
    server = Server(tmp_path_factory.mktemp("unusual") / "var", filled_site)
    server.start()
    server.preview = server.manage("shell", "--verbosity=0", "-c", PREPARE)
    yield server
    server.stop()


@contextlib.contextmanager
def without(server, table):
    """The site while one of its tables is away, so that a page which reads it fails."""
    with contextlib.closing(sqlite3.connect(server.var / "db.sqlite3", timeout=60)) as database:
        database.execute(f"ALTER TABLE {table} RENAME TO away")
        yield
        database.execute(f"ALTER TABLE away RENAME TO {table}")


def test_every_state_is_sound(unusual, chromium, exhaustive):
    """All of them at one width and scheme; with --all at every one, and axe at two: what it finds
    depends on the state, and of the sizes test_pages.py tries each with each template."""
    sizes = product(HEIGHTS, ("light", "dark")) if exhaustive else [QUICK]
    faults = {}
    for width, scheme in sizes:
        with view(chromium, unusual, width, scheme) as window:
            seen = look_at_states(window, unusual, (width, scheme) in WITH_AXE, exhaustive)
        faults |= {(path, width, scheme): found for path, found in seen.items() if found}
    assert faults == {}


def test_no_page_and_no_error_is_without_an_unusual_state():
    """A new page has to be named in STATES, or among those that are always the same."""
    seen = named_by(LENGTHENED + [path for path, status in STATES if status == 200])
    assert all_pages() - seen - DONE.keys() == STEADY
    errors = {path.stem for path in (ROOT / "templates" / "errors").glob("[45]??.html")}
    statuses = {str(status) for status in [*dict(STATES).values(), *DONE.values()]}
    assert errors - statuses == UNSEEN


def look_at_states(window, server, axe, exhaustive):
    """{path: its faults} for each state."""

    def visit(path, axe=axe, **how):
        return window.visit(server.url + path, axe=axe, **how)

    seen = {path: visit(path, expected=status) for path, status in STATES}
    seen |= {path: visit(path, axe=axe and exhaustive) for path in LENGTHENED}
    seen["preview"] = visit(server.preview)
    seen["403"] = visit("/admin/login/", expected=403, method="POST")
    seen["405"] = visit("/about/", expected=405, method="POST")
    # A page that was not asked for before: one that was is kept, and needs no table.
    with without(server, "findings_gap"):
        seen["500"] = visit("/gaps/ICS18-G02/", expected=500)
    assert DONE.keys() <= seen.keys()
    return seen
