"""When readers were last told something of a record, as expressions for a list of records.

They are told when it is published, or published again after it was withdrawn; when it changes,
but for minor edits; and when a verdict takes effect. Feeds and the order by last change read it.
"""

import datetime

from django.db.models import DateTimeField, F, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Greatest

from .verdict import Verdict
from .version import Version

LONG_AGO = Value(datetime.datetime(2014, 1, 1, tzinfo=datetime.UTC), DateTimeField())


def told_at():
    """When one of its versions told readers something; None before one was kept."""
    telling = Version.objects.filter(record=OuterRef("pk")).telling().order_by("-pk")
    return Subquery(telling.values("made_at")[:1])


def news_at(day=None):
    """The same, or when its verdict of that day took effect, if that was later."""
    verdicts = Verdict.objects.in_force(day).filter(record=OuterRef("pk")).newest_first()
    effective = Cast(Subquery(verdicts.values("effective_on")[:1]), DateTimeField())
    return Greatest(Coalesce(told_at(), F("published_at"), LONG_AGO), Coalesce(effective, LONG_AGO))
