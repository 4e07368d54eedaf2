"""Versions: every save of a record is kept whole, and what readers saw bears a number."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from findings.models import Record, Version
from findings.vocabulary import State, Via

from .nouns import noun_of
from .rows import digest

# Parts of a row that readers never see: a change in them alone is no new public version.
UNSEEN = {"claims", "state"}


@dataclass(frozen=True)
class Note:
    """What is said of a change: who made it, how, in one line, and whether it is major."""

    via: Via
    by: object = None
    line: str = ""
    is_major: bool = False


def snapshot(record):
    """The record as it is stored now, as a row."""
    noun = noun_of(record)
    return noun.read(noun.stored().get(pk=record.pk))


def seen(row):
    """The part of a row that readers see."""
    return {key: value for key, value in row.items() if key not in UNSEEN}


@transaction.atomic
def keep(record, note, *, anyway=False):
    """Keep the record as it is now. Returns the Version, or None when nothing has changed and
    the note alone is not to be kept `anyway`."""
    # Two saves of one record at once are numbered one after the other.
    Record.objects.select_for_update().get(pk=record.pk)
    row = snapshot(record)
    last = record.versions.last()
    if last and digest(last.row) == digest(row) and not anyway:
        return None
    version = version_of(record, row, note)
    version.save()
    return version


@transaction.atomic
def keep_all(records, note):
    """keep() for many records of one kind, with few queries. Returns {pk: row} of them all."""
    if not records:
        return {}
    noun = noun_of(records[0])
    stored = list(noun.stored().filter(pk__in=[record.pk for record in records]).order_by("pk"))
    last = last_rows(stored)
    rows = {record.pk: noun.read(record) for record in stored}
    Version.objects.bulk_create(
        version_of(record, rows[record.pk], note, is_first=record.pk not in last)
        for record in stored
        if record.pk not in last or digest(last[record.pk]) != digest(rows[record.pk])
    )
    return rows


def last_rows(records):
    """{pk: row} of the last version of each record that has one."""
    pks = [record.pk for record in records]
    last = Version.objects.filter(record_id__in=pks).order_by().values("record_id")
    last = last.annotate(last=Max("pk")).values("last")
    return dict(Version.objects.filter(pk__in=last).values_list("record_id", "row"))


def version_of(record, row, note, *, is_first=False):
    """The Version, unsaved, that keeps `row` as what the record is now."""
    first = 1 if row["state"] == State.PUBLISHED else None
    return Version(
        record_id=record.pk,
        number=first if is_first else next_number(record, row),
        row=row,
        line=note.line,
        is_major=note.is_major,
        via=note.via,
        made_by=note.by,
    )


def next_number(record, row):
    """The public number of this row; None for what readers don't see, or have seen already."""
    if row["state"] != State.PUBLISHED:
        return None
    numbered = record.versions.numbered()
    current = numbered.last()
    if current and not current.is_redacted and digest(seen(current.row)) == digest(seen(row)):
        return None
    return (numbered.aggregate(highest=Max("number"))["highest"] or 0) + 1


def is_copy(version, text):
    """Whether it holds the text with this hash, without a number of its own."""
    return not version.is_redacted and digest(seen(version.row)) == text


def is_on_show(version):
    """Whether the text of this version is the one that readers see."""
    record = version.record
    return record.is_published and digest(seen(version.row)) == digest(seen(snapshot(record)))


def out_of_step():
    """References of the records whose last version is not the record as it is stored."""
    records = Record.objects.prefetch_related("versions").order_by("sort_key")
    return [record.reference for record in records if not is_kept(record)]


def is_kept(record):
    last = max(record.versions.all(), key=lambda version: version.pk, default=None)
    return last is not None and (last.is_redacted or digest(last.row) == digest(snapshot(record)))
