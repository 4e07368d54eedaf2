"""Two editors at once, for every noun but records (see edits): merged, or shown to the second."""

from dataclasses import dataclass, field

from django.db import transaction

from findings.models.sound import every
from findings.search import upkeep
from findings.texts.merging import merge


@dataclass(frozen=True)
class Saved:
    """`taken`: the fields that somebody else alone had changed, which stay. With `conflicts`
    nothing was written."""

    taken: list = field(default_factory=list)
    conflicts: list = field(default_factory=list)


@transaction.atomic
def save(noun, thing, base, row):
    """Bring the change from `base` to `row` into `thing`. Raises Fault for what can't be kept."""
    thing = every(noun.model).select_for_update().get(pk=thing.pk)
    merged = merge(base, row, noun.read(thing))
    if merged.conflicts:
        return Saved(merged.taken, merged.conflicts)
    with upkeep.batched():
        noun.write_columns(thing, merged.row)
        noun.write_deferred(thing, merged.row)
    return Saved(merged.taken)
