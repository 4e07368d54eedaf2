"""What changed for readers since a day: the digest that the page and the feed show.

A record has changed when what readers find at its address now is not what they found there
when the day began: its text and the verdicts in effect, or the notice that it was withdrawn. So
a record that was changed and changed back has not changed, and a verdict that took effect is a
change though nobody wrote anything that day. Drafts are nowhere; of what was withdrawn there is
the notice alone.
"""

import datetime
from dataclasses import dataclass
from itertools import groupby

from django.db.models import prefetch_related_objects
from django.utils import timezone

from findings.models import Record, Verdict, Version
from findings.publishing.rows import digest
from findings.publishing.versions import seen
from findings.reading.differences import differences
from findings.reading.edition import editions, in_effect
from findings.vocabulary import State

WITHDRAWN = "withdrawn"
# How many first publications of a day are named. A report comes whole, often on one day.
MOST_FIRSTS = 100
# What is told of a record: ten thousand may have changed, of which a page shows a few.
TOLD = ("reference", "kind", "title", "state", "sort_key", "recheck_since")
# How each thing that can happen is said.
SAID = {
    "published": "Published",
    "again": "Published again",
    "changed": "Changed",
    "effect": "A verdict took effect",
    WITHDRAWN: "Withdrawn",
}


@dataclass(frozen=True)
class Step:
    """One thing that happened to a record: `version` is what readers saw from then on."""

    what: str
    version: Version
    at: datetime.datetime

    @property
    def day(self):
        return timezone.localdate(self.at)

    @property
    def is_major(self):
        """Does it alert? Publications and verdicts always do, changes as their editor said."""
        return self.what != "changed" or self.version.is_major


@dataclass
class Change:
    """How a record differs from what it was. `steps` are the newest first.

    `old` and `new` are the texts to compare: what readers found then, or the first that they
    could see since, and what they find now. There is no `old` where nothing but the new one has
    been seen, and both are None for a record that is withdrawn.
    """

    record: Record
    steps: list
    old: Version | None = None
    new: Version | None = None
    differences: list | None = None

    @property
    def at(self):
        return self.steps[0].at

    @property
    def day(self):
        return self.steps[0].day

    @property
    def is_withdrawn(self):
        return self.new is None

    @property
    def is_major(self):
        return any(step.is_major for step in self.steps)

    @property
    def is_first(self):
        """Was it published, and nothing else?"""
        return [step.what for step in self.steps] == ["published"] and not self.is_withdrawn


@dataclass(frozen=True)
class Firsts:
    """What was published on a day and has not changed since: many records, one line."""

    day: datetime.date
    changes: list

    @property
    def shown(self):
        return self.changes[:MOST_FIRSTS]

    @property
    def left(self):
        return len(self.changes[MOST_FIRSTS:])


def changes_since(day, today, life=None, among=None):
    """[Change], the newest first, of the records that changed from `day` on; or ever (None).
    `among` are the references of those that matter, where not all do."""
    since, life = day and midnight(day), life or Life
    lives = [life(record, versions, since) for record, versions in histories(since, today, among)]
    fill_rows(version for life in lives for version in life.compared)
    # What readers saw when the day began is what was in effect the day before.
    eve = day and day - datetime.timedelta(days=day > datetime.date.min)
    changed = [change for life in lives if (change := life.change(eve, today))]
    changed.sort(key=lambda change: change.record.sort_key)
    return sorted(changed, key=lambda change: change.at, reverse=True)


def grouped(changes):
    """The same, the newest first, each day's first publications together and last."""
    for day, some in groupby(changes, key=lambda change: change.day):
        some = list(some)
        yield from (change for change in some if not change.is_first)
        if firsts := [change for change in some if change.is_first]:
            yield Firsts(day, sorted(firsts, key=lambda change: change.record.sort_key))


