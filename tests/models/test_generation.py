"""The generation changes with whatever readers may see, in the transaction that changes it."""

import threading

import pytest
from django.apps import apps
from django.db import connection, transaction

from findings.models import Miss, Theme, generation
from tests import factories

pytestmark = pytest.mark.django_db


def raises(change):
    before = generation.current()
    change()
    return generation.current() != before


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO findings_theme (name, slug, position, description) VALUES ('B', 'b', 2, '')",
        "UPDATE findings_theme SET name = 'Renamed'",
        "DELETE FROM findings_theme",
    ],
)
def test_raw_sql_raises_it(statement):
    factories.theme()
    assert raises(lambda: sql(statement))


def test_reading_and_what_no_reader_sees_leave_it():
    factories.theme()
    assert not raises(lambda: list(Theme.objects.all()))
    assert not raises(lambda: Miss.objects.create(words="zeppelin", last_on="2026-01-01"))


def test_each_change_raises_it_anew_and_a_rollback_takes_it_back():
    theme = factories.theme()
    before = generation.current()
    seen = {before}
    with transaction.atomic():
        for name in ("One", "Two"):
            Theme.objects.filter(pk=theme.pk).update(name=name)
            seen.add(generation.current())
        transaction.set_rollback(True)
    assert len(seen) == 3
    assert generation.current() == before


def test_every_table_but_those_that_no_reader_sees_is_watched():
    tables = {
        model._meta.db_table
        for model in apps.get_app_config("findings").get_models(include_auto_created=True)
    }
    assert tables >= generation.UNSEEN
    found = {name.partition("_raises_")[0] for name in generation.triggers(connection)}
    assert found == tables - generation.UNSEEN


def test_a_table_that_lost_its_triggers_gets_them_back():
    known = generation.triggers(connection)
    lost = sorted(name for name in known if name.startswith("findings_theme_"))
    on = " ON findings_theme" if connection.vendor == "postgresql" else ""
    for name in lost:
        sql(f"DROP TRIGGER {name}{on}")
    assert not raises(factories.theme)
    generation.watch("default")
    assert generation.triggers(connection) == known
    assert raises(lambda: factories.theme("staffing"))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_writers_do_not_wait_for_one_another_and_each_raises_it():
    first, second = factories.theme(), factories.theme("staffing")
    seen = [generation.current()]

    def other():
        sql(f"UPDATE findings_theme SET name = 'Other' WHERE id = {second.pk}")
        seen.append(generation.current())
        connection.close()

    with transaction.atomic():
        sql(f"UPDATE findings_theme SET name = 'Ours' WHERE id = {first.pk}")
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(timeout=20)
        assert not thread.is_alive()
    seen.append(generation.current())
    assert len(set(seen)) == 3
