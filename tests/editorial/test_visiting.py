"""Visits to other sites: a local server plays them, and a resolver of our own their names."""

import contextlib
import socket
import threading

import pytest

from findings.editorial import visiting
from findings.editorial.visiting import Refused, Unreachable, Visit, is_public, visit

PUBLIC = "93.184.216.34"


class Elsewhere:
    """Other sites, whose names all lead to one public number; a real socket answers for it.

    `answers` holds the bytes that each request gets, in order; `asked` the requests, `reached`
    the numbers that were connected to.
    """

    def __init__(self, *answers, names=None):
        self.answers = list(answers)
        self.names = names or {}
        self.asked, self.reached, self.resolved = [], [], []

    def resolve(self, host, port):
        self.resolved.append(host)
        return self.names.get(host, [PUBLIC])

    def connect(self, address, timeout):
        self.reached.append(address)
        here, there = socket.socketpair()
        here.settimeout(timeout)
        threading.Thread(target=self.serve, args=[there, self.answers.pop(0)], daemon=True).start()
        return here

    def serve(self, connection, answer):
        with connection, contextlib.suppress(OSError):
            self.asked.append(connection.recv(65536).decode("latin-1"))
            connection.sendall(answer)

    def visit(self, url, **options):
        return visit(url, self.resolve, self.connect, **options)


def answer(status, **headers):
    lines = [f"HTTP/1.1 {status} Reason", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join([*lines, "", ""]) + "a body that nobody reads").encode()


def test_a_page_that_is_there():
    site = Elsewhere(answer(200))
    url = "http://example.org/a page?q=ä"
    assert site.visit(url) == Visit(200, url, True)
    assert site.reached == [(PUBLIC, 80)]
    sent = site.asked[0].splitlines()
    assert sent[:2] == ["GET /a%20page?q=%C3%A4 HTTP/1.1", "Host: example.org"]


@pytest.mark.parametrize(("status", "for_good"), [(301, True), (308, True), (302, False)])
def test_a_redirect_is_followed(status, for_good):
    site = Elsewhere(answer(status, Location="/there"), answer(200))
    assert site.visit("http://example.org/here") == Visit(200, "http://example.org/there", for_good)
    assert "GET /there HTTP/1.1" in site.asked[1]


def test_an_answer_that_announces_another_is_passed_over():
    site = Elsewhere(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer(404))
    assert site.visit("http://example.org/").status == 404


def test_redirects_without_end_are_given_up():
    site = Elsewhere(*[answer(302, Location="/")] * 6)
    with pytest.raises(Unreachable, match="redirects more than 5 times") as raised:
        site.visit("http://example.org/")
    assert raised.value.lasting


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.0.0.7",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "192.0.0.9",
        "192.88.99.1",
        "192.175.48.1",
        "198.18.0.1",
        "203.0.113.1",
        "240.0.0.1",
        "2001:20::1",
        "2001:db8::1",
        "2620:4f:8000::1",
        "3fff::1",
        "5f00::1",
        "fec0::1",
        "100::1",
        "::127.0.0.1",
    ],
)
def test_a_name_that_leads_into_a_private_network_is_not_visited(number):
    site = Elsewhere(names={"example.org": [PUBLIC, number]})
    with pytest.raises(Refused, match="private network"):
        site.visit("https://example.org/")
    assert site.reached == []


@pytest.mark.parametrize("number", [PUBLIC, "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_the_open_internet_is_public(number):
    assert is_public(number)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_by_any_of_its_names_is_not_visited(host):
    with pytest.raises(Refused, match="private network"):
        visit(f"http://{host}/", connect=None)


def test_a_redirect_into_a_private_network_is_not_followed():
    site = Elsewhere(
        answer(301, Location="http://inside.example/latest/meta-data/"),
        names={"inside.example": ["169.254.169.254"]},
    )
    with pytest.raises(Refused):
        site.visit("http://example.org/")
    assert site.reached == [(PUBLIC, 80)]


def test_a_name_that_answers_otherwise_the_second_time_gains_nothing():
    site = Elsewhere(answer(200))
    turns = iter([[PUBLIC], ["127.0.0.1"]])
    visit("http://example.org/", lambda host, port: next(turns), site.connect)
    assert site.reached == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "//example.org/",
        "/here",
        "",
        "http://",
        "http://example.org:22/",
        "https://example.org:80/",
        "http://example.org:x/",
        "http://name:secret@example.org/",
        "http://[::1/",
        f"http://{'a' * 64}.example/",
        "http://a..example/",
        "http://a b.example/",
        "http://a\0.example/",
    ],
)
def test_what_is_no_ordinary_address_is_not_even_looked_up(url):
    site = Elsewhere()
    with pytest.raises(Refused):
        site.visit(url)
    assert site.resolved == []


