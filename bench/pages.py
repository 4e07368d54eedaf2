"""Warm pages, and 304s, against a static page of nginx (N) and a constant view of Django (D).

All are asked in turn, so that what else the machine does hits them alike. Told are the medians
of processor time for each answer (the whole process tree), and their ratios to N and D.
"""

import contextlib
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

ADDRESSES = ["/", "/browse/", "/browse/?q=relationships", "/map/", "/timeline/"]
SETTINGS = "DJANGO_SETTINGS_MODULE"
TICK = os.sysconf("SC_CLK_TCK")
PORTS = {"site": 8471, "D": 8472, "N": 8473}
NGINX = """daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{ access_log off; types {{ text/html html; }}
server {{ listen 127.0.0.1:{port}; root {folder}; }} }}
"""


def main(rounds=5, seconds=2):
    missing = [name for name in ("nginx", "wrk") if not shutil.which(name)]
    if missing:
        sys.exit(f"bench/run pages needs {' and '.join(missing)}")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    folder = Path(settings.VAR_DIR)
    with started(folder) as pids:
        targets = list(targets_of(pids))
        found = {name: [] for name, *_ in targets}
        for _ in range(rounds):
            for name, pid, url, header in targets:
                found[name].append(measured(pid, url, header, seconds))
        report(found)


@contextlib.contextmanager
def started(folder):
    """{name: process id} of the three servers."""
    (folder / "index.html").write_bytes(b"x" * 30 * 1024)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=PORTS["N"]))
    commands = {
        "site": granian("ics_leadership.wsgi:application", PORTS["site"]),
        "D": granian("constant:application", PORTS["D"]),
        "N": ["nginx", "-c", str(folder / "nginx.conf")],
    }
    # From a folder of its own, since this package brings Django the settings of the site.
    places = {"D": Path(__file__).parent / "yardstick"}
    plain = {name: value for name, value in os.environ.items() if name != SETTINGS}
    surroundings = {"D": plain}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # The commands are ours.
    servers = {
        name: subprocess.Popen(each, cwd=places.get(name), env=surroundings.get(name), **quiet)  # noqa: S603
        for name, each in commands.items()
    }
    try:
        for port in PORTS.values():
            wait_for(f"http://127.0.0.1:{port}/")
        yield {name: server.pid for name, server in servers.items()}
    finally:
        for server in servers.values():
            server.send_signal(signal.SIGTERM)
            server.wait(20)


def granian(application, port):
    serving = f"--interface wsgi --port {port} --workers 1 --blocking-threads 8"
    return [sys.executable, "-m", "granian", *serving.split(), "--log-level", "error", application]


def wait_for(url, seconds=60):
    deadline = time.monotonic() + seconds
    while True:
        try:
            return urllib.request.urlopen(url).read()  # noqa: S310 (an address of ours)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def targets_of(pids):
    """(name, process, address, header to send) of all that is measured."""
    packed = "Accept-Encoding: br"
    for name in ("N", "D"):
        yield name, pids[name], f"http://127.0.0.1:{PORTS[name]}/", packed
    for address in ADDRESSES:
        url = f"http://127.0.0.1:{PORTS['site']}{address}"
        asked = urllib.request.Request(url, headers={"Accept-Encoding": "br"})
        for _ in range(3):
            etag = urllib.request.urlopen(asked).headers["ETag"]  # noqa: S310 (ours)
        yield address, pids["site"], url, packed
        if address == "/":
            yield "/ 304", pids["site"], url, f"If-None-Match: {etag}"


def measured(pid, url, header, seconds):
    """(milliseconds of processor time for each answer, answers a second)."""
    before = spent(pid)
    command = ["wrk", "-t1", "-c8", f"-d{seconds}", "-H", header, url]
    # The programs and addresses are ours.
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    told = run.stdout
    answers = int(re.search(r"(\d+) requests in", told)[1])
    return 1000 * (spent(pid) - before) / answers, answers / seconds


def spent(pid):
    """Seconds of processor time of a process and all below it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return (int(fields[11]) + int(fields[12])) / TICK + sum(map(spent, below))


def report(found):
    middle = {
        name: [statistics.median(each) for each in zip(*runs, strict=True)]
        for name, runs in found.items()
    }
    cpu_n, cpu_d, rate_d = middle["N"][0], middle["D"][0], middle["D"][1]
    sys.stdout.write("| target | CPU ms | ÷ N | ÷ D | answers a second | ÷ D |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    for name, (cpu, rate) in middle.items():
        sys.stdout.write(
            f"| {name} | {cpu:.4f} | {cpu / cpu_n:.1f} | {cpu / cpu_d:.2f} "
            f"| {rate:,.0f} | {rate / rate_d:.1f} |\n"
        )


if __name__ == "__main__":
    os.environ.setdefault(SETTINGS, "ics_leadership.settings")
    main(*map(int, sys.argv[1:]))
