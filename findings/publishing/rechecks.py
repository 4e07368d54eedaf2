"""An event that bears on a record puts its verdict in question, until an editor decides.

Readers see "under review since" for as long as that takes.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from findings.models import Record
from findings.vocabulary import LinkRelation

from . import versions
from .states import Refused


@transaction.atomic
def ask(development):
    """Put in question what `development` bears on, and the recommendations that rest on that.

    What is in question already keeps its day. Returns the records that are newly so.
    """
    touched = Q(developments=development) | Q(
        links__relation=LinkRelation.RESTS_ON, links__target__developments=development
    )
    records = Record.objects.filter(touched, recheck_since=None).distinct().order_by("sort_key")
    for record in (asked := list(records)):
        record.recheck_since = timezone.localdate()
        record.recheck_because = development
        record.save(update_fields=["recheck_since", "recheck_because", "changed_at"])
    return asked


@transaction.atomic
def settle(record):
    """An editor has decided: the verdict is no longer in question."""
    record.recheck_since = None
    record.recheck_because = None
    record.save(update_fields=["recheck_since", "recheck_because", "changed_at"])


@transaction.atomic
def confirm(record, note, *, anyway=False):
    """The verdict in force still holds: somebody looked today, at all that there is to read.
    Returns the new Version; None where it would say nothing new and isn't kept `anyway`."""
    verdict = record.verdict
    if verdict is not None and verdict.checked_on is not None:
        verdict.as_of = verdict.checked_on = timezone.localdate()
        verdict.save(update_fields=["as_of", "checked_on"])
    settle(record)
    return versions.keep(record, note, anyway=anyway)


@transaction.atomic
def look_again(record, seen, note):
    """Confirm the verdict that an editor saw in the version with the key `seen` (0 for none),
    for the reason in `note`. Returns the Version: the one made before where the same is asked
    twice. Raises Refused where what the editor saw is no longer so."""
    record = Record.objects.select_for_update().get(pk=record.pk)
    later = record.versions.filter(pk__gt=seen)
    sent_before = later.filter(line=note.line, made_by=note.by, via=note.via).last()
    if sent_before is not None:
        return sent_before
    if reason := objection(record, seen, later.exists()):
        raise Refused(record.reference, [reason])
    return confirm(record, note, anyway=True)


def objection(record, seen, is_changed):
    """Why the verdict seen can't be confirmed, as a sentence; empty where it can."""
    if not record.is_published:
        return "Readers don’t see this record any more."
    if record.verdict is None or record.verdict.checked_on is None:
        return "It has no verdict that could still hold: give it one on its form."
    if is_changed and judged_in(record.versions.filter(pk=seen).first()) != judged_now(record):
        return "Somebody else has changed its verdicts meanwhile. Look at what is here now."
    waiting = record.edits.pending().first()
    if waiting and waiting.row.get("verdicts") != waiting.base.get("verdicts"):
        return "A pending edit changes its verdict: publish or drop that first."
    return ""


def judged_in(version):
    return version and version.row.get("verdicts")


def judged_now(record):
    return versions.snapshot(record)["verdicts"]
