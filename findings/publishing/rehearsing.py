"""A long write that keeps nobody waiting on SQLite, which has one writer at a time.

It is done in a copy in memory first. What it wrote there is then written in one short
transaction, if nothing has moved meanwhile that it may have read. PostgreSQL locks rows, not
everything, and needs none of this.
"""

from django.db import connection, transaction
from django.db.models import Count, Max

from findings.models import Edit
from findings.models.generation import current

from .undoing import can_copy, copied

TRIES = 3
WRITING = ("INSERT", "UPDATE", "DELETE")


class Moved(Exception):
    """Others wrote each time that it was made ready."""

    def __init__(self):
        super().__init__("Others were saving at the same time, so nothing was written. Try again.")


def rehearsed(work):
    """What `work` returns, once all that it wrote is written; nothing is, where it raises."""
    if not can_copy():
        with transaction.atomic():
            return work()
    for _ in range(TRIES):
        before, script = state(), Script()
        with copied(), connection.execute_wrapper(script), transaction.atomic():
            result = work()
        if script.perform(before):
            return result
    raise Moved


def state():
    """What differs as soon as anything has been written that `work` may have read."""
    edits = Edit.objects.aggregate(Count("pk"), Max("pk"), Max("changed_at"))
    return current(), *edits.values()


class Script:
    """The statements that write, but for those that were taken back."""

    def __init__(self):
        self.statements = []
        # Where each savepoint that is open began.
        self.marks = []

    def __call__(self, execute, sql, params, many, context):
        if many:
            params = list(params)
        result = execute(sql, params, many, context)
        self.note(sql, params, many)
        return result

    def note(self, sql, params, many):
        if sql.startswith("SAVEPOINT"):
            self.marks.append(len(self.statements))
        elif sql.startswith("ROLLBACK TO"):
            del self.statements[self.marks[-1] :]
        elif sql.startswith("RELEASE"):
            self.marks.pop()
        elif sql.lstrip().upper().startswith(WRITING):
            self.statements.append((sql, params, many))

    def perform(self, before):
        """Write it all, and say True; or nothing, where the state is no longer `before`."""
        with transaction.atomic():
            if state() != before:
                return False
            with connection.cursor() as cursor:
                for sql, params, many in self.statements:
                    (cursor.executemany if many else cursor.execute)(sql, params)
        return True