def test_what_an_address_holds_never_becomes_a_header():
    site = Elsewhere(answer(301, Location="/\tb\x0bHost: evil ²"), answer(200))
    site.visit("http://example.org/ HTTP/1.1\r\nX-Evil: yes")
    for request in site.asked:
        names = [line.partition(":")[0] for line in request.splitlines()[1:] if line]
        assert names == ["Host", "User-Agent", "Accept", "Connection"]


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b"", "ends without an answer"),
        (b"HTTP/1.1 200 OK\r\n", "ends without an answer"),
        (b"nonsense\r\n\r\n", "none that a browser would understand"),
        (b"HTTP/1.1 999 x\r\n\r\n", "none that a browser would understand"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n", "none that a browser"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 20_000, "never comes to an end"),
    ],
)
def test_a_strange_answer_is_none(sent, reason):
    with pytest.raises(Unreachable, match=reason) as raised:
        Elsewhere(sent).visit("http://example.org/")
    assert not raised.value.lasting


@pytest.fixture
def clock(monkeypatch):
    """A function that says what the clock shows at each look, in seconds from the beginning."""

    def show(*seconds):
        looks = iter(seconds)
        monkeypatch.setattr(visiting.time, "monotonic", lambda: next(looks, seconds[-1]))

    return show


def test_one_deadline_holds_for_everything(clock):
    clock(0, 1, 2, 30)
    site = Elsewhere(b"HTTP/1.1 200 OK\r\n")
    with pytest.raises(Unreachable, match="did not answer in time"):
        site.visit("http://example.org/")


def test_a_name_that_is_never_looked_up_holds_nobody_up(clock):
    clock(0, 19.95)
    asleep = threading.Event()

    def resolve(host, port):
        asleep.wait()
        return [PUBLIC]

    with pytest.raises(Unreachable, match="was not looked up in time") as raised:
        visit("http://example.org/", resolve, Elsewhere().connect, seconds=20)
    assert not raised.value.lasting
    asleep.set()


def test_a_resolver_that_breaks_is_said():
    def resolve(host, port):
        raise OSError(24, "Too many open files")

    with pytest.raises(Unreachable, match="can’t be reached: Too many open files"):
        visit("http://example.org/", resolve, Elsewhere().connect)


def test_a_handshake_that_never_ends_is_given_up(clock):
    def connect(address, timeout):
        here, there = socket.socketpair()
        here.settimeout(timeout)
        ends.append(there)
        return here

    ends = []
    clock(0, 1, 2, 19.95)
    with pytest.raises(Unreachable, match="did not answer in time"):
        visit("https://example.org/", Elsewhere().resolve, connect, seconds=20)
    ends[0].close()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
        (OSError(), "the connection broke"),
        (TimeoutError(), "in time"),
    ],
)
def test_a_site_that_is_down_is_unreachable(error, reason):
    def connect(address, timeout):
        raise error

    with pytest.raises(Unreachable, match=reason):
        visit("http://example.org/", Elsewhere().resolve, connect)


def test_a_site_without_a_certificate_that_holds_is_unreachable():
    site = Elsewhere(b"no handshake")
    with pytest.raises(Unreachable, match="can’t be reached"):
        site.visit("https://example.org/")
    assert site.reached == [(PUBLIC, 443)]


@pytest.mark.parametrize(
    ("code", "lasting"), [(socket.EAI_NONAME, True), (socket.EAI_AGAIN, False)]
)
def test_a_name_that_nobody_knows(monkeypatch, code, lasting):
    def fail(*args, **options):
        raise socket.gaierror(code, "x")

    monkeypatch.setattr(visiting.socket, "getaddrinfo", fail)
    with pytest.raises(Unreachable) as raised:
        visit("http://example.org/", connect=None)
    assert raised.value.lasting == lasting
