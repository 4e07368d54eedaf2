"""The site as granian runs it: a request is given a thread once its body is here in full.

Granian's own threads would each wait for a body that a stranger sends byte by byte, so that a
few slow connections would hold them all; see docs/adr/0039-bodies-before-threads.md.
"""

import asyncio
import io
import ipaddress
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.template.loader import get_template

from findings.api.middleware import MESSAGES
from ics_leadership import limits, pulse
from ics_leadership.wsgi import application as site

# Twelve may be busy with files, and the rest read pages.
THREADS = 16
MOST_BYTES = 8_000_000
# Where bodies are taken, and how long they may be: a form of the admin may carry a file of 5 MB or
# the rows of one, a message to the API is short.
PLACES = {"/admin/": MOST_BYTES, MESSAGES: 64_000}
# What a proxy lets through is less; granian itself refuses 64 kB, without our headers.
LONGEST_ADDRESS = 16_000
# Of all bodies that are being read, so that many large ones don't take the memory.
MOST_HELD = 64_000_000
# What a body may take: so many seconds, and one more for so many bytes that have come.
SECONDS, BYTES_A_SECOND = 10, 20_000
# What is believed from our own proxy alone.
OF_A_PROXY = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REQUEST_ID")
NAMES = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}


class Refusal(Exception):
    """Why a body isn't taken, as the status of an answer."""

    def __init__(self, status):
        super().__init__(status)
        self.status = status


class Gone(Exception):
    """Whoever asked has hung up."""


class Bodies:
    """Reads bodies, bounded in time and size. All are read on one event loop, so that counting
    what is held needs no lock."""

    def __init__(self):
        self.held = 0

    async def read(self, receive, announced: int, most: int) -> bytes:
        if announced > most:
            raise Refusal(413)
        body = bytearray()
        try:
            async with asyncio.timeout(SECONDS) as limit:
                began = limit.when() - SECONDS
                while await self.more(receive, body, most):
                    limit.reschedule(began + SECONDS + len(body) / BYTES_A_SECOND)
        except TimeoutError as fault:
            raise Refusal(408) from fault
        finally:
            self.held -= len(body)
        return bytes(body)

    async def more(self, receive, body, most) -> bool:
        """Adds one piece to the body, and says whether there are more."""
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        piece = message.get("body", b"")
        body += piece
        self.held += len(piece)
        if len(body) > most:
            raise Refusal(413)
        if self.held > MOST_HELD:
            raise Refusal(503)
        return message.get("more_body", False)


class Server:
    """An ASGI application around a WSGI one."""

    def __init__(self, site, threads=THREADS):
        self.site = site
        self.bodies = Bodies()
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="request")

    async def __call__(self, scope, receive, send):
        environ = environment(scope)
        try:
            if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
                raise Refusal(414)
            body = await self.body_of(environ, receive)
        except Refusal as refusal:
            body, environ["ics.refused"] = b"", refusal.status
        except Gone:
            return
        environ["CONTENT_LENGTH"] = str(len(body))
        environ["wsgi.input"] = io.BytesIO(body)
        loop = asyncio.get_running_loop()
        status, headers, content = await loop.run_in_executor(self.threads, self.answer, environ)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    async def body_of(self, environ, receive) -> bytes:
        """The body; what goes to a page that takes none isn't read."""
        path = environ["PATH_INFO"]
        most = next((most for place, most in PLACES.items() if path.startswith(place)), 0)
        if not most:
            return b""
        announced = environ.get("CONTENT_LENGTH", "0")
        if environ["REQUEST_METHOD"] in ("GET", "HEAD") and announced == "0":
            return b""
        number = int(announced) if announced.isdecimal() else 0
        return await self.bodies.read(receive, number, most)

    def answer(self, environ):
        """Runs in a thread of our own."""
        head = []

        def start_response(status, headers, exc_info=None):
            pairs = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
            head[:] = [int(status[:3]), pairs]

        result = self.site(environ, start_response)
        try:
            content = b"".join(result)
        finally:
            if close := getattr(result, "close", None):
                close()
        return *head, content


def environment(scope) -> dict:
    """What a WSGI application is told of the request, as PEP 3333 wants it."""
    client, server = scope["client"] or ("", ""), scope["server"] or ("", "")
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        # Bytes that are no UTF-8 are for the site to refuse, so none may be lost here.
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "REMOTE_ADDR": client[0],
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        put_header(environ, name.decode("latin-1"), value.decode("latin-1"))
    if not is_our_proxy(environ["REMOTE_ADDR"]):
        for name in OF_A_PROXY:
            environ.pop(name, None)
    return environ


def is_our_proxy(client):
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return not client  # a socket of this machine
    return any(address in network for network in settings.PROXY_NETWORKS)


def put_header(environ, name, value):
    """A name with a low line is dropped, since WSGI can't tell it from one with a dash."""
    if "_" in name:
        return
    key = NAMES.get(name) or "HTTP_" + name.upper().replace("-", "_")
    joint = "; " if name == "cookie" else ","
    environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value


def read_all():
    """Code and templates are read before the first request. At an upgrade the next version is on
    the disk while this one goes on answering, and a page must not be made of both."""
    import_module(settings.ROOT_URLCONF)
    folder = Path(settings.TEMPLATES[0]["DIRS"][0])
    for file in folder.rglob("*.*"):
        get_template(str(file.relative_to(folder)))


limits.begin()
pulse.begin()

from ics_leadership.watching import Watched  # noqa: E402 (needs the settings)

read_all()
application = Server(Watched(site))
