"""The real site: script/serve with a database, static files and key of its own."""

import contextlib
import fcntl
import os
import random
import shutil
import signal
import socket
import subprocess
import time
import uuid
from http.client import HTTPConnection
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[2]
INHERITED = ("PATH", "HOME", "LANG")


def filled(var: Path) -> Path:
    """A folder that a first start has filled, made by whichever process of a run comes first."""
    with var.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not var.exists():
            server = Server(var)
            server.start()
            server.stop()
    return var


class Server:
    """A site of its own in the folder `var`: from nothing, or as a copy of a filled one, which
    is ready in a fifth of the time."""

    def __init__(self, var: Path, copied_from: Path | None = None):
        self.var = var
        if copied_from:
            shutil.copytree(copied_from, var)
        self.port = free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"http://{self.host}"
        # Not the settings of the tests, which this process has in its own environment.
        ours = {name: os.environ[name] for name in INHERITED if name in os.environ}
        self.environment = {**ours, "ICS_PROFILE": "local", "ICS_VAR": str(var)}
        if url := os.environ.get("DATABASE_URL"):
            self.environment["DATABASE_URL"] = new_database(url)

    def start(self, seconds=600):
        """Returns the seconds it took until the first page was answered."""
        began = time.monotonic()
        self.var.mkdir(parents=True, exist_ok=True)
        with (self.var / "log").open("a") as log:
            self.process = subprocess.Popen(
                [ROOT / "script" / "serve", self.host],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        while not self.answers():
            waited = time.monotonic() - began
            if self.process.poll() is not None or waited > seconds:
                self.stop()
                raise RuntimeError(self.log())
            time.sleep(0.05)
        return time.monotonic() - began

    def answers(self) -> bool:
        try:
            self.ask("/")
        except OSError:
            return False
        return True

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(timeout=120)

    def log(self) -> str:
        return (self.var / "log").read_text()

    def manage(self, *arguments, **variables) -> str:
        """Runs a Django command on this site and returns what it printed."""
        return subprocess.run(
            [ROOT / "script" / "manage", *arguments],
            env=self.environment | variables,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def make_editor(self, name="editor", password="a long enough password"):
        email = f"{name}@example.org"
        self.manage(
            "createsuperuser",
            *("--noinput", "--username", name, "--email", email),
            DJANGO_SUPERUSER_PASSWORD=password,
        )
        return name, password

    def ask(self, target, method="GET", body=None, **headers):
        """One raw request; returns the response, read."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, target, body, headers)
            response = connection.getresponse()
            response.body = response.read()
            return response
        finally:
            connection.close()


def new_database(url: str) -> str:
    """The address of an empty PostgreSQL database beside the one at `url`."""
    name = f"site_{uuid.uuid4().hex}"
    with contextlib.closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        connection.cursor().execute(f"CREATE DATABASE {name}")
    return f"{url.rpartition('/')[0]}/{name}"


def free_port() -> int:
    """A port that no connection out of this machine is given, so it stays free for a restart."""
    for port in random.SystemRandom().sample(range(10_000, 30_000), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("none of a hundred ports is free")
