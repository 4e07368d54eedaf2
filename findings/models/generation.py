"""The generation: a token that changes whenever something changes that readers may see.

The database raises it by triggers, in the transaction of the change, so raw SQL counts too. What
is kept for a generation is right as long as the generation is: it is read before anything is
made for it, on every node anew, so that nothing is ever out of date, not for a moment.

On PostgreSQL each transaction puts in a token of its own, in place of those it can see and lock:
writers never wait for one another here, and the tokens of all that was committed together are
the generation. Within a transaction a second token, local to it, changes with each statement.
"""

from collections import OrderedDict
from threading import RLock

from django.apps import apps
from django.db import connections
from django.utils.timezone import localdate

TABLE = "findings_generation"
# What no reader sees: failed log-ins, words that found nothing, drafts, and what was last loaded.
UNSEEN = {"findings_attempt", "findings_miss", "findings_edit", "findings_loadedrow"}

CREATE = {
    "sqlite": [
        f"CREATE TABLE {TABLE} (token text NOT NULL)",
        f"INSERT INTO {TABLE} VALUES (lower(hex(randomblob(16))))",  # noqa: S608 (a constant)
    ],
    "postgresql": [
        f"CREATE TABLE {TABLE} (token text NOT NULL)",
        f"""
        CREATE FUNCTION {TABLE}_raise() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF coalesce(current_setting('ics.generation', true), '') = '' THEN
                DELETE FROM {TABLE} WHERE token IN
                    (SELECT token FROM {TABLE} FOR UPDATE SKIP LOCKED);
                INSERT INTO {TABLE} VALUES (gen_random_uuid()::text);
            END IF;
            PERFORM set_config('ics.generation', gen_random_uuid()::text, true);
            RETURN NULL;
        END $$
        """,  # noqa: S608 (a constant)
    ],
}
# By kind of database: what a trigger is called, what makes it, and which there are.
WATCH = {
    "sqlite": (
        ("INSERT", "UPDATE", "DELETE"),
        f"CREATE TRIGGER {{name}} AFTER {{event}} ON {{table}} BEGIN UPDATE {TABLE} "  # noqa: S608 (a constant)
        "SET token = lower(hex(randomblob(16))); END",
        "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    ),
    "postgresql": (
        ("INSERT OR UPDATE OR DELETE OR TRUNCATE",),
        "CREATE TRIGGER {name} AFTER {event} ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_raise()",
        "SELECT tgname FROM pg_trigger",
    ),
}
READ = {
    "sqlite": f"SELECT token, '' FROM {TABLE}",  # noqa: S608 (a constant)
    "postgresql": "SELECT string_agg(token, ' ' ORDER BY token), "  # noqa: S608 (a constant)
    f"current_setting('ics.generation', true) FROM {TABLE}",
}


def current(using="default"):
    """The generation of this moment, or of this transaction as far as it has come."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(READ[connection.vendor])
        committed, own = cursor.fetchone()
    return f"{committed} {own}" if own else committed or ""


def kept(most=1, onward=False):
    """Keeps what a function makes of the tables, until the generation or the day changes: the
    `most` results that were asked for last. Each is made once, however many threads ask. One
    that works `onward` is given what it made last, or None, so that it can start from there."""

    def keeping(make):
        return Kept(make, most, onward).get

    return keeping


class Kept:
    def __init__(self, make, most, onward):
        self.make, self.most, self.onward = make, most, onward
        self.lock = RLock()
        self.state, self.results, self.last = None, OrderedDict(), {}

    def get(self, *question):
        # Read before anything is made: what changes meanwhile has a state of its own.
        state = current(), localdate()
        with self.lock:
            if state != self.state:
                self.last = self.results if self.onward else {}
                self.state, self.results = state, OrderedDict()
            if question not in self.results:
                last = [self.last.pop(question, None)] if self.onward else []
                self.results[question] = self.make(*question, *last)
                if len(self.results) > self.most:
                    self.results.popitem(last=False)
            self.results.move_to_end(question)
            return self.results[question]


def create(apps, schema_editor):
    """For a migration. The triggers come with `watch`, once all tables are there."""
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor == "sqlite":
        for name in triggers(connection):
            schema_editor.execute(f"DROP TRIGGER {name}")
    else:
        schema_editor.execute(f"DROP FUNCTION {TABLE}_raise CASCADE")
    schema_editor.execute(f"DROP TABLE {TABLE}")


def watch(using, **signal):
    """After a migration: put the triggers that are missing onto the tables. One that changes a
    table on SQLite makes it anew, and so without them."""
    connection = connections[using]
    there = connection.introspection.table_names()
    if TABLE not in there:
        return
    known = triggers(connection)
    events, statement, _ = WATCH[connection.vendor]
    with connection.cursor() as cursor:
        for table in sorted(watched() & set(there)):
            for event in events:
                name = f"{table}_raises_{event[:6].lower()}"
                if name not in known:
                    cursor.execute(statement.format(name=name, event=event, table=table))


def watched():
    """The tables that hold what readers see."""
    models = apps.get_app_config("findings").get_models(include_auto_created=True)
    return {model._meta.db_table for model in models} - UNSEEN


def triggers(connection):
    """The names of our triggers that there are."""
    with connection.cursor() as cursor:
        cursor.execute(WATCH[connection.vendor][2])
        return {name for (name,) in cursor.fetchall() if "_raises_" in name}
