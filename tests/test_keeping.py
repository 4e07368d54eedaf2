"""Kept pages: never out of date, whoever changed what, and never anybody's own."""

import gzip
import threading
from contextlib import contextmanager
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.urls import reverse
from django.utils import timezone

from findings.publishing import references, schedule, versions
from findings.vocabulary import State
from ics_leadership import wsgi
from ics_leadership.keeping import Keeping
from ics_leadership.shelf import Shelf
from tests import factories
from tests.admin import filling

pytestmark = pytest.mark.django_db

PAGE = b"What stands here is the same for everybody. " * 20


@contextmanager
def one_connection():
    """Django ends a request by looking after its connection, which here a test has open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


class Site:
    """A Keeping over `inner`, which counts how often that was asked."""

    def __init__(self, inner):
        self.inner = inner
        self.asked = 0
        self.keeping = Keeping(self.count)

    def count(self, environ, start_response):
        self.asked += 1
        return self.inner(environ, start_response)

    def get(self, address, method="GET", **environ):
        """(status, headers, body) of one request, with HTTP_… and the like in `environ`."""
        path, _, query = address.partition("?")
        environ = {"HTTP_HOST": "testserver", "REQUEST_METHOD": method} | environ
        environ |= {"PATH_INFO": path, "QUERY_STRING": query}
        setup_testing_defaults(environ)
        started = []
        with one_connection():
            result = self.keeping(environ, lambda *told: started.extend(told))
            body = b"".join(result)
            getattr(result, "close", str)()
        return started[0], dict(started[1]), body


@pytest.fixture
def site():
    return Site(wsgi.site)


@pytest.fixture
def term():
    return factories.term("icb", name="ICB", definition="The first meaning.")


def by_form(term, client, folder):
    url = reverse("admin:findings_term_change", args=[term.pk])
    filling.post(client, url, definition="The second meaning.")


def by_import(term, client, folder):
    file = folder / "terms.csv"
    file.write_text("slug,name,definition\nicb,ICB,The second meaning.\n")
    call_command("import_rows", "terms", file, apply=True)


def by_sql(term, client, folder):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE findings_term SET definition = 'The second meaning.'")


@pytest.mark.parametrize("change", [by_form, by_import, by_sql])
def test_a_kept_page_is_right_at_the_very_next_request(site, term, admin_client, tmp_path, change):
    for _ in range(3):
        assert b"The first meaning." in site.get("/glossary/")[2]
    assert site.asked == 1
    change(term, admin_client, tmp_path)
    assert b"The second meaning." in site.get("/glossary/")[2]
    assert site.asked == 2


def test_what_a_command_publishes_is_seen_at_once(site):
    draft = factories.record("ICS18-F01", state=State.DRAFT)
    references.claim("ICS18-F01", draft.source, "F")
    draft.addressings.create(audience=factories.audience())
    factories.cite(draft, factories.passage())
    versions.keep(draft, versions.Note("form"))
    schedule.plan(draft, timezone.now())
    assert b"ICS18-F01" not in site.get("/findings/")[2]
    call_command("publish_due")
    assert b"ICS18-F01" in site.get("/findings/")[2]


def test_a_new_day_is_a_new_page(site, term, monkeypatch):
    site.get("/glossary/")
    monkeypatch.setattr("ics_leadership.keeping.localdate", lambda: "the next day")
    site.get("/glossary/")
    assert site.asked == 2


def test_a_reader_who_has_the_page_gets_none(site, term):
    _, headers, body = site.get("/glossary/")
    found = site.get("/glossary/", HTTP_IF_NONE_MATCH=f'"other", W/{headers["ETag"]}')
    assert (found[0], found[2], site.asked) == ("304 Not Modified", b"", 1)
    assert found[1]["ETag"] == headers["ETag"]
    assert "Content-Security-Policy" in found[1]
    assert site.get("/glossary/", HTTP_IF_NONE_MATCH='"other"')[0] == "200 OK"
    # Whoever made the page had it already.
    elsewhere = Site(wsgi.site)
    assert elsewhere.get("/glossary/", HTTP_IF_NONE_MATCH=headers["ETag"])[2] == b""
    assert len(body) == int(headers["Content-Length"])


def test_a_page_is_packed_as_its_reader_reads_it_and_better_when_asked_for_again(site, term):
    plain = site.get("/glossary/")[2]
    packed = [site.get("/glossary/", HTTP_ACCEPT_ENCODING="gzip, br") for _ in range(3)]
    assert [brotli.decompress(body) for _, _, body in packed] == [plain] * 3
    assert len(packed[1][2]) < len(packed[0][2])
    first, second, third = (headers["ETag"] for _, headers, _ in packed)
    assert first != second == third
    for headers, body in [each[1:] for each in packed]:
        assert (headers["Content-Encoding"], headers["Content-Length"]) == ("br", str(len(body)))
        assert headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(site.get("/glossary/", HTTP_ACCEPT_ENCODING="gzip;q=1")[2]) == plain
    assert site.asked == 3


def test_only_the_head_of_a_kept_page_is_sent_to_who_asks_for_no_more(site, term):
    assert site.get("/glossary/", "HEAD")[0] == "200 OK"
    assert not site.keeping.shelf.newcomers.pages
    kept = site.get("/glossary/")
    assert site.get("/glossary/", "HEAD") == (*kept[:2], b"")
    assert (site.get("/glossary/"), site.asked) == (kept, 2)


@pytest.mark.parametrize(
    ("address", "environ"),
    [
        ("/glossary/", {"HTTP_COOKIE": "sessionid=abc"}),
        ("/glossary/", {"HTTP_AUTHORIZATION": "Basic abc"}),
        ("/glossary/", {"REQUEST_METHOD": "POST"}),
        ("/glossary/?utm_source=letter", {}),
        ("/glossary/?q=" + "a" * 500, {}),
        ("/nowhere/", {}),
        ("/paper/", {}),
        ("/api/v1/records", {}),
        ("/admin/login/", {}),
        ("/glossary/", {"HTTP_HOST": "evil.example"}),
    ],
)
def test_these_are_never_kept(site, term, address, environ):
    method = environ.pop("REQUEST_METHOD", "GET")
    for _ in range(2):
        site.get(address, method, **environ)
    assert site.asked == 2
    assert not site.keeping.shelf.newcomers.pages


def test_a_cookie_of_others_is_no_reason_to_make_a_page_anew(site, term):
    for number in range(3):
        site.get("/glossary/", HTTP_COOKIE=f"balancer=node{number}")
    assert site.asked == 1


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("200 OK", [("Set-Cookie", "a=b")]),
        ("200 OK", [("Cache-Control", "max-age=0, Private")]),
        ("200 OK", [("Cache-Control", "no-store")]),
        ("200 OK", [("Vary", "Accept-Encoding, Cookie")]),
        ("500 Internal Server Error", []),
        ("503 Service Unavailable", []),
    ],
)
def test_an_answer_for_one_reader_is_never_kept(status, headers):
    site = Site(answering(status, headers))
    assert [site.get("/glossary/")[::2] for _ in range(2)] == [(status, PAGE)] * 2
    assert site.asked == 2


def answering(status, headers):
    class Answer(list):
        streaming, content = False, PAGE

        def close(self):
            pass

    def inner(environ, start_response):
        start_response(status, [("ETag", '"abc"'), *headers])
        return Answer([PAGE])

    return inner


def test_a_page_that_many_wait_for_is_made_once(monkeypatch):
    monkeypatch.setattr("ics_leadership.keeping.state_now", lambda: "one state")
    begun, go_on = threading.Event(), threading.Event()

    def inner(environ, start_response):
        begun.set()
        assert go_on.wait(20)
        return answering("200 OK", [])(environ, start_response)

    site, answers = Site(inner), []
    ask = [threading.Thread(target=lambda: answers.append(site.get("/a/"))) for _ in range(6)]
    ask[0].start()
    assert begun.wait(20)
    for thread in ask[1:]:
        thread.start()
    go_on.set()
    for thread in ask:
        thread.join(20)
    assert [body for _, _, body in answers] == [PAGE] * 6
    assert site.asked == 1


class Sized:
    def __init__(self, size):
        self.size = size


def test_a_flood_of_odd_addresses_drives_out_one_another():
    shelf = Shelf(room=400)
    for address in ("/", "/browse/"):
        shelf.put("now", address, Sized(10))
        assert shelf.find("now", address)[1]
    for number in range(1000):
        shelf.put("now", f"/browse/?q={number}", Sized(10))
    assert len(shelf.newcomers.pages) == 10
    assert all(shelf.find("now", address)[0] for address in ("/", "/browse/"))
    for number in range(1000):
        shelf.put("now", number, Sized(10))
        shelf.find("now", number)
    assert shelf.newcomers.size + shelf.favourites.size <= 400


def test_what_was_made_for_another_state_is_not_found():
    shelf = Shelf()
    shelf.put("before", "/", Sized(1))
    assert shelf.find("after", "/") == (None, False)
    shelf.put("after", "/browse/", Sized(1))
    assert shelf.find("before", "/") == (None, False)


def test_while_the_database_is_away_kept_pages_are_read_on_and_noted_by_nobody(
    site, term, monkeypatch
):
    _, before, body = site.get("/glossary/", HTTP_ACCEPT_ENCODING="br")
    assert "ETag" in before
    monkeypatch.setattr("ics_leadership.keeping.state_now", lambda: None)
    status, headers, again = site.get(
        "/glossary/", HTTP_ACCEPT_ENCODING="br", HTTP_IF_NONE_MATCH=before["ETag"]
    )
    assert (status, again, site.asked) == ("200 OK", body, 1)
    assert (headers["Cache-Control"], "ETag" in headers) == ("no-store", False)
    site.get("/glossary/?q=never-asked")
    assert site.asked == 2
