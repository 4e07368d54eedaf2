"""Public pages, kept until something changes that readers may see; in front of all of Django.

A page is kept for a generation (see findings.models.generation) and a day, since verdicts grow
old by the day. Both are read anew with each request, before anything else: a kept page is never
out of date, on no worker and on no node. What bears a cookie of ours, is private, sets a cookie
or isn't a plain 200 is passed on, and so is what names a parameter that no page reads.
"""

import gzip
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Waited
from dataclasses import dataclass
from threading import Lock

import brotli
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.timezone import localdate

from findings.asking import comparison, facets, strict
from findings.models import generation
from ics_leadership import compression, private

from .shelf import Shelf

# The API counts its requests, the admin is for editors, files have names that never change, and
# probes have to be quick while the database is away.
ELSEWHERE = (
    *("/admin/", "/api/v1/", "/static/", "/preview/", "/healthz", "/readyz", "/metrics"),
    *private.PLACES,
)
# Every parameter that a page reads; only these make another page.
NAMES = {*facets.BY_KEY, *comparison.KEYS, *strict.LIST, "since", "year"}
COOKIES = (settings.SESSION_COOKIE_NAME, "messages")
# What is asked of us about a page that is to be made, not of the page.
ABOUT = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_COOKIE", "HTTP_RANGE")
LONGEST_QUESTION = 500
MOST = 1_000_000  # bytes of one page
PATIENCE = 30  # seconds to wait for a page that is being made


@dataclass(frozen=True)
class Page:
    headers: tuple
    body: bytes
    tag: str
    # Packed in a hurry: to be packed better when it is asked for again.
    hasty: bool = False

    @property
    def size(self):
        return len(self.body) + 2000

    def better(self):
        body = brotli.compress(brotli.decompress(self.body), quality=compression.BEST)
        return made(self.headers, body, f"{self.tag}-br")

    def answer(self, environ, start_response):
        for tag in environ.get("HTTP_IF_NONE_MATCH", "").replace("W/", "").split(","):
            if self.tag == tag.strip().strip('"').partition("-")[0]:
                start_response("304 Not Modified", not_modified(self.headers, tag.strip()))
                return []
        start_response("200 OK", list(self.headers))
        return [self.body] if environ["REQUEST_METHOD"] == "GET" else []

    def unnoted(self, environ, start_response):
        """While the database is away: read on, and let nobody keep it as what stands now."""
        left_out = ("ETag", "Cache-Control")
        headers = [each for each in self.headers if each[0] not in left_out]
        start_response("200 OK", [*headers, ("Cache-Control", "no-store")])
        return [self.body] if environ["REQUEST_METHOD"] == "GET" else []


@dataclass(frozen=True)
class Unkept:
    """An answer that is for one request alone."""

    status: str
    headers: list
    result: object

    def answer(self, environ, start_response):
        start_response(self.status, self.headers)
        return self.result


def made(headers, body, etag, *, hasty=False):
    """A Page of these, with a strong ETag: the same bytes wherever it is made."""
    own = {"ETag": f'"{etag}"', "Content-Length": str(len(body))}
    rest = [(name, value) for name, value in headers if name not in own]
    return Page((*rest, *own.items()), body, etag.partition("-")[0], hasty)


def not_modified(headers, etag):
    left_out = ("Content-Length", "Content-Type", "Content-Encoding", "ETag")
    return [(name, value) for name, value in headers if name not in left_out] + [("ETag", etag)]


class Keeping:
    """The WSGI application `inner`, with its pages kept."""

    def __init__(self, inner):
        self.inner = inner
        self.shelf = Shelf()
        self.making = {}
        self.lock = Lock()

    def __call__(self, environ, start_response):
        question = question_of(environ)
        state = question and state_now()
        if not state:
            last = question and self.shelf.last(question)
            return (last.unnoted if last else self.inner)(environ, start_response)
        page, is_favourite = self.shelf.find(state, question)
        if is_favourite and page.hasty:
            page = page.better()
            self.shelf.put(state, question, page)
        page = page or self.awaited(state, question, environ)
        if page is None:
            return self.inner(environ, start_response)
        return page.answer(environ, start_response)

    def awaited(self, state, question, environ):
        """The page, made now or by whoever began before us; None where it isn't to be kept."""
        if environ["REQUEST_METHOD"] == "HEAD":
            return None
        key = (state, question)
        with self.lock:
            before = self.making.get(key)
            ours = None if before else self.making.setdefault(key, Future())
        if before:
            return wait(before)
        page = None
        try:
            page = self.make(environ, question)
            if isinstance(page, Page):
                self.shelf.put(state, question, page)
        finally:
            with self.lock:
                del self.making[key]
            ours.set_result(page if isinstance(page, Page) else None)
        return page

    def make(self, environ, question):
        """The Page, or what was answered instead."""
        alone = {name: value for name, value in environ.items() if name not in ABOUT}
        alone["HTTP_ACCEPT_ENCODING"] = question[-1]
        started = []
        result = self.inner(alone, lambda *status_and_headers: started.extend(status_and_headers))
        status, headers = started[:2]
        tag = tag_of(status, dict(headers), result)
        if not tag:
            return Unkept(status, headers, result)
        body = result.content
        result.close()
        packing = dict(headers).get("Content-Encoding", "")
        if packing == "gzip":  # into which Django has put random bytes
            body = gzip.compress(gzip.decompress(body), compresslevel=6, mtime=0)
        quick = {"br": "-br-quick", "gzip": "-gzip"}.get(packing, "")
        return made(headers, body, tag + quick, hasty=packing == "br")


def wait(before):
    try:
        return before.result(PATIENCE)
    except Waited:
        return None


def state_now():
    """For what all pages are kept; None where the database can't say."""
    try:
        return generation.current(), localdate()
    except DatabaseError:
        connection.close()
        return None


def question_of(environ):
    """What is asked, as far as the answer depends on it; None for what isn't kept."""
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or path.startswith(ELSEWHERE):
        return None
    if not is_anybody(environ) or not is_known(query):
        return None
    told = settings.BEHIND_PROXY and environ.get("HTTP_X_FORWARDED_PROTO")
    scheme = environ.get("wsgi.url_scheme"), told
    host = environ.get("HTTP_HOST"), environ.get("SERVER_NAME"), environ.get("SERVER_PORT")
    return scheme, host, path, query, encoding_of(environ.get("HTTP_ACCEPT_ENCODING", ""))


def is_anybody(environ):
    cookies = environ.get("HTTP_COOKIE", "")
    return "HTTP_AUTHORIZATION" not in environ and not any(name in cookies for name in COOKIES)


def is_known(query):
    if not query:
        return True
    names = {pair.partition("=")[0] for pair in query.split("&")}
    return len(query) <= LONGEST_QUESTION and names <= NAMES


def encoding_of(accepted):
    """The best packing that is accepted, as the only one."""
    return next((each for each in ("br", "gzip") if compression.takes(accepted, each)), "")


def tag_of(status, headers, result):
    """The tag under which Django knows the page, or "" for what isn't to be kept."""
    private_words = {"private", "no-store"} & {
        word.strip().lower() for word in headers.get("Cache-Control", "").split(",")
    }
    public = status.startswith("200 ") and "Set-Cookie" not in headers and not private_words
    same_for_all = headers.get("Vary", "Accept-Encoding").lower() == "accept-encoding"
    if not public or not same_for_all or getattr(result, "streaming", True):
        return ""
    tag = headers.get("ETag", "").removeprefix("W/").strip('"')
    return tag if len(result.content) <= MOST and "-" not in tag else ""
