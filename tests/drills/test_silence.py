"""A database that takes every connection and answers none: no page waits long for it."""

import time
from urllib.parse import unquote, urlsplit

import pytest
from django.db.backends.postgresql.psycopg_any import is_psycopg3

from ics_leadership.drilling import Load, ask
from tests.drills.line import Line
from tests.drills.node import HOST, Node, running

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif(is_psycopg3, reason="psycopg 3 has no such callback; see ADR 50"),
]
# Read before, so kept; not yet; for programs.
PATHS = ("/", "/findings/ICS18-F01/", "/api/v1/records/ICS18-F01")


@pytest.fixture
def line(small_site):
    folder = unquote(urlsplit(small_site).netloc.partition("@")[2])
    line = Line(f"{folder}/.s.PGSQL.5432")
    yield line
    line.open.set()
    line.close()


@pytest.fixture
def node(line, small_site, tmp_path):
    name = small_site.rpartition("/")[2]
    node = Node(f"postgres://ics@127.0.0.1:{line.port}/{name}", tmp_path / "log")
    with running(node):
        yield node


def test_a_silent_database_is_a_503_in_words_and_all_recovers(node, line):
    load = Load([node.site], 20, PATHS, **HOST)
    assert ask(node.site, "/", **HOST).status == 200
    line.open.clear()
    answers = load.during(4)
    line.open.set()
    assert {each.status for each in answers if each.path == "/"} == {200}
    refused = [each for each in answers if each.path != "/"]
    assert {(each.status, each.retry_after) for each in refused} == {(503, "5")}
    assert {told(each) for each in refused} == {"in words", "as a problem"}
    # Two seconds and what a busy machine adds; without a limit they wait for as long as it lasts.
    assert max(each.seconds for each in answers) < 8
    faults = node.log.read_text().splitlines()
    assert len(faults) == len(refused)
    assert all(" ERROR django.request: Database away at /" in line for line in faults)
    wait_for(lambda: {each.status for each in load.each()} == {200})


def told(answer):
    if answer.text.startswith('{"type": "/api/#unavailable", '):
        return "as a problem"
    return "in words" if "The database can’t be reached." in answer.text else answer.text


def wait_for(deed, seconds=20):
    until = time.monotonic() + seconds
    while not deed():
        assert time.monotonic() < until
        time.sleep(0.1)
