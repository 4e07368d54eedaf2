"""An event that bears on a record puts its verdict in question, until an editor decides.

Readers see "under review since" for as long as that takes.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from findings.models import Record
from findings.vocabulary import LinkRelation

from . import versions


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
def confirm(record, note):
    """The verdict in force still holds: somebody looked today, at all that there is to read.
    Returns the new Version, or None."""
    verdict = record.verdict
    if verdict is not None and verdict.checked_on is not None:
        verdict.as_of = verdict.checked_on = timezone.localdate()
        verdict.save(update_fields=["as_of", "checked_on"])
    settle(record)
    return versions.keep(record, note)
