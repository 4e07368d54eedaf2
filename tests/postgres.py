"""A throwaway PostgreSQL cluster: python -m tests.postgres COMMAND... runs COMMAND with its
DATABASE_URL. With --find it only says where PostgreSQL is, or exits 1.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg2


def find_programs() -> Path | None:
    """The folder that holds both `initdb` and `postgres`; Debian keeps it out of PATH."""
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep)]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def unprivileged() -> dict:
    """Arguments for subprocess, since PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def initdb(programs: Path, folder: Path) -> list:
    options = "-U ics -A trust -E UTF8 --no-locale --no-sync"
    return [programs / "initdb", "-D", folder / "data", *options.split()]


def postgres(programs: Path, folder: Path) -> list:
    # Each test is rolled back, so nothing but dead rows is left. Without a vacuum every second
    # the tables grow until a whole run takes ten times as long.
    options = (
        "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c listen_addresses= "
        "-c autovacuum_naptime=1 -c autovacuum_vacuum_threshold=200 "
        "-c autovacuum_vacuum_scale_factor=0 -c autovacuum_vacuum_cost_delay=0"
    )
    return [programs / "postgres", "-D", folder / "data", "-k", folder, *options.split()]


@contextlib.contextmanager
def cluster(programs: Path):
    """Starts a cluster that listens on a socket in its own folder; yields its DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="ics-pg-"))
    who = unprivileged()
    if who:
        os.chown(folder, who["user"], who["group"])
    who["cwd"] = folder  # which that user may enter, unlike perhaps our own
    server = None
    try:
        subprocess.run(initdb(programs, folder), check=True, stdout=subprocess.DEVNULL, **who)
        with (folder / "log").open("w") as log:
            server = subprocess.Popen(postgres(programs, folder), stdout=log, stderr=log, **who)
        wait_until_ready(folder, server)
        yield f"postgres://ics@{quote(str(folder), safe='')}/postgres"
    finally:
        if server:
            server.send_signal(signal.SIGINT)  # a fast shutdown: waits for no client
            server.wait(timeout=120)
        shutil.rmtree(folder)


def wait_until_ready(folder, server, seconds=120):
    deadline = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg2.connect(host=str(folder), user="ics", dbname="postgres").close()
            return
        except psycopg2.OperationalError:
            time.sleep(0.05)
    raise RuntimeError((folder / "log").read_text())


def main(command):
    programs = find_programs()
    if programs is None:
        sys.exit("PostgreSQL is missing: apt-get install postgresql")
    if command == ["--find"]:
        sys.exit()
    # So that the cluster is removed too when the run is ended from outside.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster(programs) as url:
        environment = {**os.environ, "DATABASE_URL": url}
        sys.exit(subprocess.run(command, check=False, env=environment).returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
