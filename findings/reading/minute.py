"""What a reader of an audience page takes away in one minute: at most three points."""

from typing import NamedTuple

from findings.models import HomePlace
from findings.vocabulary import DevelopmentStatus, HomeSlot, Verdict


class Point(NamedTuple):
    """`record` or `development` is where it leads."""

    heading: str
    text: str
    record: object = None
    development: object = None


def points(records, changes):
    """What can be said, what has changed and what may change: the newest of each. `records` reach
    the audience, `changes` bear their developments."""
    dated = sorted(
        ((event, change) for change in changes for event in change.developments.all()),
        key=lambda pair: (pair[0].date, pair[0].slug),
    )
    unsure = {change.pk for event, change in dated if event.status != DevelopmentStatus.HAPPENED}
    come = [pair for pair in dated if pair[1].pk not in unsure]
    to_come = [pair for pair in dated if pair[1].pk in unsure]
    found = [
        to_say(records),
        newest("What changed", come),
        newest("What may change", to_come),
    ]
    return [point for point in found if point]


def to_say(records):
    """The first finding of the home page that stands."""
    slots = [HomeSlot.LEAD, HomeSlot.FINDING]
    chosen = HomePlace.objects.filter(slot__in=slots).values_list("record_id", flat=True)
    by_key = {each.pk: each for each in records if each.standing.word == Verdict.STANDS}
    record = next((by_key[pk] for pk in chosen if pk in by_key), None)
    return record and Point("You can say", record.brief_line or record.summary, record)


def newest(heading, dated):
    if not dated:
        return None
    event, change = dated[-1]
    return Point(heading, change.text, development=event)
