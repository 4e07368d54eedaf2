"""The front page of the admin: what waits, line by line, each one click from its cure."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate

from findings.editorial import due, link_check
from findings.models import Development, Edit, Miss, Record, Version, WebAddress
from findings.publishing import unsound
from findings.vocabulary import LinkOutcome, Via

from .links import form_of
from .waiting import WAITING, with_who

RECENT = 10
LINES = 5


@dataclass(frozen=True)
class Line:
    """Something that waits: what it is, the page on which it is mended, and a note."""

    text: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Task:
    """What waits for one reason: how much it is, where all of it stands, and the first lines."""

    label: str
    count: int
    url: str
    lines: tuple = ()

    @property
    def more(self):
        return self.count - len(self.lines) if self.lines else 0


def tasks(user):
    """[Task] of what waits and `user` may look at."""
    found = []
    if user.has_perm("findings.view_record"):
        found += [*of_records(user)]
    if user.has_perm("findings.view_verdict"):
        found[1:1] = to_look_at()
    if user.has_perm("findings.view_development"):
        found.insert(1, to_confirm())
    found.append(taken_away(user))
    if user.has_perm("findings.view_miss"):
        found.append(in_vain(user))
    if user.has_perm("findings.view_webaddress"):
        found.append(broken())
    found += [
        left_out(model, keys)
        for model, keys in unsound.keys().items()
        if user.has_perm(f"findings.view_{model._meta.model_name}")
    ]
    return [task for task in found if task.count]


def first(rows):
    """(the first few of `rows`, how many there are), in one query."""
    counted = list(rows.annotate(in_all=Window(Count("pk")))[:LINES])
    return counted, counted[0].in_all if counted else 0


def of_records(user):
    """Verdicts that grow old stand with those to look at."""
    url = list_of(Record)
    for value, waiting in WAITING.items():
        if value == "old":
            continue
        records, count = first(with_who(waiting.narrow(Record.objects.all(), user)))
        lines = [Line(str(each), waiting.link(each), waiting.note(each)) for each in records]
        yield Task(waiting.label, count, f"{url}?waits={value}", tuple(lines))


def to_look_at():
    """The verdicts of this week's page, and those that say that they may be out of date."""
    verdicts, count = first(due.this_week(localdate()).select_related("record"))
    url = reverse("admin:findings_verdict_due")
    lines = [
        Line(
            str(each.record),
            f"{url}#row-{each.record_id}",
            f"due on {date_format(last_day_of(each), 'DATE_FORMAT')}",
        )
        for each in verdicts
    ]
    late = due.overdue(localdate()).count()
    return [
        Task("Verdicts to look at this week", min(count, due.AT_ONCE), url, tuple(lines)),
        Task(WAITING["old"].label, late, f"{url}?month=overdue"),
    ]


def to_confirm():
    """Events planned for a day that is over: what they touch may have changed."""
    waiting = Development.objects.to_confirm(localdate()).order_by("date", "slug")
    events, count = first(waiting.prefetch_related("bears_on"))
    lines = [Line(str(each), form_of(each), touched_by(each)) for each in events]
    url = f"{list_of(Development)}?waits=confirm"
    return Task("Planned for a day that is over: did it happen?", count, url, tuple(lines))


def touched_by(event):
    references = ", ".join(record.reference for record in event.bears_on.all())
    return f"{event.when}; touches {references or 'no record'}"


def last_day_of(verdict):
    return due.last_fresh_day(verdict.read_until, verdict.fresh_for)


def taken_away(user):
    """What somebody else dropped of what the user wrote in the last month: it can be restored."""
    since = timezone.now() - timedelta(days=30)
    edits, count = first(Edit.objects.taken_from(user).filter(changed_at__gte=since).reverse())
    lines = [
        Line(
            str(edit.record),
            reverse(f"admin:findings_{edit.record.kind}_history", args=[edit.record_id]),
            f"{edit.why} (by {edit.ended_by})",
        )
        for edit in edits
    ]
    return Task("Yours, and dropped by somebody else", count, list_of(Record), tuple(lines))


def in_vain(user):
    """What readers looked for and didn't find: the cure is a synonym."""
    misses, count = first(Miss.objects.lasting())
    url, may_add = list_of(Miss), user.has_perm("findings.add_synonym")
    lines = [
        Line(
            each.words,
            reverse("admin:findings_synonym_add", query={"phrases": each.words})
            if may_add
            else url,
            f"on {each.days} days, last on {date_format(each.last_on, 'DATE_FORMAT')}",
        )
        for each in misses
    ]
    return Task("Words that found nothing", count, url, tuple(lines))


def broken():
    places = link_check.places()
    standing = WebAddress.objects.filter(url__in=places, outcome=LinkOutcome.BROKEN)
    addresses, count = first(standing)
    lines = [
        Line(each.url, form_of(places[each.url][0]), f"in {places[each.url][0]}")
        for each in addresses
    ]
    url = reverse("admin:findings_webaddress_changelist", query={"outcome__exact": "broken"})
    return Task("Broken links", count, url, tuple(lines))


def left_out(model, keys):
    """Rows that readers can't be shown, named as the audit names them."""
    form = f"admin:findings_{model._meta.model_name}_change"
    name = model._meta.verbose_name
    lines = [Line(f"{name} {key}", reverse(form, args=[key])) for key in keys[:LINES]]
    label = f"Not shown to readers: {model._meta.verbose_name_plural}"
    return Task(label, len(keys), list_of(model), tuple(lines))


def list_of(model):
    return reverse(f"admin:findings_{model._meta.model_name}_changelist")


def recent_changes(user):
    """What editors saved last, newest first, as far as `user` may look at it."""
    if not user.has_perm("findings.view_version"):
        return []
    made = Version.objects.exclude(via=Via.FIXTURES)
    kept = made.select_related("record", "made_by").defer("row")
    return kept.order_by("-pk")[:RECENT]
