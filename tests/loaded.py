"""The real texts, loaded once in a run of the tests and copied from then on.

To load them takes seconds, since every row is checked and every record is indexed; to copy the
rows that came of it takes a tenth. Tests of loading itself call the command.
"""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection

from findings.fulltext import index
from findings.models import SearchRow

# {model: every row that loading left in it}, once the texts have been loaded.
kept = {}


def put():
    """Fill the empty tables with the real texts."""
    if kept:
        copy()
        return
    call_command("load_content", verbosity=0)
    for model in tables():
        if rows := list(model._base_manager.order_by("pk")):
            kept[model] = rows


def tables():
    every = apps.get_app_config("findings").get_models(include_auto_created=True)
    return [model for model in every if not model._meta.proxy]


def copy():
    for model, rows in kept.items():
        model._base_manager.bulk_create(rows)
    for row in kept[SearchRow]:
        index.write({row.pk: row.columns}, connection.alias)
    # The rows brought their numbers along, of which PostgreSQL would issue the same ones anew.
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kept)):
            cursor.execute(statement)
