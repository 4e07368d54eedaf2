"""Every page of the running site, parsed: those of the sitemap and all they link to."""

import re
import warnings
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# Elements that name another file, and the attribute that does.
REFERENCES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
# Files and versions of records, and what tells those of one kind apart: reference and number.
MADE = re.compile(
    r"/[^/]+\.(?:docx|pdf|png|pptx|xlsx|json|csv|md|atom|ris|bib)$|/v[0-9]+(?:\.\.v[0-9]+)?/$"
)
APART = re.compile(r"[A-Z]+[0-9]+-[A-Z][0-9]+|(?<=[/.])v[0-9]+")


@dataclass
class Page:
    address: str
    status: int
    headers: dict
    text: str

    @property
    def is_html(self):
        return self.headers.get("content-type", "").startswith("text/html")

    @cached_property
    def parser(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # html5lib's own
            parser = html5lib.HTMLParser()
            parser.document = parser.parse(self.text)
        return parser

    @property
    def parse_errors(self):
        return [f"{place}: {code}" for place, code, _ in self.parser.errors]

    def all(self, name):
        return list(self.parser.document.iter(XHTML + name))

    def words(self, name):
        """The text of each element of this name."""
        return [" ".join("".join(element.itertext()).split()) for element in self.all(name)]

    @cached_property
    def ids(self):
        return [element.get("id") for element in self.parser.document.iter() if element.get("id")]

    @cached_property
    def parts(self) -> set[str]:
        """The classes of its elements: what the page is made of, whatever it says."""
        return {
            name
            for element in self.parser.document.iter()
            for name in (element.get("class") or "").split()
        }

    @cached_property
    def references(self):
        """(element, absolute address) of every link, stylesheet, script, picture and form."""
        return [
            (element, urljoin(self.address, element.get(attribute)))
            for name, attribute in REFERENCES.items()
            for element in self.all(name)
            if element.get(attribute) is not None
        ]


class Crawl:
    """With `every` each file and version is fetched, and otherwise one for all of its kind.
    Of questions to a page one is fetched for each set of parameters."""

    def __init__(self, server, *, every=False):
        self.server = server
        self.every = every
        self.fetched = {}

    @cached_property
    def sitemap(self) -> list[str]:
        response = self.server.ask("/sitemap.xml")
        locations = ElementTree.fromstring(response.body).iter(LOC)
        return [location.text for location in locations]

    @cached_property
    def pages(self) -> list[Page]:
        return [self.get(address) for address in self.sitemap]

    def get(self, address, exactly=False) -> Page:
        """The page at an address, or unless `exactly` another of its kind that came before."""
        address = urldefrag(address).url
        key = address if exactly else self.kind_of(address)
        if key not in self.fetched:
            response = self.server.ask(address.removeprefix(self.server.url) or "/")
            headers = {name.lower(): value for name, value in response.getheaders()}
            readable = headers.get("content-type", "").startswith("text/")
            text = response.body.decode() if readable else ""
            self.fetched[key] = Page(address, response.status, headers, text)
        return self.fetched[key]

    def kind_of(self, address):
        path, query = urlsplit(address)[2:4]
        if query:
            return path, *sorted({name for name, _ in parse_qsl(query)})
        return APART.sub("*", path) if MADE.search(path) and not self.every else address

    def is_ours(self, address) -> bool:
        return urlsplit(address).netloc == self.server.host

    @cached_property
    def everything(self) -> list[Page]:
        """The pages of the sitemap and all that they name on this site, one step away."""
        for page in self.pages:
            for _, address in page.references:
                if self.is_ours(address):
                    self.get(address)
        return list(self.fetched.values())

    def kinds(self) -> list[list[Page]]:
        """The pages of each kind of address, such as /findings/ICS18-F03/, the longest first."""
        alike = {}
        for page in self.pages:
            alike.setdefault(self.shape_of(page.address), []).append(page)
        return [sorted(each, key=lambda page: -len(page.text)) for each in alike.values()]

    @staticmethod
    def shape_of(address):
        return re.sub(r"(?<=.)/[^/]+/$", "/*/", urlsplit(address).path)

    def shapes(self) -> list[Page]:
        """The longest page of each kind of address, which stands for its like."""
        return [longest for longest, *_ in self.kinds()]

    def examples(self) -> list[Page]:
        """Of each kind the longest page and the shortest, and each other that shows a part of which
        no longer page of its kind was made: an unusual verdict, a warning, an empty list."""
        chosen = []
        for longest, *others in self.kinds():
            seen = longest.parts
            chosen.append(longest)
            for page in others:
                if page is others[-1] or page.parts - seen:
                    chosen.append(page)
                seen = seen | page.parts
        return chosen

    def asked(self) -> list[Page]:
        """One page with a query, such as a search, for each kind of path that links lead to with
        one."""
        pages = {}
        for page in self.pages:
            for _, address in page.references:
                path, query = urlsplit(address)[2:4]
                shape = self.shape_of(address)
                if query and path.endswith("/") and shape not in pages and self.is_ours(address):
                    pages[shape] = self.get(address, exactly=True)
        return [page for page in pages.values() if page.is_html and page.status == 200]
