"""Visits an address of another site, and never one of our own network.

All that a name resolves to must be public, and the connection goes to the very number that was
looked at: a name that answers otherwise the second time gains nothing. Each redirect is looked
at anew. Of an answer no more than its head is read, within one deadline for everything.
"""

import http.client
import io
import ipaddress
import queue
import re
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

AGENT = "ICS-Leadership-link-check/1 (checks the links of a public site)"
SECONDS = 20
MOST_REDIRECTS = 5
MOST_BYTES = 64 * 1024
PORTS = {"http": 80, "https": 443}
FOR_GOOD = {301, 308}
REDIRECTS = {*FOR_GOOD, 302, 303, 307}
# Addresses that lead to others: a tunnel (Teredo, 6to4), and a way from IPv6 to IPv4.
TUNNELS = [ipaddress.ip_network(each) for each in ("2001::/32", "2002::/16", "64:ff9b:1::/48")]
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# What is set apart and Python counts as open, or would in a later version: services of the
# network itself, documentation, and identifiers that are no addresses.
SET_APART = [
    ipaddress.ip_network(each)
    for each in (
        *("192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24"),
        *("192.0.0.0/24", "2001::/23", "2001:db8::/32", "2620:4f:8000::/48"),
        *("100::/64", "3fff::/20", "5f00::/16", "fec0::/10", "::/96"),
    )
]
HOST = re.compile(r"[A-Za-z0-9._:-]+")
STATUS = re.compile(rb"HTTP/1\.[01] ([1-5][0-9][0-9])(?: |$)")


class Refused(Exception):
    """An address that is not visited, with the reason as a sentence."""


class Unreachable(Exception):
    """No answer, with the reason as a sentence. `lasting`: asking again would not help."""

    def __init__(self, reason, *, lasting=False):
        super().__init__(reason)
        self.lasting = lasting


@dataclass(frozen=True)
class Visit:
    """The last answer: its `status`, the `url` that gave it, and whether every redirect on the
    way there was said to be for good."""

    status: int
    url: str
    for_good: bool


@dataclass(frozen=True)
class Target:
    scheme: str
    host: str
    path: str


def visit(url, resolve=None, connect=socket.create_connection, seconds=SECONDS):
    """The Visit to `url`, redirects followed. Raises Refused or Unreachable.

    `resolve(host, port)` gives the numbers of a host, `connect` is as in the socket module.
    """
    until, for_good = time.monotonic() + seconds, True
    for _ in range(MOST_REDIRECTS + 1):
        status, location = ask(target_of(url), resolve or numbers_of, connect, until)
        if status not in REDIRECTS or not location:
            return Visit(status, url, for_good)
        for_good = for_good and status in FOR_GOOD
        url = urljoin(url, location)
    raise Unreachable(f"It redirects more than {MOST_REDIRECTS} times.", lasting=True)


def target_of(url):
    """The Target of an address that may be visited by its looks."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode()
        port = parts.port
    except (ValueError, UnicodeError):
        raise Refused("It is no address of the web.") from None
    if parts.scheme not in PORTS or not HOST.fullmatch(host):
        raise Refused("It begins with neither https:// nor http:// and a name.")
    if port not in (None, PORTS[parts.scheme]):
        raise Refused("It names a port; only the usual ones are visited.")
    if parts.username is not None or parts.password is not None:
        raise Refused("It holds a name or password.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~")
    return Target(parts.scheme, host, f"{path}?{query}" if query else path)


def numbers_of(host, port):
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        lasting = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None))
        reason = "Nobody knows a site of this name." if lasting else "Its name can’t be looked up."
        raise Unreachable(reason, lasting=lasting) from None
    return list(dict.fromkeys(each[4][0] for each in found))


def looked_up(host, port, resolve, until):
    """What `resolve` gives, in time. The system's own takes as long as it is set up to take and
    can't be stopped, so its thread is left to end by itself, and holds nobody up."""
    answers = queue.SimpleQueue()

    def look_up():
        try:
            answers.put((resolve(host, port), None))
        except (Unreachable, OSError) as error:
            answers.put(([], error))

    threading.Thread(target=look_up, daemon=True).start()
    try:
        numbers, error = answers.get(timeout=left(until))
    except queue.Empty:
        raise Unreachable("Its name was not looked up in time.") from None
    if error:
        raise error
    return numbers


def is_public(number):
    """Whether an IP address, as text, is one of the open internet."""
    address = ipaddress.ip_address(number)
    if address.version == 6 and address in TRANSLATED:
        return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return (
        address.is_global
        and not address.is_multicast
        and not any(address in network for network in (*TUNNELS, *SET_APART))
    )


def ask(target, resolve, connect, until):
    """(status, Location or "") of one answer."""
    port = PORTS[target.scheme]
    try:
        numbers = looked_up(target.host, port, resolve, until)
        if not numbers or not all(map(is_public, numbers)):
            raise Refused("It leads into a private network.")
        with opened(target, numbers[0], port, connect, until) as connection:
            connection.sendall(request_of(target))
            return answer_from(connection, until)
    except TimeoutError:
        raise Unreachable("It did not answer in time.") from None
    except ssl.SSLCertVerificationError:
        raise Unreachable("Its certificate can’t be trusted.") from None
    except OSError as error:
        reason = error.strerror or "the connection broke"
        raise Unreachable(f"It can’t be reached: {reason}.") from None


def opened(target, number, port, connect, until):
    """A connection to `number`, on which the certificate, if any, is that of the host."""
    connection = connect((number, port), timeout=left(until))
    if target.scheme == "http":
        return connection
    try:
        secure = ssl.create_default_context()
        # The whole of the handshake has this long, however slowly it comes in.
        connection.settimeout(left(until))
        return secure.wrap_socket(connection, server_hostname=target.host)
    except BaseException:
        connection.close()
        raise


def request_of(target):
    host = f"[{target.host}]" if ":" in target.host else target.host
    lines = [
        f"GET {target.path} HTTP/1.1",
        f"Host: {host}",
        f"User-Agent: {AGENT}",
        "Accept: */*",
        "Connection: close",
    ]
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def answer_from(connection, until):
    received, status = b"", 100
    # An answer of 1xx only announces the real one.
    while status < 200:
        head, received = head_from(connection, received, until)
        line, _, rest = head.partition(b"\r\n")
        match = STATUS.match(line)
        if not match:
            raise Unreachable("Its answer is none that a browser would understand.")
        status = int(match[1])
    try:
        headers = http.client.parse_headers(io.BytesIO(rest + b"\r\n"))
    except http.client.HTTPException:
        raise Unreachable("Its answer is none that a browser would understand.") from None
    return status, (headers.get("Location") or "").strip()


def head_from(connection, received, until):
    """(the head of an answer, what was received after it)."""
    while b"\r\n\r\n" not in received:
        if len(received) > MOST_BYTES:
            raise Unreachable("Its answer never comes to an end.")
        connection.settimeout(left(until))
        piece = connection.recv(4096)
        if not piece:
            raise Unreachable("It ends without an answer.")
        received += piece
    head, _, rest = received.partition(b"\r\n\r\n")
    return head + b"\r\n", rest


def left(until):
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
