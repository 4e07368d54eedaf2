"""What a reader of an audience page takes away in one minute: at most three sentences."""

from typing import NamedTuple

from findings.models import HomePlace
from findings.search.answers import sentences
from findings.vocabulary import DevelopmentStatus, HomeSlot


class Point(NamedTuple):
    """`record` or `development` is where it leads."""

    heading: str
    text: str
    record: object = None
    development: object = None


def points(said, changes):
    """What can be said (the record `said`, or None), what has changed and what may change: the
    newest of each. `changes` bear their developments."""
    dated = sorted(
        ((event, change) for change in changes for event in change.developments.all()),
        key=lambda pair: (pair[0].date, pair[0].slug),
    )
    unsure = {change.pk for event, change in dated if event.status != DevelopmentStatus.HAPPENED}
    come = [pair for pair in dated if pair[1].pk not in unsure]
    to_come = [pair for pair in dated if pair[1].pk in unsure]
    found = [
        said and Point("You can say", said.brief_line or said.summary, said),
        newest("What changed", come),
        newest("What may change", to_come),
    ]
    return [point for point in found if point]


def sayable():
    """The primary keys of the findings on the home page, in their order."""
    slots = [HomeSlot.LEAD, HomeSlot.FINDING]
    return HomePlace.objects.filter(slot__in=slots).values_list("record_id", flat=True)


def newest(heading, dated):
    if not dated:
        return None
    event, change = dated[-1]
    first, *_ = sentences(change.text) or [change.text]
    return Point(heading, first, development=event)
