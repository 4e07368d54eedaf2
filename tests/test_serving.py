"""The server between granian and Django, asked as granian asks it."""

import asyncio
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db.backends.signals import connection_created
from django.template import engines
from psycopg2 import extensions

from ics_leadership import granian_server, limits, serving

# Of the server alone: a test may think as long as it needs between two statements.
connection_created.disconnect(limits.set_limits)
extensions.set_wait_callback(None)

PIECE = b"x" * 1000


def scope(path="/admin/login/", method="POST", query=b"", headers=()):
    return {
        "type": "http",
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "raw_path": path.encode(),
        "query_string": query,
        "headers": list(headers),
        "client": ("127.0.0.1", "40000"),
        "server": ("127.0.0.1", "8000"),
    }


def telling(environ, start_response):
    """A site that answers with what it was told."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Set-Cookie", "a=b")])
    told = (environ.get("ics.refused"), environ["wsgi.input"].read())
    return Result([repr(told).encode()])


class Result(list):
    closed = 0

    def close(self):
        Result.closed += 1


async def ask(server, scope, pieces):
    """Asks with a body in pieces; after the last, None means that no more ever comes."""
    sent, pieces = [], list(pieces)

    async def receive():
        piece = pieces.pop(0)
        if piece is None:
            await asyncio.Event().wait()
        if piece == "gone":
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message):
        sent.append(message)

    await server(scope, receive, send)
    return sent


def answer(pieces, site=telling, **asked):
    return asyncio.run(ask(serving.Server(site, threads=1), scope(**asked), pieces))


def told(pieces, **asked):
    return answer(pieces, **asked)[1]["body"].decode()


def test_a_body_is_gathered_and_the_answer_handed_on_and_closed():
    closed = Result.closed
    head, body = answer([b"user", b"name=a"])
    assert head == {
        "type": "http.response.start",
        "status": 200,
        "headers": [(b"content-type", b"text/plain"), (b"set-cookie", b"a=b")],
    }
    assert body == {"type": "http.response.body", "body": b"(None, b'username=a')"}
    assert Result.closed == closed + 1


def test_an_answer_need_not_be_closed():
    def kept(environ, start_response):
        start_response("200 OK", [])
        return [b"a kept ", b"page"]

    assert answer([], site=kept, method="GET")[1]["body"] == b"a kept page"


def test_a_body_that_goes_to_a_page_without_forms_is_not_waited_for():
    assert told([None], path="/browse/") == "(None, b'')"
    assert told([None], method="GET") == "(None, b'')"


def test_a_message_to_the_api_is_read_and_is_short():
    path = "/api/v1/mcp"
    assert told([b"{", b"}"], path=path) == "(None, b'{}')"
    assert told([b"x" * 65_000], path=path) == "(413, b'')"


def test_a_body_that_stops_coming_is_refused(monkeypatch):
    monkeypatch.setattr(serving, "SECONDS", 0.01)
    assert told([b"part", None]) == "(408, b'')"


def test_a_body_that_keeps_coming_has_more_time(monkeypatch):
    monkeypatch.setattr(serving, "SECONDS", 0.01)
    monkeypatch.setattr(serving, "BYTES_A_SECOND", 1)
    assert told([PIECE] * 3) == f"(None, {PIECE * 3!r})"


def test_a_large_body_is_refused_whether_it_says_so_or_not(monkeypatch):
    announced = [(b"content-length", b"8000001")]
    assert told([None], headers=announced) == "(413, b'')"
    monkeypatch.setitem(serving.PLACES, "/admin/", 2500)
    assert told([PIECE, PIECE, PIECE, None]) == "(413, b'')"


def test_a_long_address_is_refused_by_the_site_with_its_headers():
    long = "/" + "a" * serving.LONGEST_ADDRESS
    assert told([], path=long, method="GET") == "(414, b'')"


def test_many_large_bodies_are_refused_and_forgotten(monkeypatch):
    monkeypatch.setattr(serving, "MOST_HELD", 1500)
    server = serving.Server(telling, threads=1)

    async def twice():
        refused = await ask(server, scope(), [PIECE, PIECE, None])
        taken = await ask(server, scope(), [PIECE])
        return refused[1]["body"], taken[1]["body"]

    refused, taken = asyncio.run(twice())
    assert (refused, taken) == (b"(503, b'')", f"(None, {PIECE!r})".encode())
    assert server.bodies.held == 0


def test_nobody_is_answered_who_has_gone():
    assert answer([b"part", "gone"]) == []


def test_a_site_that_is_sent_slow_bodies_answers_others():
    server = serving.Server(telling, threads=1)

    async def both():
        slow = [asyncio.create_task(ask(server, scope(), [b"x", None])) for _ in range(50)]
        await asyncio.sleep(0)
        quick = await ask(server, scope("/", "GET"), [b""])
        for each in slow:
            each.cancel()
        return quick

    assert asyncio.run(both())[1]["body"] == b"(None, b'')"


def test_the_site_runs_in_a_thread_of_the_server():
    names = []

    def naming(environ, start_response):
        names.append(threading.current_thread().name)
        return telling(environ, start_response)

    answer([b""], site=naming)
    assert [name.split("_")[0] for name in names] == ["request"]


def test_a_request_is_told_as_wsgi_wants_it():
    headers = [
        (b"host", b"ics.example.org"),
        (b"cookie", b"a=1"),
        (b"cookie", b"b=2"),
        (b"x-forwarded-for", b"192.0.2.7"),
        (b"x-forwarded-for", b"192.0.2.8"),
        (b"x_forwarded_for", b"203.0.113.1"),
        (b"content-type", b"text/plain"),
        (b"x-name", b"caf\xe9"),
    ]
    asked = scope("/a%2Fb/%ff/caf%C3%A9", "GET", b"q=%C3\xa9", headers)
    environ = serving.environment(asked)
    expected = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/a/b/\xff/caf\xc3\xa9",
        "QUERY_STRING": "q=%C3\xa9",
        "REMOTE_ADDR": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "ics.example.org",
        "HTTP_COOKIE": "a=1; b=2",
        "HTTP_X_FORWARDED_FOR": "192.0.2.7,192.0.2.8",
        "CONTENT_TYPE": "text/plain",
        "HTTP_X_NAME": "caf\xe9",
    }
    assert {name: environ[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("client", "believed"),
    [("127.0.0.1", True), ("::1", True), ("", True), ("192.0.2.1", False), ("odd", False)],
)
def test_only_our_own_proxy_is_believed(client, believed):
    headers = [(b"x-forwarded-for", b"1.2.3.4"), (b"x-forwarded-proto", b"https")]
    told = serving.environment({**scope(headers=headers), "client": (client, 1)})
    assert ("HTTP_X_FORWARDED_FOR" in told, "HTTP_X_FORWARDED_PROTO" in told) == (believed,) * 2


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        (408, "Your form did not arrive in time"),
        (413, "That is more than this site takes at once"),
        (414, "That address is too long"),
        (503, "Too many large forms at once"),
    ],
)
def test_whoever_sent_a_form_is_told_what_became_of_it(client, status, heading):
    response = client.post("/admin/login/", **{"ics.refused": status})
    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in response.text
    assert response.get("Retry-After") == ("60" if status == 503 else None)
    assert "Content-Security-Policy" in response.headers


@pytest.mark.parametrize(("told", "alive"), [([True, True, False], False), ([True] * 99, True)])
def test_a_worker_has_a_moment_to_be_known_as_ended(monkeypatch, told, alive):
    monkeypatch.setattr(granian_server, "MOMENT", 0 if alive else 60)
    inner = SimpleNamespace(is_alive=lambda: told.pop(0))
    assert granian_server.is_alive(SimpleNamespace(inner=inner)) is alive


def test_all_templates_are_read_before_the_first_request():
    (loader,) = engines["django"].engine.template_loaders
    loader.reset()
    serving.read_all()
    folder = Path(settings.TEMPLATES[0]["DIRS"][0])
    names = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert len(names) > 200
    assert names <= loader.get_template_cache.keys()
