"""Trying something in the tables that leaves no trace: a form's row, a preview."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def undone():
    """All that is written inside is rolled back at the end, however it ends."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def apart():
    """The same where trying takes long. SQLite has one writer at a time, so there it is tried in
    a copy in memory, and nobody else waits."""
    if not can_copy():
        with undone():
            yield
        return
    with copied(), undone():
        yield


def can_copy():
    return connection.vendor == "sqlite" and not connection.in_atomic_block


@contextmanager
def copied():
    """Everything inside is read and written in a copy of the SQLite database, in memory."""
    connection.ensure_connection()
    own = connection.connection
    params = {**connection.get_connection_params(), "database": ":memory:"}
    connection.connection = connection.get_new_connection(params)
    try:
        own.backup(connection.connection)
        yield
    finally:
        connection.connection.close()
        connection.connection = own
