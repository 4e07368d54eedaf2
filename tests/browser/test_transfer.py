"""What a reader's browser fetches, in bytes on the wire: exact sums, headers included."""

import pytest

from tests.browser.page_names import all_pages, named_by
from tests.browser.views import view

pytestmark = pytest.mark.browser
FIRST, SECOND = 100_000, 15_000
ICON = "/favicon."


@pytest.fixture
def fetched(chromium, server):
    """A function that opens an address and returns {path: bytes that came over the wire}.

    Without the icon of the site, a kilobyte that comes once and when the browser likes."""
    with view(chromium, server) as window:
        session = window.page.context.new_cdp_session(window.page)
        session.send("Network.enable")
        paths, sizes = {}, {}
        session.on(
            "Network.requestWillBeSent",
            lambda event: paths.update(
                {event["requestId"]: event["request"]["url"].removeprefix(server.url)}
            ),
        )
        session.on(
            "Network.loadingFinished",
            lambda event: sizes.update({paths[event["requestId"]]: event["encodedDataLength"]}),
        )

        def fetch(path, anew=False):
            if anew:
                session.send("Network.clearBrowserCache")
            sizes.clear()
            window.page.goto(path, wait_until="networkidle")
            return {each: int(size) for each, size in sizes.items() if size and ICON not in each}

        yield fetch
        assert window.faults == []


def kinds(sizes):
    return {path.rpartition(".")[2] for path in sizes if path.startswith("/static/")}


def test_a_first_visit_to_a_record_and_a_second_page_are_light(fetched):
    first = fetched("/recommendations/ICS18-R02/")
    assert kinds(first) >= {"css", "js", "woff2"}
    assert sum(first.values()) <= FIRST, first
    second = fetched("/findings/ICS18-F03/")
    assert set(second) == {"/findings/ICS18-F03/"}
    assert sum(second.values()) <= SECOND, second


def test_fonts_are_at_most_50_kb_together(fetched):
    fonts = [size for path, size in fetched("/").items() if path.endswith(".woff2")]
    assert len(fonts) == 2
    assert sum(fonts) <= 50_000


# The pages that weigh most, and one of each other kind.
HEAVY = ["/browse/", "/for/nhs/", "/map/", "/themes/place-and-partners/", "/timeline/"]
LIGHT = [
    "/",
    "/about/",
    "/accessibility/",
    "/api/",
    "/briefs/",
    "/browse/?audience=housing&view=ledger",
    "/briefs/councils/",
    "/changes/",
    "/compare/",
    "/compare/?record=ICS18-F01&record=ICS18-F03&record=ICS18-S03&record=ICS18-R02",
    "/contact/",
    "/coverage/",
    "/feeds/",
    "/findings/",
    "/findings/ICS18-F01/v1/",
    "/for/",
    "/gaps/",
    "/gaps/ICS18-G01/",
    "/glossary/",
    "/law/",
    "/law/councils/",
    "/paper/?record=ICS18-R02&record=ICS18-F01",
    "/privacy/",
    "/recommendations/",
    "/self-check/",
    "/skills/",
    "/skills/ICS18-S03/",
    "/sources/",
    "/sources/cmm-article/",
    "/start/",
    "/themes/",
]


def test_every_page_is_weighed():
    """A new page has to be named in HEAVY or LIGHT; only editors and two versions make these."""
    assert all_pages() - named_by(HEAVY + LIGHT) == {"difference", "preview"}


def test_any_other_page_after_a_record_is_light(fetched, exhaustive):
    weights = {}
    for path in HEAVY + LIGHT if exhaustive else HEAVY:
        fetched("/recommendations/ICS18-R02/", anew=True)
        sizes = fetched(path)
        assert path in sizes
        weights[path] = sum(sizes.values())
    heavy = {path: weight for path, weight in weights.items() if weight > SECOND}
    assert heavy == {}
