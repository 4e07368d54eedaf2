"""What is said of something that readers may not see any more: that it is gone, and no more.

What was withdrawn leaves a notice without its text; of what is unknown, a draft or a draft that
was deleted nothing is said.
"""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from findings.models import Gap, Record, Reference
from findings.vocabulary import Kind, State

WITHDRAWN = "The editors took it off this site, so please don’t quote it any more."
REMOVED = "The editors removed it from this site."
REDACTED = "The editors took the text of this version away for ever. Its number stays."
PERMANENT = "Its reference will never be given to anything else."


@dataclass(frozen=True)
class Notice:
    """What is gone, since when and why, and a record to read instead: the `successor`, or the
    `current` text of the same one."""

    what: str
    became: str
    text: str
    on: datetime.date | None = None
    why: str = ""
    successor: Record | None = None
    current: Record | None = None

    def __str__(self):
        return f"{self.what} {self.became}"


def look_up(canonical, records):
    """(the published record that bears the reference, the Notice that it is gone): one of them,
    or neither where nothing is said. `records` is prepared as the caller needs them."""
    record = records.filter(reference=canonical).first()
    if record and record.is_published:
        return record, None
    return None, notice_of(canonical, record)


def notice_of(canonical, record):
    """The Notice for a reference that `record`, or nothing, bears; None if nothing is said."""
    if record and record.state == State.WITHDRAWN:
        return withdrawn(record)
    if record is None and not Gap.every.filter(reference=canonical).exists():
        issued = Reference.objects.filter(text=canonical).first()
        return issued and removed(issued)
    return None


def withdrawn(record):
    withdrawal = getattr(record, "withdrawal", None)
    return Notice(
        f"{record.kind_word.label} {record.reference}",
        "was withdrawn",
        f"{WITHDRAWN} {PERMANENT}",
        on=withdrawal and withdrawal.withdrawn_on,
        why=withdrawal.why if withdrawal else "",
        successor=withdrawal and withdrawal.shown_successor,
    )


def in_feed(record):
    """(title, text, path) of a withdrawn record in the feed of changes: reference and reason."""
    why = record.withdrawal.why if hasattr(record, "withdrawal") else ""
    return f"{record.kind} {record.reference}", why, record.get_absolute_url()


def removed(issued):
    """A gap is read by everybody, so its going is told. Of a record only a draft can be deleted,
    and a draft is nobody's business."""
    if issued.letter in {kind.letter for kind in Kind}:
        return None
    return Notice(f"Gap {issued.text}", "was removed", f"{REMOVED} {PERMANENT}")


def redacted(version):
    record = version.record
    return Notice(
        f"Version {version.number} of {record.kind} {record.reference}",
        "was redacted",
        REDACTED,
        on=timezone.localdate(version.redacted_at),
        why=version.redacted_why,
        current=record,
    )
