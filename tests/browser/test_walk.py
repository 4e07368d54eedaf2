"""Every page of the sitemap and every link on it, over plain HTTP on the real server."""

from collections import Counter
from urllib.parse import urldefrag, urlsplit

import pytest

from ics_leadership.middleware import OF_PAGES, PARTS
from tests.test_middleware import HEADERS

# A page is written from its records by the same templates, wherever these are kept.
pytestmark = pytest.mark.alike


def of(pages, fault):
    """The faults of all pages, by address; empty when there is none."""
    return {page.address: found for page in pages if (found := fault(page))}


def test_every_internal_link_resolves(crawl):
    def broken(page):
        return [
            address
            for _, address in page.references
            if crawl.is_ours(address) and crawl.get(address).status != 200
        ]

    assert of(crawl.pages, broken) == {}


def test_every_fragment_stands_on_its_page(crawl):
    def lost(page):
        targets = [urldefrag(address) for _, address in page.references if crawl.is_ours(address)]
        return [
            f"{url}#{fragment}"
            for url, fragment in targets
            if fragment and fragment not in crawl.get(url, exactly=True).ids
        ]

    assert of(crawl.pages, lost) == {}


def meant_for_the_sitemap(page):
    """Old versions, differences and other views of a page are linked, and say `noindex`."""
    return page.is_html and not urlsplit(page.address).query and not meta(page, "robots")


def test_every_page_is_linked_and_every_linked_page_is_in_the_sitemap(crawl):
    linked = {
        urldefrag(address).url
        for page in crawl.pages
        for element, address in page.references
        if crawl.is_ours(address) and element.tag.endswith("}a")
    }
    pages = {address for address in linked if is_for_search_engines(crawl.get(address))}
    assert pages == set(crawl.sitemap)


def is_for_search_engines(page):
    """Not a search, nor an old version, which names another page as the one to find."""
    if not page.is_html or urlsplit(page.address).query:
        return False
    return canonical(page) == [page.address] and "noindex" not in meta(page, "robots")


def test_pages_parse_without_an_error(crawl):
    assert of([page for page in crawl.everything if page.is_html], lambda p: p.parse_errors) == {}


@pytest.mark.parametrize(("target", "status"), [("/nowhere/", 404), ("/?q=%00", 400)])
def test_error_pages_parse_without_an_error(crawl, target, status):
    page = crawl.get(crawl.server.url + target, exactly=True)
    assert (page.status, page.parse_errors) == (status, [])


def test_titles_and_descriptions_are_unique(crawl):
    titles = Counter(title for page in crawl.pages for title in page.words("title"))
    descriptions = Counter(meta(page, "description") for page in crawl.pages)
    assert [text for text, times in (titles + descriptions).items() if times > 1] == []
    assert (titles[""], descriptions[""]) == (0, 0)


def meta(page, name):
    return next((tag.get("content") for tag in page.all("meta") if tag.get("name") == name), "")


def test_each_page_has_one_heading_of_the_first_level(crawl):
    assert of(crawl.pages, lambda page: len(page.words("h1")) != 1) == {}


def test_each_page_names_its_own_canonical_address(crawl):
    def wrong(page):
        return canonical(page) != [page.address] and str(canonical(page))

    assert of(crawl.pages, wrong) == {}


def canonical(page):
    return [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]


def test_each_page_begins_with_a_skip_link(crawl):
    def wrong(page):
        first = page.all("a")[0]
        return (first.get("href"), page.all("main")[0].get("id")) != ("#main", "main")

    assert of(crawl.pages, wrong) == {}


def test_each_page_but_home_has_a_breadcrumb(crawl):
    def breadcrumbs(page):
        return [nav for nav in page.all("nav") if nav.get("aria-label") == "Breadcrumb"]

    home, *others = sorted(crawl.pages, key=lambda page: len(page.address))
    assert of(others, lambda page: len(breadcrumbs(page)) != 1) == {}
    assert breadcrumbs(home) == []


def test_identifiers_are_unique_on_their_page(crawl):
    def doubled(page):
        return [name for name, times in Counter(page.ids).items() if times > 1]

    assert of(crawl.pages, doubled) == {}


def test_nothing_stands_inline(crawl):
    def inline(page):
        return [
            element.tag
            for element in page.parser.document.iter()
            if element.get("style")
            or element.tag.endswith("}style")
            or any(name.startswith("on") for name in element.attrib)
            or "data:" in (element.get("src") or "")
            or (element.tag.endswith("}script") and not is_file_or_data(element))
        ]

    assert of(crawl.pages, inline) == {}


def is_file_or_data(script):
    return script.get("src") or script.get("type") == "application/ld+json"


# Where an answer says something else: papers tell nobody, and the API is open to all.
OWN = {
    "/paper": {"referrer-policy": "no-referrer"},
    "/api/v1/": {"cross-origin-resource-policy": "cross-origin"},
}


def test_every_answer_carries_the_headers_and_no_cookie(crawl):
    expected = {name.lower(): value for name, value in HEADERS.items()}

    def wrong(page):
        path = urlsplit(page.address).path
        own = next((headers for start, headers in OWN.items() if path.startswith(start)), {})
        if page.headers["content-type"].startswith(PARTS):
            own = {name.lower(): None for name in OF_PAGES if name in HEADERS}
        found = {name: page.headers.get(name) for name in expected}
        return (found != expected | own and found) or page.headers.get("set-cookie")

    answers = [page for page in crawl.everything if "/admin/" not in page.address]
    assert {page.headers["content-type"].split(";")[0] for page in answers} >= {
        "text/html",
        "text/css",
        "font/woff2",
        "image/svg+xml",
    }
    assert of(answers, wrong) == {}


def test_files_are_kept_by_the_browser_for_good_and_pages_are_compressed(crawl):
    server = crawl.server
    styles = [
        address for page in crawl.pages for _, address in page.references if ".css" in address
    ]
    target = urlsplit(styles[0]).path
    for encoding in ("br", "gzip"):
        answer = server.ask(target, **{"Accept-Encoding": encoding})
        assert answer.getheader("Content-Encoding") == encoding
        assert answer.getheader("Cache-Control") == "max-age=315360000, public, immutable"
    assert server.ask("/", **{"Accept-Encoding": "gzip"}).getheader("Content-Encoding") == "gzip"
