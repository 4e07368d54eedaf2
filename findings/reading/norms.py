"""What most records of a list share: said once at its head, so that a row says what differs."""

import datetime
from collections import Counter
from dataclasses import dataclass, replace

from findings.asking.sentences import lower_first
from findings.texts.days import spell
from findings.vocabulary import Trail

from . import evidence


@dataclass(frozen=True)
class Norm:
    """`day` is the one as of which most verdicts speak, `trail` what most records bear (None
    without a majority), `is_for_all` says that most address all audiences alike, and `rests` on
    what most rest, in few words."""

    day: datetime.date | None = None
    trail: Trail | None = None
    is_for_all: bool = False
    rests: str = ""

    @classmethod
    def of(cls, records):
        records = list(records)
        return cls(
            most_usual_day(records),
            majority([each.trail_word for each in records]),
            majority([is_for_all(each) for each in records]) is True,
        )

    @classmethod
    def of_rows(cls, records):
        """The same of rows that say what they rest on: prepared with_evidence()."""
        records = list(records)
        rests = majority([evidence.in_few_words(each) for each in records])
        return replace(cls.of(records), rests=rests or "")

    @classmethod
    def of_days(cls, records):
        """Of a list that names records in passing, and says no more than the day at its head."""
        return cls(most_usual_day(records))

    @property
    def sentence(self):
        """ "Unless marked: stated in the source; verdicts as of 2 July 2026." """
        said = [
            lower_first(self.trail.label) if self.trail else "",
            f"rests on: {lower_first(self.rests)}" if self.rests else "",
            "addressed to all audiences" if self.is_for_all else "",
            f"verdicts as of {spell(self.day)}" if self.day else "",
        ]
        parts = [part for part in said if part]
        return f"Unless marked: {'; '.join(parts)}." if parts else ""


def most_usual_day(records):
    days = Counter(each.standing.as_of for each in records if each.standing.as_of)
    [(day, _)] = days.most_common(1) or [(None, 0)]
    return day


def is_for_all(record):
    addressings = record.addressings.all()
    return bool(addressings) and not any(each.is_named for each in addressings)


def majority(values):
    """The value that more than half of them have, or None."""
    value, times = (Counter(values).most_common(1) or [(None, 0)])[0]
    return value if times * 2 > len(values) else None
