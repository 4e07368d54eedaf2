"""Days as a calendar (RFC 5545): each the whole day long, and nobody is busy on it."""

import datetime
from dataclasses import dataclass

import icalendar

from .document import fit

MEDIA_TYPE = "text/calendar; charset=utf-8"
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"


@dataclass(frozen=True)
class Day:
    """`key` names it for good: the same in every calendar, so that a day that moved moves there.
    `state` is CONFIRMED, TENTATIVE or CANCELLED, which takes it out of a calendar."""

    key: str
    title: str
    text: str
    url: str
    first: datetime.date
    last: datetime.date
    state: str = CONFIRMED


def write(name, text, days, made_on, url):
    """The bytes of a calendar as it was on the day `made_on`; `url` is where the same is read."""
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//ICS Leadership//Days//EN")
    calendar.add("method", "PUBLISH")
    for key, words in (("name", name), ("x-wr-calname", name), ("x-wr-caldesc", text)):
        calendar.add(key, icalendar.vText(fit(words)))
    calendar.add("url", url)
    calendar.add("refresh-interval", datetime.timedelta(days=1))
    for day in days:
        calendar.add_component(event(day, made_on))
    return calendar.to_ical()


def event(day, made_on):
    told = icalendar.Event()
    told.add("uid", day.key)
    told.add("dtstamp", datetime.datetime.combine(made_on, datetime.time(), datetime.UTC))
    # A later file counts for more than an earlier one.
    told.add("sequence", made_on.toordinal())
    told.add("dtstart", day.first)
    if day.last < datetime.date.max:
        told.add("dtend", day.last + datetime.timedelta(days=1))
    told.add("summary", fit(day.title))
    told.add("description", fit(day.text))
    told.add("url", day.url)
    told.add("status", day.state)
    told.add("transp", "TRANSPARENT")
    return told
