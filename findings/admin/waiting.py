"""What waits to be done with records: the filter of the lists, and what the front page counts."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime

from findings.models import Edit, Version
from findings.vocabulary import EditState, State

from .links import form_of, name_of
from .rights import may_publish


@dataclass(frozen=True)
class Waiting:
    """A reason why records wait: which they are for a user, what is said of each, and the page
    on which it is mended."""

    label: str
    narrow: Callable
    note: Callable
    link: Callable = form_of


def set_aside(records, user):
    """Those with a text that was set aside: one's own, or all for whoever may publish. Each has
    the key of the first, `aside`, and whose it is."""
    kept = Edit.objects.set_aside().filter(record=OuterRef("pk"))
    if not may_publish(user):
        kept = kept.filter(made_by=user)
    return records.filter(Exists(kept)).annotate(
        aside=Subquery(kept.values("pk")[:1]),
        aside_by=Subquery(kept.values("made_by__username")[:1]),
    )


def choice_of(record):
    stem = f"admin:findings_{name_of(record)}_set_aside"
    return reverse(stem, args=[record.pk, record.aside])


def verdicts_of(record):
    return f"{form_of(record)}#verdicts-heading"


def last_of(rows, field):
    return Subquery(rows.filter(record=OuterRef("pk")).order_by("-pk").values(field)[:1])


def with_who(records):
    """Each with what the notes below say of it: `saved_by`, `edit_by` and `edit_line`."""
    pending = Edit.objects.pending()
    return records.select_related("recheck_because").annotate(
        saved_by=last_of(Version.objects, "made_by__username"),
        edit_by=last_of(pending, "made_by__username"),
        edit_line=last_of(pending, "line"),
    )


def event_behind(record):
    event = record.recheck_because
    return f"{event.when}: {event}" if event else "an editor asked for it"


def edit_behind(record):
    line = f"“{record.edit_line}”, " if record.edit_line else ""
    return f"{line}by {record.edit_by or 'the site'}; waits for a reviewer"


def moment_of(record):
    return f"waits for {date_format(localtime(record.publish_at), 'DATETIME_FORMAT')}"


WAITING = {
    "recheck": Waiting(
        "Verdict in question",
        lambda records, _: records.to_recheck(),
        event_behind,
        verdicts_of,
    ),
    "old": Waiting(
        "Verdict that may be out of date",
        lambda records, _: records.published().with_old_verdict(localdate()),
        lambda _: "",
        verdicts_of,
    ),
    "review": Waiting(
        "To review",
        lambda records, _: records.filter(state=State.IN_REVIEW),
        lambda record: f"from {record.saved_by or 'the site'}; waits for a reviewer",
    ),
    "pending": Waiting(
        "Pending edits",
        lambda records, _: records.filter(edits__state=EditState.PENDING),
        edit_behind,
    ),
    "aside": Waiting(
        "Set aside: choose between two texts",
        set_aside,
        lambda record: f"waits for {record.aside_by or 'somebody'} to choose",
        choice_of,
    ),
    "planned": Waiting(
        "Planned to be published",
        lambda records, _: records.exclude(publish_at=None),
        moment_of,
    ),
    "fault": Waiting(
        "Planned, and could not be published",
        lambda records, _: records.exclude(publish_fault=""),
        lambda record: record.publish_fault,
    ),
    "draft": Waiting(
        "Drafts",
        lambda records, _: records.filter(state=State.DRAFT),
        lambda record: f"waits for {record.saved_by or 'its author'} to send it to review",
    ),
}


class Waits(admin.SimpleListFilter):
    """Records by what is to be done with them."""

    title = "what waits"
    parameter_name = "waits"

    def lookups(self, request, model_admin):
        return [(value, waiting.label) for value, waiting in WAITING.items()]

    def queryset(self, request, records):
        if self.value() not in WAITING:
            return records
        return WAITING[self.value()].narrow(records, request.user)
