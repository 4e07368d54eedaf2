"""Keeps the index in step with the records, in the transaction of whatever changes them.

Every record has its row, drafts too: what readers find is narrowed to published records when
they ask, so that publishing needs no work here and a rollback undoes both.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from findings.fulltext import index, words
from findings.models import (
    PROXIES,
    AudienceNote,
    Citation,
    Development,
    Record,
    RecordTheme,
    SearchRow,
    Source,
    Theme,
    Verdict,
)
from findings.texts import markdown

# What the index holds besides the columns of the record itself.
INDEXED = ("themes", "notes", "verdicts", "developments", "citations__passage__source")

# How many records are refreshed at a time.
AT_ONCE = 200

# Records to be refreshed when the batch ends, or None outside a batch.
waiting = ContextVar("waiting", default=None)


@contextmanager
def batched():
    """Refresh each record once, at the end, however often it is saved in between."""
    if waiting.get() is not None:
        yield
        return
    token = waiting.set(set())
    try:
        yield
        due = waiting.get()
    finally:
        waiting.reset(token)
    refresh(due)


@contextmanager
def passing():
    """What is written inside is undone at the end: nothing is refreshed for it."""
    token = waiting.set(set())
    try:
        yield
    finally:
        waiting.reset(token)


def refresh(pks):
    """Write the rows of these records anew."""
    pks = sorted(pks)
    for start in range(0, len(pks), AT_ONCE):
        some = pks[start : start + AT_ONCE]
        write(Record.objects.filter(pk__in=some).prefetch_related(*INDEXED))


@transaction.atomic
def rebuild():
    """Make the whole index anew; readers see the old one until the transaction ends."""
    for pk in set(index.stored("default")) - set(Record.objects.values_list("pk", flat=True)):
        index.erase(pk, "default")
    refresh(Record.objects.values_list("pk", flat=True))
    return SearchRow.objects.count()


def write(records):
    rows = [row_of(record) for record in records]
    SearchRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=["title", "lead", "body", "spelt", "changed_at"],
    )
    index.write({row.pk: row.columns for row in rows}, "default")


def row_of(record):
    """What the index should hold for a record, unsaved."""
    titles = [record.title, record.short_title]
    leads = [record.summary, record.brief_line, *(theme.name for theme in record.themes.all())]
    cited = {citation.passage.source.title for citation in record.citations.all()}
    bodies = [
        markdown.plain(record.body),
        *(markdown.plain(text) for _, text in record.long_texts),
        *(note.text for note in record.notes.all()),
        record.speaker_note,
        *(verdict.reason for verdict in record.verdicts.all()),
        *(event.title for event in record.developments.all()),
        *sorted(cited),
    ]
    spelt = {word.plain for part in [*titles, *leads, *bodies] for word in words.words(part)}
    return SearchRow(
        pk=record.pk,
        title=words.indexed(titles),
        lead=words.indexed(leads),
        body=words.indexed(bodies),
        spelt=" ".join(sorted(spelt)),
    )


def out_of_step():
    """References of the records whose index is missing, stale or left over: a sorted list."""
    held = index.stored("default")
    rows = SearchRow.objects.in_bulk()
    wrong = []
    records = Record.objects.prefetch_related(*INDEXED)
    for record in records:
        row, due = rows.get(record.pk), row_of(record)
        fresh = row and (row.columns, row.spelt) == (due.columns, due.spelt)
        if not fresh or not index.agrees(due.columns, held.get(record.pk), "default"):
            wrong.append(record.reference)
    left_over = set(held) - {record.pk for record in records}
    return sorted(wrong) + [f"left over: {pk}" for pk in sorted(left_over)]


def note(pks):
    """These records have changed: refresh them now, or when the batch ends."""
    batch = waiting.get()
    if batch is None:
        refresh(pks)
    else:
        batch.update(pks)


def on_save(instance, **signal):
    if isinstance(instance, Record):
        note([instance.pk])
    elif isinstance(instance, Theme):
        note(list(instance.record_themes.values_list("content_object", flat=True)))
    elif isinstance(instance, Source):
        cited = Citation.objects.filter(passage__source=instance, record__isnull=False)
        note(list(cited.values_list("record", flat=True).distinct()))
    elif isinstance(instance, Development):
        note(list(instance.bears_on.values_list("pk", flat=True)))
    else:
        on_part(instance)


def on_bears_on(instance, action, reverse, pk_set, **signal):
    """Records were put under a development, or taken out from under it."""
    if action == "pre_clear":
        instance.cleared = [] if reverse else list(instance.bears_on.values_list("pk", flat=True))
    elif action == "post_clear":
        note([instance.pk] if reverse else instance.cleared)
    elif action in ("post_add", "post_remove"):
        note([instance.pk] if reverse else pk_set)


def on_part(instance, **signal):
    """A theme, note, verdict or citation of a record was saved or taken away."""
    pk = getattr(instance, "content_object_id", None) or instance.record_id
    if pk:
        note([pk])


def on_row_deleted(instance, **signal):
    index.erase(instance.pk, "default")


def on_migrated(using, **signal):
    """Sent after a migration, and after a flush."""
    index.erase_left_over(using)


def connect():
    """Called once, when the app is ready."""
    for part in (RecordTheme, AudienceNote, Verdict, Citation):
        post_save.connect(on_save, part, dispatch_uid=f"search-save-{part.__name__}")
        post_delete.connect(on_part, part, dispatch_uid=f"search-delete-{part.__name__}")
    for whole in (Record, *PROXIES.values(), Theme, Source, Development):
        post_save.connect(on_save, whole, dispatch_uid=f"search-save-{whole.__name__}")
    m2m_changed.connect(on_bears_on, Development.bears_on.through, dispatch_uid="search-bears-on")
    post_delete.connect(on_row_deleted, SearchRow, dispatch_uid="search-row-deleted")
