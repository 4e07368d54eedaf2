"""Brings the local site up to date before it is served: tables, texts, static files.

Run by script/serve. One process does it all, since starting Django costs more than any step
that finds nothing to do.
"""

import hashlib
import os
import socket
import sys
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.management import CommandError, call_command


def main(host, port):
    wait_for_port(host, port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ics_leadership.settings")
    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_content")
        collect_static()
    except CommandError as error:
        sys.exit(f"The site was not started: {error}")


def wait_for_port(host: str, port: int, seconds: float = 2):
    """Exits when the port is taken; a server that was just killed takes a moment to let go."""
    deadline = time.monotonic() + seconds
    while reason := why_not(host, port):
        if time.monotonic() > deadline:
            sys.exit(
                f"script/serve: cannot listen on {host}:{port} ({reason}). "
                "Name another address, such as script/serve 127.0.0.1:8001"
            )
        time.sleep(0.1)


def why_not(host: str, port: int) -> str:
    """Why nothing can listen at this address, or an empty string."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        return str(error.args[-1])
    return ""


def collect_static():
    """Hashing and compressing take seconds, so unchanged files are left as they are."""
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    wanted = static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)


def static_fingerprint() -> str:
    """A digest of every static file's name, size and time of change."""
    from django.contrib.staticfiles.finders import get_finders  # needs settings

    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
