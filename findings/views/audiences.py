from collections import Counter

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.models import Audience, AudienceChange, AudienceNote, Gap, HomePlace, Record
from findings.texts.days import AsAt
from findings.vocabulary import Addressed, HomeSlot, Kind

from . import threads
from .feeds import for_audience
from .words import Words


def audience_list(request):
    return render(
        request,
        "audience/list.html",
        {"audiences": Audience.objects.with_published_counts(), "addressed": Addressed},
    )


def audience_detail(request, slug):
    audience = get_object_or_404(Audience.objects.with_published_counts(), slug=slug)
    as_at = AsAt.read(request.GET, localdate())
    named, to_all = by_address(audience, records_for(audience, as_at.day))
    return render(
        request,
        "audience/detail.html",
        {
            "audience": audience,
            "threads": threads.of("audience", slug),
            "as_at": as_at,
            "words": Words(),
            "named": named,
            "findings": [each for each in to_all if each.kind == Kind.FINDING],
            "skills": [each for each in to_all if each.kind == Kind.SKILL],
            "recommendations": [each for each in to_all if is_advice(each)],
            "notices": [each for each in to_all if each.is_notice],
            "first": first_of([*named, *to_all]),
            "gaps": Gap.objects.filter(bears_on__in=named).distinct(),
            "gap_count": Gap.objects.count(),
            "changes": changes_by(audience, as_at.day),
            "questions": audience.questions.all(),
            "feed": for_audience(audience),
            "lists": lists_for(audience, [*named, *to_all], as_at),
            "others": Audience.objects.exclude(pk=audience.pk),
        },
    )


def is_advice(record):
    return record.kind == Kind.RECOMMENDATION and not record.is_notice


def first_of(records):
    """Those that the editors put on the home page as things to do, in their order."""
    chosen = HomePlace.objects.filter(slot=HomeSlot.ACTION).values_list("record_id", flat=True)
    by_key = {record.pk: record for record in records}
    return [by_key[key] for key in chosen if key in by_key]


def changes_by(audience, day):
    """What changed for the audience; on a past day only lines that were wholly true by then.

    A line that no development shows has no other date than that of its source.
    """
    changes = AudienceChange.objects.filter(audience=audience).select_related("source")
    return [each for each in changes.prefetch_related("developments") if had_changed(each, day)]


def had_changed(change, day):
    if day is None:
        return True
    if developments := change.developments.all():
        return all(each.had_come_by(day) for each in developments)
    shown_on = change.source and change.source.published_on
    return shown_on is not None and shown_on <= day


def lists_for(audience, records, as_at):
    """[(label, address)] of the lists of all that reaches the audience, of each kind."""
    counted = Counter(record.kind for record in records)
    return [
        (
            f"All {counted[kind]} {kind.plural.lower()} that reach you",
            f"{reverse(f'{kind}-list')}?audience={audience.slug}{as_at.parameter}",
        )
        for kind in Kind
        if counted[kind] > 1
    ]


def records_for(audience, day=None):
    """Published records for the audience, each with `asks`: the note on what it asks of it."""
    notes = AudienceNote.objects.filter(audience=audience)
    records = (
        Record.objects.published().for_audience(audience).for_rows().with_found_since().as_at(day)
    )
    return records.prefetch_related(Prefetch("notes", notes, to_attr="asks"))


def by_address(audience, records):
    """(records that name the audience, records addressed to it only among all)"""
    parts = [], []
    for record in records:
        own = next(each for each in record.addressings.all() if each.audience_id == audience.pk)
        parts[0 if own.is_named else 1].append(record)
    return parts
