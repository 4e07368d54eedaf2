"""Brings the site up to date before it is served: tables, texts, static files.

Run by script/serve and script/prepare. One process does it all, since starting Django costs more
than any step that finds nothing to do.
"""

import hashlib
import os
import socket
import sys
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from ics_leadership import database

# Any number that is the same on each node.
LOCK = 4_731_802
# For a table that others hold.
PATIENCE = "5s"


def main(arguments):
    match arguments:
        case ["--production", *options]:
            start()
            prepare(options)
        case ["--files"]:
            start()
            collect_static()
        case ["--ready", host, port]:
            start()
            say_what_is_missing()
            wait_for_port(host, int(port))
            metrics_of_before()
        case [host, port]:
            wait_for_port(host, int(port))
            start()
            prepare()


def start():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ics_leadership.settings")
    try:
        django.setup()
    except ImproperlyConfigured as fault:
        sys.exit(f"The site was not started: {fault}")
    if not settings.LOCAL:
        sys.stderr.write(f"This is for {database.name()}.\n")


def prepare(options=()):
    try:
        one_at_a_time()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_content", *options)
        collect_static()
    except (CommandError, DatabaseError) as error:
        sys.exit(f"The site was not started: {error}")


def one_at_a_time():
    """Nodes that are brought up to date at once take turns, until their process ends. No change
    of tables waits long for a lock, since all readers would wait behind it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            cursor.execute(f"SET lock_timeout = '{PATIENCE}'")


def say_what_is_missing():
    """Ends the start where script/prepare is due."""
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        # The site answers politely until the database is back, and serves what needs none.
        sys.stderr.write(f"The database can't be reached now: {fault}\n")
        behind = []
    from ics_leadership import static_names  # noqa: PLC0415 (needs settings)

    if behind or not static_names.is_there():
        sys.exit("The site was not started: run script/prepare, since tables or files are missing.")


def metrics_of_before():
    if settings.METRICS_TOKEN:
        from ics_leadership import metrics  # noqa: PLC0415 (needs settings)

        metrics.forget()


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
    """Hashing and compressing take seconds, so unchanged files are left as they are.

    What pages asked for before stays until the next change: nodes that are still to be restarted
    and pages that readers have open go on asking for it.
    """
    root = Path(settings.STATIC_ROOT)
    stamp, wanted = root / ".stamp", static_fingerprint()
    told, *before = stamp.read_text().splitlines() if stamp.exists() else [""]
    if told == wanted:
        return
    plain = plain_names()
    for name in plain:  # copied anew, whatever its time; pages ask for hashed names
        (root / name).unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    names = plain | hashed_names()
    for file in root.rglob("*"):
        name = str(file.relative_to(root)).removesuffix(".gz").removesuffix(".br")
        if file.is_file() and name not in names and name not in before:
            file.unlink()
    stamp.write_text("\n".join([wanted, *sorted(names)]))


def plain_names() -> set:
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415 (needs settings)

    return {name for finder in get_finders() for name, _ in finder.list([])}


def hashed_names() -> set:
    from django.core.files.storage import storages  # noqa: PLC0415 (needs settings)

    # Not the one that was there before collecting, which knows the names of before.
    storage = storages.create_storage(settings.STORAGES["staticfiles"])
    return set(getattr(storage, "hashed_files", {}).values())


def static_fingerprint() -> str:
    """A digest of every static file's name, size and time of change."""
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415 (needs settings)

    # Collected otherwise than before, since their names are listed elsewhere.
    digest = hashlib.sha256(b"2")
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
