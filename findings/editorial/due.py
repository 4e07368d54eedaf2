"""Which verdicts are to be looked at again, and when: so that they don't all age at once.

A verdict is due on the last day on which it counts as fresh. It is worth a look once it has
used a third of that time: what hangs on a Bill first, then what was read longest ago.
"""

import datetime
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass

from django.db.models import Case, Count, Q, Value, When
from django.db.models.functions import Coalesce

from findings.models import Record, Verdict
from findings.models.standing import freshest, lifetime
from findings.vocabulary import Freshness

AT_ONCE = 10
WORN = 3
MONTHS = 12


@dataclass(frozen=True)
class Month:
    """How many verdicts are due in it, and how many of them hang on a Bill."""

    first: datetime.date
    count: int
    on_bills: int

    @property
    def key(self):
        return f"{self.first:%Y-%m}"

    @property
    def last(self):
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])


def in_force(today):
    """The verdict of each record that readers see, with the day until which it was `read_until`."""
    records = Record.objects.published().with_verdict_in_force(today)
    judged = Verdict.objects.filter(
        pk__in=records.values("verdict_in_force"), fresh_for__in=Freshness.values
    )
    return judged.annotate(read_until=Coalesce("as_of", "checked_on"))


def this_week(today):
    """What is worth a look now, the riskiest first."""
    worn = Q()
    for each in Freshness:
        third = (today - freshest(today, each)) / WORN
        worn |= Q(fresh_for=each, read_until__lte=today - third)
    return riskiest_first(in_force(today).filter(worn))


def between(today, first, last):
    """What is due from the day `first` to the day `last`, the riskiest first."""
    due = Q()
    for each in Freshness:
        span = lifetime(each)
        due |= Q(fresh_for=each, read_until__range=(first - span, last - span))
    return riskiest_first(in_force(today).filter(due))


def overdue(today):
    """What already says that it may be out of date, the riskiest first."""
    kept = in_force(today)
    return riskiest_first(kept.filter(pk__in=Verdict.objects.old(today).values("pk")))


def riskiest_first(verdicts):
    on_a_bill = Case(When(fresh_for=Freshness.BILL, then=Value(0)), default=Value(1))
    return verdicts.order_by(on_a_bill, "read_until", "record__sort_key")


def last_fresh_day(read_until, fresh_for):
    """The last day on which a verdict counts as fresh; the last of all where it is beyond."""
    try:
        return read_until + lifetime(fresh_for)
    except OverflowError:
        return datetime.date.max


def calendar(today):
    """(how many are overdue, [Month] of this month and those to come), in one query."""
    counted = in_force(today).exclude(checked_on=None).order_by()
    rows = counted.values_list("fresh_for", "read_until").annotate(count=Count("pk"))
    late, months, bills = 0, Counter(), Counter()
    for fresh_for, read_until, count in rows:
        due = last_fresh_day(read_until, fresh_for)
        if due < today:
            late += count
            continue
        months[due.replace(day=1)] += count
        bills[due.replace(day=1)] += count * (fresh_for == Freshness.BILL)
    coming = [month_after(today, number) for number in range(MONTHS)]
    known = sorted({*coming, *months})
    return late, [Month(first, months[first], bills[first]) for first in known]


def month_after(today, number):
    """The first day of the month that is `number` months after that of `today`."""
    year, month = divmod(today.year * 12 + today.month - 1 + number, 12)
    return datetime.date(year, month + 1, 1)
