"""Every kind of address over many records, in turn: what takes too long, or weighs too much.

Each is asked right after a change, when nothing is kept, and then once more.
"""

import signal
import sys
import time

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from bench import lists, records
from findings.models.generation import TABLE

SECONDS, BYTES = 2, 1_000_000
# A single request is given up after so many seconds of processor time.
PATIENCE = 120
CLIENT = Client()
RECORD = "/findings/GEN1-F03"
CHOSEN = "?audience=housing&theme=governance"
ADDRESSES = [
    *("/", "/start/", "/for/", "/for/councils/", "/for/councils/?role=director&as-at=2024-01-01"),
    *("/briefs/", "/briefs/councils/", "/briefs/councils.pdf", "/law/", "/law/councils/"),
    *("/browse/", f"/browse/{CHOSEN}", "/browse/?sort=changed", "/browse/?sort=title&page=400"),
    *(f"/browse/?q={records.spell(3)}", f"/browse/?q={records.spell(300)}", "/browse/?q=ben+bun"),
    *("/browse/?as-at=2024-01-01", "/findings/", "/skills/", "/recommendations/"),
    *("/themes/", "/themes/governance/", "/themes/governance/?audience=nhs&page=9"),
    *(f"{RECORD}/", f"{RECORD}/v1/", f"{RECORD}.json", f"{RECORD}.pdf", f"{RECORD}.docx"),
    *(f"{RECORD}.png", f"{RECORD}.ris", "/recommendations/ICS18-R02/", "/skills/ICS18-S03/"),
    *("/map/", "/map/?theme=governance", "/map/?audience=nhs&verdict=stands", "/map.svg"),
    *("/timeline/", "/timeline/?audience=nhs", "/coverage/", "/compare/", "/self-check/"),
    *("/compare/?record=ICS18-F01&record=GEN1-F03", "/compare/?for=nhs&for=housing"),
    *("/compare/?audience=nhs&audience=housing", "/sources/", "/sources/gen-1/"),
    *("/sources/cmm-report/", "/gaps/", "/gaps/ICS18-G01/", "/glossary/", "/about/", "/api/"),
    *("/changes/", "/changes/?since=2026-10-01", "/changes/?page=300", "/changes.atom"),
    *("/feeds/", "/paper/?record=ICS18-R02", "/sitemap.xml", "/llms.txt", "/robots.txt"),
    *(f"/browse.atom{CHOSEN}", f"/browse.docx{CHOSEN}", f"/browse.pdf{CHOSEN}", "/map.pdf"),
    *("/api/v1/records", f"/api/v1/records{CHOSEN}", "/api/v1/changes", f"{RECORD}.bib"),
    *(f"/api/v1/records?q={records.spell(3)}", "/api/v1/coverage", "/api/v1/sources"),
]


class TooLong(BaseException):
    """No Exception, so that no view can catch it."""


def give_up(*_):
    raise TooLong


def ask(address):
    """(seconds of processor time, bytes, queries) of one answer, read to its end."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        with CaptureQueriesContext(connection) as queries:
            answer = CLIENT.get(address)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    said = f" ({answer.status_code})" if answer.status_code != 200 else ""
    return time.process_time() - start, len(body), f"{len(queries)}{said}"


def change():
    with connection.cursor() as cursor:
        # The name of the table is ours.
        cursor.execute(f"UPDATE {TABLE} SET token = lower(hex(randomblob(16)))")  # noqa: S608 (see above)


def say(*cells):
    sys.stdout.write("{:60} {:>8} {:>8} {:>10} {:>10} {}\n".format(*cells))
    sys.stdout.flush()


def crawl(addresses):
    say("address", "cold s", "warm s", "bytes", "queries", "")
    for address in addresses:
        change()
        try:
            cold, size, queries = ask(address)
            warm, *_ = ask(address)
        except TooLong:
            say(address, f">{PATIENCE}", "", "", "", "TOO LONG")
            continue
        faults = ["TOO LONG"] * (cold > SECONDS) + ["TOO HEAVY"] * (size > BYTES)
        say(address, f"{cold:.2f}", f"{warm:.2f}", size, queries, " ".join(faults))


def main(many=10_000):
    call_command("collectstatic", interactive=False, verbosity=0)
    lists.fill("many.sqlite3", many)
    crawl(ADDRESSES)


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, give_up)
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        main(*map(int, sys.argv[1:]))
