"""Trying something in the tables that must leave no trace: a form's row, a preview."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def undone():
    """All that is written inside is rolled back at the end, however it ends."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
