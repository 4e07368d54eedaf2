"""A record that readers never saw, taken away with all that belongs to it."""

from django.db import transaction

from findings.models import Record
from findings.search import upkeep


@transaction.atomic
def delete(record):
    """Delete the record, its versions, its edits and its place in the index. Its reference stays
    issued. Raises Kept where readers have seen it."""
    # In a batch, so that no part that goes writes the index of what is going.
    with upkeep.batched():
        Record.objects.select_for_update().get(pk=record.pk).delete()
