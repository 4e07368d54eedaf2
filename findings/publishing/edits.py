"""Editors' changes to a record: merged with everybody else's, and published when they say so.

What readers see is never written by `save`: a change to a published record is held as its
pending edit, and `publish` puts it in place. Every other record is written at once. Where
somebody else changed the same words meanwhile, nothing is written and nothing is lost: the
edit is set aside until its editor has chosen.
"""

from dataclasses import dataclass, field

from django.db import transaction

from findings.models import Edit, Record
from findings.search import upkeep
from findings.texts.merging import merge
from findings.vocabulary import EditState, State

from . import batches, rechecks, states, traces, versions
from .batches import Writing
from .fields import Fault, in_words
from .nouns import noun_of
from .record_fields import present
from .states import Refused
from .undoing import undone

# What an edit can't change: the life of a record, and what its reference says.
FIXED = ("state", "reference", "source")


@dataclass(frozen=True)
class Working:
    """What an editor works on: the row, the fields in which it goes back on something that
    readers have come to see since the pending edit was begun, and what of it is gone since: a
    Fault each, and not in the row."""

    row: dict
    behind: list = field(default_factory=list)
    gone: list = field(default_factory=list)

    @property
    def objections(self):
        """Why it can't be published as it is, as sentences."""
        reasons = [f"It names what is gone: {fault.told}." for fault in self.gone]
        if self.behind:
            names = ", ".join(map(in_words, self.behind))
            reasons.append(f"What readers see has changed since in: {names}.")
        return [f"{reason} Open it, look, and save it again." for reason in reasons]


@dataclass(frozen=True)
class Outcome:
    """What became of a save. `taken`: the fields that somebody else alone had changed, which
    stay. Where there are `conflicts`, nothing was written and `edit` is set aside."""

    version: object = None
    edit: object = None
    taken: list = field(default_factory=list)
    conflicts: list = field(default_factory=list)


def pending_of(record):
    return Edit.objects.pending().filter(record_id=record.pk).first()


def working(record):
    """The Working of a record: its pending edit brought up to date, or the row as stored."""
    return brought_up(record, versions.snapshot(record), pending_of(record))


def brought_up(record, stored, waiting):
    """The Working of a record that is stored as the row `stored`, with its pending edit."""
    if waiting is None:
        return Working(stored)
    merged = merge(alike(waiting.base, stored), alike(waiting.row, stored), stored)
    mine = {conflict.field: conflict.mine for conflict in merged.conflicts}
    row, gone = fitted(record, {**merged.row, **mine}, stored)
    return Working(row, list(mine), gone)


def fitted(record, row, stored=None):
    """`row` without what the tables no longer hold, and a Fault for each piece that is gone."""
    return noun_of(record).fit(row, stored or versions.snapshot(record))


def working_row(record):
    return working(record).row


def alike(row, stored):
    """`row` with what no edit can change as it is stored."""
    return {**row, **{key: stored[key] for key in FIXED}}


@transaction.atomic
def save(record, base, row, note):
    """Bring the change from `base` to `row` into the record. Returns an Outcome.

    Raises Refused where the row names something that is gone.
    """
    record = lock(record)
    base, row = present(base), present(row)
    stored, now = versions.snapshot(record), working_row(record)
    merged = merge(alike(base, stored), alike(row, stored), now)
    if merged.conflicts:
        edit = set_aside(record, base, row, note)
        return Outcome(edit=edit, taken=merged.taken, conflicts=merged.conflicts)
    if record.is_published:
        return Outcome(edit=hold(record, stored, merged.row, note), taken=merged.taken)
    write(record, merged.row)
    record.edits.pending().delete()
    return Outcome(version=versions.keep(record, note), taken=merged.taken)


@transaction.atomic
def publish(record, note):
    """Show readers the record with its pending edit. Returns the record, or raises Refused."""
    record = lock(record)
    waiting = pending_of(record)
    if waiting is not None:
        now = working(record)
        if now.objections:
            raise Refused(record.reference, now.objections)
        write(record, now.row)
        waiting.delete()
    if record.state != State.PUBLISHED:
        return states.move(record, State.PUBLISHED, note)
    states.check_ready(record)
    versions.keep(record, note)
    return record


