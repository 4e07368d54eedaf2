"""What is said of whether a record still holds: one wording for every page and every form."""

import datetime
from dataclasses import dataclass

from django.conf import settings

from findings.texts.days import spell
from findings.vocabulary import Freshness, Unjudged, Verdict

# Of a verdict that rests on what was read too long ago.
OLD = "may be out of date"


@dataclass(frozen=True)
class Standing:
    """Whether a record holds, as it is to be said on the day `today`.

    `row` is the verdict in force (with its word, its reason and its days), or None where none
    had taken effect. `review_since` is the day from which the verdict is in question, if it is.
    """

    row: object
    today: datetime.date
    review_since: datetime.date | None = None

    @property
    def word(self):
        return Verdict(self.row.verdict) if self.row else Unjudged.AS_PUBLISHED

    @property
    def reason(self):
        return self.row.reason if self.row else self.word.meaning

    @property
    def checked_on(self):
        return self.row.checked_on if self.row else None

    @property
    def as_of(self):
        """The day of the newest thing read; of an older verdict, the day somebody looked."""
        return (self.row.as_of or self.row.checked_on) if self.row else None

    @property
    def looked_later_on(self):
        """The day somebody looked, where that is another than the day of the newest thing read."""
        return self.checked_on if self.checked_on != self.as_of else None

    @property
    def is_old(self):
        """Was what it rests on read so long ago that it may be out of date?"""
        return self.as_of is not None and self.as_of < freshest(self.today, self.row.fresh_for)

    @property
    def checked(self):
        """ "as of 2 July 2026, looked at 28 November 2026", with a warning where it is old."""
        looked = self.looked_later_on
        days = [
            f"as of {spell(self.as_of)}" if self.as_of else "",
            f"looked at {spell(looked)}" if looked else "",
            OLD if self.is_old else "",
        ]
        return ", ".join(day for day in days if day)

    @property
    def in_short(self):
        """The verdict in a word, with a warning where it is old."""
        return f"{self.word.label}, {OLD}" if self.is_old else self.word.label

    @property
    def review(self):
        """ "under review since 3 June 2026", or ""."""
        return f"under review since {spell(self.review_since)}" if self.review_since else ""

    @property
    def sentence(self):
        """All but the reason in one line, for forms that have no marks."""
        judged = ", ".join(part for part in (self.word.label, self.checked) if part)
        return "; ".join(part for part in (judged, self.review) if part)


def judged(record):
    """The verdict in force, those before it (newest first), and developments by the day seen.

    `record` is prepared by for_page().
    """
    verdict = record.verdict
    rows = list(record.verdicts.all())
    cause = record.recheck_because
    behind = come(verdict.developments.all(), record.seen_on) if verdict else []
    return {
        "verdict": verdict,
        "earlier_verdicts": rows[: rows.index(verdict)][::-1] if verdict else [],
        "behind": behind,
        "other_developments": [
            each for each in come(record.developments.all(), record.seen_on) if each not in behind
        ],
        "review_because": cause if cause and cause.had_come_by(record.seen_on) else None,
    }


def come(developments, day):
    """Those that had happened by `day`; all of them where the reader looks at today."""
    return [each for each in developments if each.had_come_by(day)]


def freshest(today, fresh_for):
    """The first day that still counts as fresh on `today`, for a verdict that is `fresh_for`."""
    return today - lifetime(fresh_for)


def lifetime(fresh_for):
    days = {
        Freshness.YEAR: settings.VERDICT_FRESH_DAYS,
        Freshness.BILL: settings.VERDICT_ON_A_BILL_FRESH_DAYS,
    }
    return datetime.timedelta(days=days[Freshness(fresh_for)])