def midnight(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def histories(since, today, among=None):
    """[(record, its versions without their rows)] of the records that may have changed."""
    touched = Version.objects.all()
    records = Record.objects.filter(state__in=[State.PUBLISHED, State.WITHDRAWN])
    if among is not None:
        records = records.filter(reference__in=among)
    if since:
        touched = touched.filter(made_at__gte=since)
        effective = Verdict.objects.filter(
            effective_on__gte=timezone.localdate(since), effective_on__lte=today
        )
        records = records.filter(pk__in=touched.values("record")) | records.filter(
            pk__in=effective.values("record")
        )
    found = {record.pk: record for record in records.only(*TOLD)}
    gone = [record for record in found.values() if record.state == State.WITHDRAWN]
    prefetch_related_objects(gone, "withdrawal__successor")
    versions = Version.objects.with_states().filter(record__in=records.values("pk"))
    versions = versions.defer("row").order_by("record", "pk")
    for key, group in groupby(versions, key=lambda version: version.record_id):
        yield found[key], list(group)


def fill_rows(versions):
    """Reads the rows of these versions, in one query."""
    wanted = {each.pk: each for each in versions if "row" in each.get_deferred_fields()}
    for pk, row in Version.objects.filter(pk__in=wanted).values_list("pk", "row"):
        wanted[pk].row = row


class Life:
    """All versions of one record, read for what readers saw at `since` and see now."""

    def __init__(self, record, versions, since):
        self.record = record
        self.versions = versions
        self.since = since
        for version in versions:
            version.record = record
        self.before = [each for each in versions if since and each.made_at < since]
        self.then = on_show(self.before)
        self.now = WITHDRAWN if record.state == State.WITHDRAWN else last_numbered(versions)

    @property
    def compared(self):
        """The versions whose texts decide whether anything changed."""
        both = [self.then, self.now]
        return both if all(isinstance(each, Version) for each in both) else []

    def change(self, eve, today):
        """The Change from the end of the day `eve` to `today`; None where there is none."""
        if last_numbered(self.versions) is None or self.is_same(eve, today):
            return None
        if self.now == WITHDRAWN:
            return Change(self.record, [Step(WITHDRAWN, self.versions[-1], self.withdrawn_at)])
        old = self.known
        steps = self.steps or [self.effect(today)]
        return Change(self.record, steps, None if old == self.now else old, self.now)

    def is_same(self, eve, today):
        if not self.compared or self.then.is_redacted or self.now.is_redacted:
            return self.then == self.now
        return face(self.then, eve) == face(self.now, today)

    @property
    def known(self):
        """The text that readers knew: then, before it was withdrawn, or when it came out."""
        numbered = [version for version in self.versions if version.number]
        return last_numbered(self.before) or numbered[0]

    @property
    def withdrawn_at(self):
        states = [version for version in self.versions if version.state_then == State.WITHDRAWN]
        return (states or self.versions)[-1].made_at

    @property
    def steps(self):
        """What happened since, the newest first."""
        steps, state, number = [], "", None
        for version in self.versions:
            again = state == State.WITHDRAWN and version.state_then == State.PUBLISHED
            if version.number:
                number = version
                what = "published" if version.is_first else "again" if again else "changed"
                steps.append(Step(what, version, version.made_at))
            elif again and number:
                steps.append(Step("again", number, version.made_at))
            state = version.state_then
        return [step for step in steps if not self.since or step.at >= self.since][::-1]

    def effect(self, today):
        """The verdict that took effect by itself."""
        days = [verdict["effective"] or "" for verdict in self.now.row["verdicts"]]
        day = max((day for day in days if day and day <= today.isoformat()), default="")
        at = midnight(datetime.date.fromisoformat(day)) if day else self.now.made_at
        return Step("effect", self.now, at)


def on_show(versions):
    """What readers found after these versions: one of them, WITHDRAWN, or None."""
    if not versions or versions[-1].state_then == State.WITHDRAWN:
        return WITHDRAWN if versions and last_numbered(versions) else None
    return last_numbered(versions)


def last_numbered(versions):
    return next((version for version in reversed(versions) if version.number), None)


def face(version, day):
    """What readers saw of a version on a day, as a hash."""
    row = seen(version.row)
    verdicts = [verdict for verdict in row["verdicts"] if in_effect(verdict, day)]
    return digest({**row, "verdicts": verdicts})


def with_verdicts(changes):
    """The same changes, the verdicts of their records read ahead in one query."""
    prefetch_related_objects([change.record for change in changes], "verdicts")
    return changes


def with_differences(changes):
    """The same changes, each with its differences where there are two texts to compare."""
    with_verdicts(changes)
    pairs = {
        id(change): (change.old, change.new)
        for change in changes
        if change.old and not (change.old.is_redacted or change.new.is_redacted)
    }
    fill_rows(version for pair in pairs.values() for version in pair)
    shared = editions([version for pair in pairs.values() for version in pair])
    for change in changes:
        if id(change) in pairs:
            change.differences = differences(shared[change.old], shared[change.new])
    return changes
