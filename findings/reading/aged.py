"""What became of some records since a paper with them was printed.

Only the day of printing is known. So a change on that day counts: the paper may have been printed
before it. What came out that day counts as what the paper says, since else it couldn’t stand on it.
"""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from findings.asking.sentences import ended
from findings.models import Record
from findings.models.standing import Standing
from findings.reading.changes import Life, changes_since, with_differences
from findings.texts.days import spell


class PrintedLife(Life):
    """The life of a record since the day of printing."""

    def __init__(self, record, versions, since):
        super().__init__(record, versions, since)
        self.first_day = None
        first = next((version for version in versions if version.number), None)
        day = timezone.localdate(since)
        if self.then is None and first and timezone.localdate(first.made_at) == day:
            self.then, self.first_day = first, day

    def change(self, eve, today):
        return super().change(self.first_day or eve, today)


@dataclass(frozen=True)
class Doubt:
    """A record whose text and verdict are the same, and what puts it in doubt since."""

    record: Record
    text: str


@dataclass(frozen=True)
class Aged:
    """`changes` are those since the day `day`, of `count` records; `doubts` come on top."""

    day: datetime.date
    count: int
    changes: list
    doubts: list

    @property
    def headline(self):
        """ "Printed 4 December 2026: 3 of 8 records have changed since" """
        changed = len(self.changes) + len(self.doubts)
        if self.count == 1:
            said = "it has changed since" if changed else "nothing has changed since"
        elif not changed:
            said = f"nothing has changed since in its {self.count} records"
        else:
            said = f"{changed} of {self.count} records {have(changed)} changed since"
        return f"Printed {spell(self.day)}: {said}"


def have(count):
    return "has" if count == 1 else "have"


def aged(records, day, today):
    """The Aged of these records, their verdicts read ahead, printed on `day`."""
    references = [record.reference for record in records]
    changes = changes_since(day, today, PrintedLife, references)
    changed = {change.record.reference for change in changes}
    kept = [each for each in records if each.is_published and each.reference not in changed]
    found = [Doubt(record, text) for record in kept if (text := doubt(record, day, today))]
    own = {record.reference: record for record in records}
    for change in with_differences(changes):
        # As it was given, with its texts, which nothing that only lists changes has read.
        change.record = own[change.record.reference]
    return Aged(day, len(records), changes, found)


def doubt(record, day, today):
    """What casts doubt on an unchanged verdict since the day, in a sentence; or ""."""
    now, then = record.standing_on(today), Standing(record.verdict_on(day), day)
    if now.review_since and now.review_since >= day:
        return f"Under review since {spell(now.review_since)}."
    if now.is_old and not then.is_old:
        return f"Its verdict, as of {spell(now.as_of)}, may be out of date by now."
    return ""


def corrected(change):
    """A line to paste over the one on paper; "" where there is nothing left to quote."""
    if change.is_withdrawn:
        return ""
    record = change.record
    said = f"{record.reference}, version {change.new.number}: {ended(record.title)}"
    return f"{said} {record.summary} {ended(record.standing.sentence)}"
