"""Lists and searches over many records, as ratios to the same over 100."""

import os
import statistics
import sys
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ics_leadership.settings")
django.setup()

from django.conf import settings  # noqa: E402 (after setup)
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402

from bench import records  # noqa: E402

FEW = 100
ROUNDS = 7
ADDRESSES = [
    "/browse/",
    "/browse/?audience=housing&theme=governance",
    "/browse/?kind=finding&audience=nhs&verdict=stands&sort=title",
    f"/browse/?q={records.spell(3)}",
    f"/browse/?q={records.spell(300)}",
    f"/browse/?q={records.spell(40)}+{records.spell(90)}&audience=councils",
]


def fill(name, many):
    """A database of its own with `many` records; returns its path."""
    path = Path(settings.VAR_DIR) / name
    use(path)
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
    records.make(many)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return path


def use(path):
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = str(path)


def ask(address):
    """Seconds of processor time, and the number of queries."""
    client = Client()
    with CaptureQueriesContext(connection) as queries:
        start = time.process_time()
        answer = client.get(address)
        spent = time.process_time() - start
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    return spent, len(queries)


def ask_warm(address):
    """As a running site is asked: what a process keeps between requests is there."""
    ask(address)
    return ask(address)


def main(many=10_000):
    call_command("collectstatic", interactive=False, verbosity=0)
    few, lots = fill("few.sqlite3", FEW), fill("many.sqlite3", many)
    print(f"{'address':62} {'ratio':>7} {'seconds':>8} {'queries':>8}")  # noqa: T201 (its output)
    for address in ADDRESSES:
        ratios, seconds, counts = [], [], set()
        for _ in range(ROUNDS):
            use(few)
            base, queries = ask_warm(address)
            counts.add(queries)
            use(lots)
            spent, queries = ask_warm(address)
            counts.add(queries)
            ratios.append(spent / base)
            seconds.append(spent)
        row = statistics.median(ratios), statistics.median(seconds), sorted(counts)
        print(f"{address:62} {row[0]:7.1f} {row[1]:8.3f} {row[2]!s:>8}")  # noqa: T201 (its output)


if __name__ == "__main__":
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        main(*map(int, sys.argv[1:]))
