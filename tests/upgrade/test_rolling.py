"""While nodes are restarted one after the other, yesterday's code runs on today's tables."""

from contextlib import closing

import psycopg2
import pytest
from django.db import OperationalError, connection, models, transaction
from django.db.migrations import operations
from django.db.migrations.loader import MigrationLoader

from ics_leadership import prepare

# Before any release nothing has run on other tables.
FIRST = {"0001_initial", "0002_search_index"}
TAKES_AWAY = (
    operations.DeleteModel,
    operations.RenameModel,
    operations.AlterModelTable,
    operations.RemoveField,
    operations.RenameField,
)


def breaks_yesterday(operation) -> bool:
    """Whether code that doesn't know of this change would fail to read or write."""
    if isinstance(operation, operations.AddField | operations.AlterField):
        field = operation.field
        return not (field.null or field.has_db_default() or field.many_to_many)
    return isinstance(operation, TAKES_AWAY)


def test_no_migration_breaks_the_code_of_the_release_before():
    migrations = MigrationLoader(None).disk_migrations
    broken = [
        (name, str(operation))
        for (app, name), migration in migrations.items()
        for operation in migration.operations
        if app == "findings" and name not in FIRST and breaks_yesterday(operation)
    ]
    assert broken == [], "let it go in the release after the one whose code last used it"


@pytest.mark.parametrize(
    ("operation", "breaks"),
    [
        (operations.RemoveField("record", "title"), True),
        (operations.RenameField("record", "title", "name"), True),
        (operations.DeleteModel("gap"), True),
        (operations.AddField("record", "more", models.TextField()), True),
        (operations.AddField("record", "more", models.TextField(null=True)), False),
        (operations.AddField("record", "more", models.TextField(db_default="")), False),
        (operations.CreateModel("More", [("id", models.AutoField(primary_key=True))]), False),
    ],
    ids=str,
)
def test_what_breaks_it(operation, breaks):
    assert breaks_yesterday(operation) == breaks


@pytest.mark.postgresql
@pytest.mark.django_db
def test_a_change_of_tables_waits_for_a_reader_for_a_moment_only(monkeypatch):
    monkeypatch.setattr(prepare, "PATIENCE", "50ms")
    with closing(psycopg2.connect(**connection.get_connection_params())) as reader:
        reader.cursor().execute("LOCK TABLE findings_gap IN ACCESS SHARE MODE")
        prepare.one_at_a_time()
        try:
            with (
                pytest.raises(OperationalError, match="lock timeout"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute("ALTER TABLE findings_gap ADD COLUMN more text")
        finally:
            connection.cursor().execute("SELECT pg_advisory_unlock(%s)", [prepare.LOCK])