def restore(record, kept, note):
    """Bring back what the record said in a version, or an edit that has ended, as a change made
    now, but for what is gone since. Returns an Outcome."""
    return save(record, working_row(record), fitted(record, kept.row)[0], note)


@transaction.atomic
def resolve(edit, base, row, note):
    """Save what an editor chose for an edit that was set aside. Returns an Outcome: somebody
    else may have been quicker once more."""
    outcome = save(edit.record, base, row, note)
    traces.end(edit, EditState.REPLACED, note.by)
    return outcome


def lock(record):
    return Record.objects.select_for_update().get(pk=record.pk)


def set_aside(record, base, row, note):
    return Edit.objects.create(
        record=record, state=EditState.SET_ASIDE, base=base, row=row, **said(note)
    )


def hold(record, stored, row, note):
    """Keep `row` as the pending edit. Returns the Edit; None where it changes nothing. Raises
    Refused where the tables wouldn't take it: nobody should learn that when it is published."""
    waiting = pending_of(record)
    if row == stored:
        if waiting:
            traces.drop(waiting, note.by, traces.UNDONE)
        return None
    with undone(), upkeep.passing():
        write(Record.objects.get(pk=record.pk), row)
    if waiting and waiting.row != row:
        traces.leave(waiting, note.by)
    edit, _ = Edit.objects.update_or_create(
        record=record,
        state=EditState.PENDING,
        defaults={"base": stored, "row": row, **said(note)},
    )
    return edit


def hold_all(waiting, note):
    """hold() for many records of one kind, with few queries: [(record, stored, row), ...]."""
    if not waiting:
        return
    with undone(), upkeep.passing():
        noun_of(waiting[0][0]).write_all([Writing(record, row) for record, _, row in waiting])
    records = [record.pk for record, *_ in waiting]
    known = {edit.record_id: edit for edit in Edit.objects.pending().filter(record__in=records)}
    for record, stored, row in waiting:
        edit = known.get(record.pk)
        if edit and row == stored:
            traces.drop(edit, note.by, traces.UNDONE)
        elif edit and edit.row != row:
            traces.leave(edit, note.by)
    kept = [
        edit_of(known.get(record.pk) or Edit(record_id=record.pk), stored, row, note)
        for record, stored, row in waiting
        if row != stored
    ]
    batches.save(kept)


def edit_of(edit, stored, row, note):
    edit.state, edit.base, edit.row = EditState.PENDING, stored, row
    edit.line, edit.is_major, edit.made_by = note.line, note.is_major, note.by
    return edit


def write_all(changes, note):
    """Put rows into the tables for many records of one kind that readers don't see, with few
    queries, and keep each as a version: [(record, row), ...]."""
    if not changes:
        return
    records = [record for record, _ in changes]
    doubted = [each for each in records if each.recheck_since]
    noun_of(records[0]).write_all([Writing(record, row) for record, row in changes])
    for record in doubted:
        rechecks.settle(record)
    Edit.objects.pending().filter(record__in=[record.pk for record in records]).delete()
    versions.keep_all(records, note)


def said(note):
    return {"line": note.line, "is_major": note.is_major, "made_by": note.by}


def write(record, row):
    """Put `row` into the tables, with no version. Raises Refused where it names what is gone."""
    noun = noun_of(record)
    thing = noun.model.objects.get(pk=record.pk)
    before = noun.read(thing)
    try:
        with upkeep.batched(), transaction.atomic():
            noun.write_columns(thing, alike(row, before))
            noun.write_deferred(thing, row)
    except Fault as fault:
        reason = f"{fault.told}."
        raise Refused(record.reference, [reason], fault.field) from None
    if thing.recheck_since and row["verdicts"] != before["verdicts"]:
        rechecks.settle(thing)
    record.refresh_from_db()
