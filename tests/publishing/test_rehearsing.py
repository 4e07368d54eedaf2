"""A long write on SQLite is made ready in a copy, and written if nothing has moved meanwhile."""

import sqlite3

import pytest
from django.db import connection, transaction

from findings import models
from findings.publishing import rehearsing
from tests import factories

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def theme():
    return factories.theme("law", description="The law")


def by_another(sql):
    with sqlite3.connect(connection.settings_dict["NAME"], uri=True) as other:
        other.execute(sql)


def test_what_moves_while_it_is_made_ready_is_seen(theme):
    ready = []

    def work():
        held = models.Theme.objects.get()
        models.Theme.objects.update(description=f"{held.description}!")
        if not ready:
            by_another("UPDATE findings_theme SET description = 'By hand'")
        ready.append(held.description)
        return len(ready)

    assert rehearsing.rehearsed(work) == 2
    assert ready == ["The law", "By hand"]
    assert models.Theme.objects.get().description == "By hand!"


def test_what_moves_each_time_stops_it(theme):
    def work():
        by_another("UPDATE findings_theme SET position = position + 1")
        models.Theme.objects.update(description="New")

    with pytest.raises(rehearsing.Moved):
        rehearsing.rehearsed(work)
    assert (models.Theme.objects.get().description, models.Theme.objects.get().position) == (
        "The law",
        rehearsing.TRIES,
    )


def test_nobody_waits_while_it_is_made_ready_and_what_is_taken_back_is_not_written(theme):
    def work():
        models.Theme.objects.update(description="New")
        with transaction.atomic():
            factories.theme("gone")
            transaction.set_rollback(True)
        by_another("CREATE TABLE nobody_waits (a)")
        return factories.theme("kept").pk

    pk = rehearsing.rehearsed(work)
    by_another("DROP TABLE nobody_waits")
    assert [each.slug for each in models.Theme.objects.order_by("slug")] == ["kept", "law"]
    assert (models.Theme.objects.get(pk=pk).slug, models.Theme.objects.count()) == ("kept", 2)


def test_nothing_is_written_where_it_raises(theme):
    def work():
        models.Theme.objects.update(description="New")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 (our own)
        rehearsing.rehearsed(work)
    assert models.Theme.objects.get().description == "The law"
