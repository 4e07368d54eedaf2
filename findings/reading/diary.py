"""The days that matter to some records: when each verdict is to be looked at again, since when
the law says so, and what is planned or proposed.

What is settled stays in it for a year as cancelled, so that it leaves the diary of whoever took
it over while it was still to come.
"""

import datetime
from urllib.parse import urlsplit

from findings.editorial.due import last_fresh_day
from findings.formats.calendar import CANCELLED, CONFIRMED, TENTATIVE, Day
from findings.models import Development, LawLine, Record
from findings.vocabulary import DEVELOPMENT_MEANINGS, FORCE_MEANINGS, DevelopmentStatus, Force

SETTLED_FOR = datetime.timedelta(days=366)


def diary(pks, root, today, audiences=()):
    """[Day, ...] of the published among the records with these keys, the earliest first, on the
    site at `root`. Of the law, what is said to these `audiences` alone, or to all for none."""
    records = Record.objects.published().for_rows().filter(pk__in=pks)
    bearing = Record.objects.published().filter(pk__in=pks)
    lines = LawLine.objects.filter(bears_on__in=bearing, since__isnull=False).distinct()
    if audiences:
        lines = lines.filter(audience__slug__in=audiences)
    events = Development.objects.filter(bears_on__in=bearing).distinct()
    site = Site(root)
    days = [
        *(site.look_again(record) for record in records if record.standing.as_of),
        *(site.law(line) for line in lines.select_related("audience")),
        *(site.event(event) for event in events if is_told(event, today)),
    ]
    return sorted(days, key=lambda day: (day.first, day.key))


def is_told(event, today):
    happened = event.status == DevelopmentStatus.HAPPENED
    return not happened or event.last_day >= today - SETTLED_FOR


class Site:
    """Names the days of a site for good, and leads to its pages."""

    def __init__(self, root):
        self.root = root
        self.host = urlsplit(root).hostname

    def day(self, noun, name, thing, title, text, first, last=None, state=CONFIRMED):
        url = self.root + thing.get_absolute_url()
        return Day(f"{noun}-{name}@{self.host}", title, text, url, first, last or first, state)

    def look_again(self, record):
        standing = record.standing
        return self.day(
            "verdict",
            record.reference,
            record,
            f"Look again: {record.title} ({record.reference})",
            f"{standing.sentence}. {standing.reason} After this day it may be out of date.",
            last_fresh_day(standing.as_of, standing.row.fresh_for),
        )

    def law(self, line):
        force = Force(line.force)
        title = f"{force.label} for {line.audience.name}: {line.title}"
        text = f"In force since this day. {line.text} {FORCE_MEANINGS[force]}"
        return self.day("law", line.slug, line, title, text, line.since)

    def event(self, event):
        status = DevelopmentStatus(event.status)
        settled = status == DevelopmentStatus.HAPPENED
        return self.day(
            "event",
            event.slug,
            event,
            f"{status.label}: {event.title}",
            f"{event.when}. {DEVELOPMENT_MEANINGS[status]} {event.summary}",
            event.date,
            event.last_day,
            CANCELLED if settled else TENTATIVE,
        )
