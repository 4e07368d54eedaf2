"""Each page in the states that are seldom seen: nothing found, withdrawn, redacted, too long."""

import contextlib
from itertools import product

import pytest

from tests.browser.server import Server
from tests.browser.unusual import LONG, LONG_WORD, REDACTED, WITHDRAWN
from tests.browser.views import HEIGHTS, view

pytestmark = pytest.mark.browser
PREPARE = "from tests.browser import unusual; unusual.prepare()"
RENAME = "from django.db import connection as c; c.cursor().execute('ALTER TABLE {} RENAME TO {}')"
QUICK = (320, "light")
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
    # Under review; without questions or changes.
    ("/findings/ICS18-F03/", 200),
    ("/for/housing/", 200),
    # Very long words and texts, on every page that shows them.
    (f"/findings/{LONG}/", 200),
    (f"/findings/{LONG}/v1..v2/", 200),
    (f"/compare/?record={LONG}&record=ICS18-F03", 200),
    (f"/browse/?q={LONG_WORD}", 200),
    ("/findings/", 200),
    (f"/contact/?record={LONG}", 200),
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


@pytest.fixture(scope="module")
def unusual(tmp_path_factory):
    """A site of its own, with one of each; `preview` is the address of one."""
    server = Server(tmp_path_factory.mktemp("unusual") / "var")
    server.start()
    server.preview = server.manage("shell", "--verbosity=0", "-c", PREPARE)
    yield server
    server.stop()


@contextlib.contextmanager
def without(server, table):
    """The site while one of its tables is away, so that a page which reads it fails."""
    away = f"{table}_away"
    server.manage("shell", "-c", RENAME.format(table, away))
    yield
    server.manage("shell", "-c", RENAME.format(away, table))


def test_every_state_is_sound(unusual, chromium, exhaustive):
    """All of them at one width and scheme; with --all at every one."""
    sizes = product(HEIGHTS, ("light", "dark")) if exhaustive else [QUICK]
    faults = {}
    for width, scheme in sizes:
        with view(chromium, unusual, width, scheme) as window:
            seen = look_at_states(window, unusual)
        faults |= {(path, width, scheme): found for path, found in seen.items() if found}
    assert faults == {}


def look_at_states(window, server):
    """{path: its faults} for each state."""
    seen = {path: window.visit(server.url + path, status) for path, status in STATES}
    seen["preview"] = window.visit(server.url + server.preview)
    seen["405"] = window.visit(server.url + "/about/", 405, method="POST")
    with without(server, "findings_term"):
        seen["500"] = window.visit(server.url + "/glossary/", 500)
    return seen
