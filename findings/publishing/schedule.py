"""Publication at a set time: once, by whichever node comes first, and never half of it."""

from dataclasses import dataclass, field

from django.db import transaction

from findings.models import Record
from findings.vocabulary import Via

from . import edits
from .states import Refused
from .versions import Note

OWN_FIELDS = ["publish_at", "publish_by", "publish_fault"]


@dataclass
class Report:
    """References: those published now, and those refused, with the reasons."""

    published: list = field(default_factory=list)
    refused: dict = field(default_factory=dict)


@transaction.atomic
def plan(record, moment, editor=None):
    """Have `record` published at `moment`, an aware datetime; None takes the plan back."""
    record = edits.lock(record)
    record.publish_at = moment
    record.publish_by = editor if moment else None
    record.publish_fault = ""
    record.save(update_fields=OWN_FIELDS)


def publish_due(now):
    """Publish what was planned for `now` or before. What is refused says why, for its editors,
    and stops nothing else. Returns a Report."""
    report = Report()
    for pk in list(Record.objects.due(now).values_list("pk", flat=True)):
        publish_one(pk, now, report)
    return report


@transaction.atomic
def publish_one(pk, now, report):
    # A second node waits here, and then finds that the plan is carried out.
    record = Record.objects.select_for_update().filter(pk=pk, publish_at__lte=now).first()
    if record is None:
        return
    note = Note(Via.COMMAND, record.publish_by, line_for(record))
    record.publish_at, record.publish_fault = None, ""
    try:
        with transaction.atomic():
            record.save(update_fields=OWN_FIELDS)
            edits.publish(record, note)
        report.published.append(record.reference)
    except Refused as refusal:
        record.publish_fault = " ".join(refusal.reasons)
        record.save(update_fields=OWN_FIELDS)
        report.refused[record.reference] = refusal.reasons


def line_for(record):
    pending = edits.pending_of(record)
    return (pending and pending.line) or "Published at the time that was set"
