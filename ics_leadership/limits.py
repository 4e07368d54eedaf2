"""How long a database may take over one statement while readers wait. Commands have all the time
they need: only the server sets these limits."""

import math
import time

from django.db.backends.signals import connection_created

SECONDS = 15
POSTGRESQL = (
    f"SET statement_timeout = '{SECONDS}s'; SET lock_timeout = '{SECONDS - 5}s'; "
    "SET idle_in_transaction_session_timeout = '60s'"
)
# Of SQLite's machine, after which it asks whether to go on: some milliseconds.
STEPS = 100_000


def set_limits(connection, **about):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(POSTGRESQL)
    else:
        Patience(connection)


class Patience:
    """Ends a statement of SQLite that takes too long; PostgreSQL does so by itself."""

    def __init__(self, connection):
        self.until = math.inf
        connection.connection.set_progress_handler(self.is_over, STEPS)
        wrappers = connection.execute_wrappers
        wrappers[:] = [each for each in wrappers if not isinstance(each, Patience)] + [self]

    def is_over(self):
        return time.monotonic() > self.until

    def __call__(self, execute, sql, params, many, context):
        self.until = time.monotonic() + SECONDS
        return execute(sql, params, many, context)


def begin():
    connection_created.connect(set_limits)
