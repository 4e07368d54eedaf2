"""Lists and searches over many records, as ratios to the same over 100."""

import statistics
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from bench import records

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


def say(address, ratio, seconds, queries):
    sys.stdout.write(f"{address:62} {ratio:>7} {seconds:>8} {queries!s:>8}\n")


def main(many=10_000):
    call_command("collectstatic", interactive=False, verbosity=0)
    few, lots = fill("few.sqlite3", FEW), fill("many.sqlite3", many)
    say("address", "ratio", "seconds", "queries")
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
        ratio, spent = statistics.median(ratios), statistics.median(seconds)
        say(address, f"{ratio:.1f}", f"{spent:.3f}", sorted(counts))


if __name__ == "__main__":
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        main(*map(int, sys.argv[1:]))
