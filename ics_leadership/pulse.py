"""How long the server's threads wait for a PostgreSQL that says nothing; see docs/adr/0050.

PostgreSQL ends by itself what takes too long, unless it has stopped altogether: paused, or at the
end of a line that takes what is sent and brings nothing back. So whoever has waited for a while
asks whether it answers anybody. Only the server waits like this: commands have all their time.
"""

import math
import select
import time
from contextlib import closing
from threading import Lock

import psycopg2
from django.db import connection
from psycopg2 import extensions

from ics_leadership import limits

# Seconds of silence, and then those for each word to a new connection: together less than two.
PATIENCE, PROBE = 0.7, 0.8
# For so long what was found is believed.
FRESH = 0.5


class Pulse:
    """Whether the database answers anybody, found out by one thread for all."""

    def __init__(self):
        self.stopped = False
        self.asked = -math.inf
        self.lock = Lock()

    def beats(self) -> bool:
        """While it is known to have stopped, one thread asks and nobody else waits for that."""
        if not self.lock.acquire(blocking=not self.stopped):
            return False
        try:
            if time.monotonic() - self.asked > FRESH:
                self.stopped = not answers()
                self.asked = time.monotonic()
            return not self.stopped
        finally:
            self.lock.release()


PULSE = Pulse()


def answers() -> bool:
    """Whether a new connection is let in, or refused in words."""
    try:
        with closing(psycopg2.connect(**connection.get_connection_params(), async_=True)) as probe:
            while (state := probe.poll()) != extensions.POLL_OK:
                if not is_ready(probe, state, PROBE):
                    return False
    except psycopg2.OperationalError as fault:
        return "FATAL" in str(fault)
    return True


def is_ready(waiting, state, seconds) -> bool:
    """Whether the connection can go on within so many seconds."""
    poll = select.poll()
    poll.register(waiting, select.POLLIN if state == extensions.POLL_READ else select.POLLOUT)
    return bool(poll.poll(seconds * 1000))


def wait(waiting):
    """Called by psycopg2 wherever it would block; what is raised here closes the connection."""
    if PULSE.stopped and not PULSE.beats():
        raise psycopg2.OperationalError("it has stopped answering")
    until = time.monotonic() + limits.SECONDS + PATIENCE
    while (state := waiting.poll()) != extensions.POLL_OK:
        if is_ready(waiting, state, PATIENCE):
            continue
        lives = PULSE.beats() and time.monotonic() < until
        if not lives and not is_ready(waiting, state, 0):
            raise psycopg2.OperationalError("it has stopped answering")


def begin():
    extensions.set_wait_callback(wait)
