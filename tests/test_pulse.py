"""The server waits for a PostgreSQL that lives, and not for one that has stopped."""

import os
from contextlib import closing

import psycopg2
import pytest
from django.db.backends.postgresql.psycopg_any import is_psycopg3
from psycopg2 import extensions

from ics_leadership import pulse

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db,
    pytest.mark.skipif(is_psycopg3, reason="psycopg 3 has no such callback; see ADR 50"),
]


@pytest.fixture
def waiting(monkeypatch):
    """A connection of a server that has patience for a moment only."""
    monkeypatch.setattr(pulse, "PATIENCE", 0.05)
    monkeypatch.setattr(pulse, "PULSE", pulse.Pulse())
    pulse.begin()
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection:
        yield connection
    extensions.set_wait_callback(None)


def asked(cursor, sql):
    cursor.execute(sql)
    return cursor.fetchall()


def test_a_database_that_answers_others_is_waited_for(waiting):
    assert asked(waiting.cursor(), "SELECT 1 FROM pg_sleep(0.3)") == [(1,)]


def test_large_answers_come_whole_and_in_parts(waiting):
    many = "SELECT number, repeat('x', 100) FROM generate_series(1, 50000) AS number"
    assert len(asked(waiting.cursor(), many)) == 50_000
    with waiting.cursor("parts") as parts:
        parts.execute(many)
        assert [number for number, _ in parts.fetchmany(3)] == [1, 2, 3]


def test_one_that_has_stopped_is_left_at_once_until_it_answers(waiting, monkeypatch):
    monkeypatch.setattr(pulse, "FRESH", 0)
    with monkeypatch.context() as stopped:
        stopped.setattr(pulse, "answers", lambda: False)
        with pytest.raises(psycopg2.OperationalError, match="stopped answering"):
            waiting.cursor().execute("SELECT pg_sleep(30)")
        assert waiting.closed
        with pytest.raises(psycopg2.OperationalError, match="stopped answering"):
            psycopg2.connect(os.environ["DATABASE_URL"])
    psycopg2.connect(os.environ["DATABASE_URL"]).close()


def test_one_that_holds_a_statement_and_answers_others_is_left_in_the_end(waiting, monkeypatch):
    monkeypatch.setattr(pulse.limits, "SECONDS", 0.1)
    with pytest.raises(psycopg2.OperationalError, match="stopped answering"):
        waiting.cursor().execute("SELECT pg_sleep(30)")


def test_nobody_who_asks_waits_for_another_who_finds_out(waiting):
    pulse.PULSE.stopped = True
    with pulse.PULSE.lock:
        assert not pulse.PULSE.beats()
    assert pulse.PULSE.beats()


@pytest.mark.parametrize(
    ("said", "answers"),
    [("FATAL:  sorry, too many clients already", True), ("Connection refused", False)],
)
def test_a_refusal_in_words_is_an_answer(monkeypatch, said, answers):
    def refuse(**options):
        raise psycopg2.OperationalError(said)

    monkeypatch.setattr(psycopg2, "connect", refuse)
    assert pulse.answers() == answers
