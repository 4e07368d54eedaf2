"""Taking the text of one version away for ever: from every table, and from the files below."""

import re

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone

from findings.fulltext import index
from findings.models import PROXIES, Record

from .rows import digest
from .versions import is_copy, is_on_show, seen, snapshot

SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")


class OnShow(Exception):
    """A redaction of what readers see now, or of what an editor still works on."""


@transaction.atomic
def redact(version, why):
    """Take the text of one version away for ever, leaving its number, its dates and a reason.

    With it go all saves without a number that hold a sentence of it that nothing else says. What
    readers see now can't be taken away behind them: change the record, or withdraw it. Returns
    whether the record, which readers don't see then, still says it all.
    """
    record = Record.objects.select_for_update().get(pk=version.record_id)
    version.refresh_from_db()
    if is_on_show(version):
        raise OnShow(f"{version} is what readers see now. Change or withdraw the record first.")
    pieces, text = pieces_of(version, record), digest(seen(version.row))
    going = [
        each
        for each in record.versions.filter(number=None, redacted_at=None)
        if is_copy(each, text) or holds(each.row, pieces)
    ]
    drop_edits(record, pieces)
    lines = {each.line for each in [version, *going]} - {""}
    for each in [version, *going]:
        empty(each, why)
    forget_in_log(record, lines)
    return text == digest(seen(snapshot(record)))


STALE = """
    SELECT known.tablename, known.attname, format_type(own.atttypid, own.atttypmod)
    FROM pg_stats AS known
    JOIN pg_class AS relation ON relation.oid =
        format('%I.%I', known.schemaname, known.tablename)::regclass
    JOIN pg_attribute AS own ON own.attrelid = relation.oid AND own.attname = known.attname
    WHERE known.schemaname = current_schema() AND relation.reltuples = 0
        AND relation.relkind = 'r'
        AND own.atttypid IN ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype)
"""


def empty(version, why):
    # The state of its record says when readers saw it, and nothing of what they read.
    version.row = {key: value for key, value in version.row.items() if key == "state"}
    version.line, version.redacted_at, version.redacted_why = "", timezone.now(), why
    version.save()


def pieces_of(version, record):
    """The sentences that this version alone says: neither the record as it is stored, nor
    another version that readers have seen."""
    others = record.versions.numbered().filter(redacted_at=None).exclude(pk=version.pk)
    kept = [snapshot(record), *others.values_list("row", flat=True)]
    known = {sentence for row in kept for sentence in sentences(row)}
    return [each for each in sentences(version.row) if each not in known]


def sentences(row):
    """All prose of a row. A word by itself is a name of the vocabulary."""
    found = (sentence for text in texts(row) for sentence in SENTENCE.split(text))
    return [sentence for sentence in found if " " in sentence.strip()]


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def holds(row, pieces):
    return any(piece in text for text in texts(row) for piece in pieces)


def drop_edits(record, pieces):
    """Edits that have ended go without a trace; one that is worked on is for its editor to end."""
    for edit in record.edits.all():
        if not (holds(edit.row, pieces) or holds(edit.base, pieces)):
            continue
        if edit not in record.edits.ended():
            raise OnShow(f"{edit} still holds this text. Publish or drop it first.")
        edit.delete()


def forget_in_log(record, lines):
    """The admin's own log repeats the name of what was changed, and what was said of it."""
    kinds = ContentType.objects.get_for_models(Record, *PROXIES.values()).values()
    logged = LogEntry.objects.filter(object_id=str(record.pk), content_type__in=kinds)
    logged.update(object_repr=record.reference)
    logged.filter(change_message__in=lines).update(change_message="")


def scour():
    """Writes the tables anew, so that no page, free page or dead row holds what was taken away.
    Returns whether that was possible: not inside a transaction, nor while others hold them."""
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            tables = connection.introspection.django_table_names(only_existing=True)
            for table in tables:
                write_anew(cursor, connection.ops.quote_name(table))
            forget_statistics(cursor)
            return True
        cursor.execute(index.OPTIMISE)
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return not cursor.fetchone()[0]


def forget_statistics(cursor):
    """Takes away what PostgreSQL's planner kept of texts: the commonest ones, word for word.

    A newer analysis leaves the older one as a dead row, and of a table that has become empty it
    makes none; there the statistics go when a column is given its own type once more.
    """
    cursor.execute(STALE)
    for table, column, kind in cursor.fetchall():
        names = (connection.ops.quote_name(table), connection.ops.quote_name(column))
        cursor.execute("ALTER TABLE {} ALTER COLUMN {} TYPE {}".format(*names, kind))
    write_anew(cursor, "pg_catalog.pg_statistic")


def write_anew(cursor, table):
    """Plainly first: in full, rows stay that any transaction of the server could still have seen,
    in another database too."""
    cursor.execute(f"VACUUM {table}")
    cursor.execute(f"VACUUM (FULL, ANALYZE) {table}")
