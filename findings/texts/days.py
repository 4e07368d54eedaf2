"""A past day at which a reader looks: `?as-at=2018-11-20`."""

import datetime
import re
from dataclasses import dataclass

from django.utils.formats import date_format

from findings.texts.lines import shorten

KEY = "as-at"
EARLIEST = datetime.date(2014, 1, 1)


@dataclass(frozen=True)
class AsAt:
    """The day asked for, or None for today.

    Where what was asked is no such day, `reason` says so in a sentence and `typed` holds it.
    """

    day: datetime.date | None = None
    typed: str = ""
    reason: str = ""

    @classmethod
    def read(cls, params, today):
        """The AsAt in `params`, a QueryDict. Never fails; days after `today` are faults."""
        typed = shorten(params.get(KEY, ""))
        if not typed:
            return cls()
        day = parse(typed)
        if day is None:
            reason = f"We can’t read “{typed}” as a day. Write it like 2018-11-20."
        elif day > today:
            reason = f"{spell(day)} is still to come."
        elif day < EARLIEST:
            reason = f"{spell(day)} is too early: we know of nothing before {EARLIEST.year}."
        else:
            return cls(day)
        return cls(typed=typed, reason=reason)

    def __bool__(self):
        return self.day is not None

    @property
    def fault(self):
        """The reason, and what a page does about it; or ""."""
        return self.reason and f"{self.reason} So you see today."

    @property
    def text(self):
        """How it is written in an address; a fault stays, so that it can be said."""
        return self.day.isoformat() if self.day else self.typed

    @property
    def spelt(self):
        return spell(self.day) if self.day else ""

    @property
    def suffix(self):
        """What an address without parameters takes on to keep the day."""
        return f"?{KEY}={self.day.isoformat()}" if self.day else ""

    @property
    def parameter(self):
        """What an address that has parameters takes on to keep the day."""
        return f"&{self.suffix[1:]}" if self.day else ""


def parse(text):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def spell(day):
    return date_format(day, "j F Y")


# A day as it stands in a cell: 03/07/2025, 3.7.2025, 3 July 2025, 3-Jul-25, or 2025-07-03 with
# the time that a spreadsheet adds.
WEEKDAY = re.compile(r"^[A-Za-z]{3,9},\s+")
NO_TIME = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?Z?$")
FORMS = ("%Y-%m-%d", "%d-%m-%Y", "%d-%b-%Y", "%d-%B-%Y", "%d-%b-%y")


def written(text):
    """The day that somebody wrote, or None. The month is never guessed: 3/7 is 3 July, and no
    year of two figures goes with it."""
    plain = NO_TIME.sub("", WEEKDAY.sub("", " ".join(text.split())))
    plain = re.sub(r"[\s/.\-]+", "-", plain)
    for form in FORMS:
        try:
            return datetime.datetime.strptime(plain, form).date()  # noqa: DTZ007 (a day alone)
        except ValueError:
            continue
    return None
