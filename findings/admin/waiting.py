"""What waits for an editor: the filter of the lists, and the counts of the front page."""

from dataclasses import dataclass

from django.contrib import admin
from django.urls import reverse
from django.utils.timezone import localdate

from findings.editorial import link_check
from findings.models import Miss, Record, Version
from findings.publishing import unsound
from findings.vocabulary import EditState, State, Via

RECENT = 10


class Waits(admin.SimpleListFilter):
    """Records by what is to be done with them."""

    title = "what waits"
    parameter_name = "waits"
    WAITING = {
        "review": ("To review", lambda records: records.filter(state=State.IN_REVIEW)),
        "pending": (
            "Pending edits",
            lambda records: records.filter(edits__state=EditState.PENDING),
        ),
        "aside": (
            "Set aside: choose between two texts",
            lambda records: records.filter(edits__state=EditState.SET_ASIDE).distinct(),
        ),
        "planned": ("Planned to be published", lambda records: records.exclude(publish_at=None)),
        "fault": (
            "Planned, and could not be published",
            lambda records: records.exclude(publish_fault=""),
        ),
        "recheck": ("Verdict in question", lambda records: records.to_recheck()),
        "old": (
            "Verdict that may be out of date",
            lambda records: records.published().with_old_verdict(localdate()),
        ),
    }

    def lookups(self, request, model_admin):
        return [(value, label) for value, (label, _) in self.WAITING.items()]

    def queryset(self, request, records):
        if self.value() not in self.WAITING:
            return records
        return self.WAITING[self.value()][1](records)


@dataclass(frozen=True)
class Task:
    label: str
    count: int
    url: str


def tasks(user):
    """[Task] of what waits and `user` may look at."""
    found = []
    if user.has_perm("findings.view_record"):
        url = reverse("admin:findings_record_changelist")
        found = [
            Task(label, narrow(Record.objects.all()).count(), f"{url}?waits={value}")
            for value, (label, narrow) in Waits.WAITING.items()
        ]
    if user.has_perm("findings.view_miss"):
        url = reverse("admin:findings_miss_changelist")
        found.append(Task("Words that found nothing", Miss.objects.lasting().count(), url))
    if user.has_perm("findings.view_webaddress"):
        url = reverse("admin:findings_webaddress_changelist", query={"outcome__exact": "broken"})
        found.append(Task("Broken links", link_check.standing().broken().count(), url))
    found += [
        Task(f"Not shown to readers: {noun(model)}", count, list_of(model))
        for model, count in unsound.counts().items()
        if user.has_perm(f"findings.view_{model._meta.model_name}")
    ]
    return [task for task in found if task.count]


def noun(model):
    return model._meta.verbose_name_plural


def list_of(model):
    return reverse(f"admin:findings_{model._meta.model_name}_changelist")


def recent_changes(user):
    """What editors saved last, newest first, as far as `user` may look at it."""
    if not user.has_perm("findings.view_version"):
        return []
    made = Version.objects.exclude(via=Via.FIXTURES)
    kept = made.select_related("record", "made_by").defer("row")
    return kept.order_by("-pk")[:RECENT]
