from collections import Counter

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking.lens import Lens
from findings.asking.sentences import in_words, reader
from findings.models import Audience, AudienceChange, AudienceNote, Gap, Record
from findings.reading import actions, minute
from findings.reading.norms import Norm
from findings.texts.days import AsAt
from findings.vocabulary import Addressed, Kind, Role, Verdict

from . import threads
from .feeds import for_audience
from .readers import role_in
from .words import Words

# Longer lists of things to do are folded from here on.
MOST_OPEN = 7


def audience_list(request):
    return render(
        request,
        "audience/list.html",
        {"audiences": Audience.objects.with_published_counts(), "addressed": Addressed},
    )


def audience_detail(request, slug):
    audience = get_object_or_404(Audience.objects.with_published_counts(), slug=slug)
    as_at = AsAt.read(request.GET, localdate())
    role = role_in(request.GET)
    records = list(records_for(audience, as_at.day))
    changes = changes_by(audience, as_at.day)
    return render(
        request,
        "audience/detail.html",
        {
            "audience": audience,
            "threads": threads.of("audience", slug),
            "as_at": as_at,
            "words": Words(),
            "lens": Lens((slug,), (role.value,) if role else ()),
            "minute": minute.points(records, changes),
            **to_do(audience, role, records),
            **told(audience, records),
            "changes": changes,
            "questions": audience.questions.all(),
            **around(request, audience, role, records, as_at),
        },
    )


def is_advice(record):
    return record.kind == Kind.RECOMMENDATION and not record.is_notice


def to_do(audience, role, records):
    """What the reader could do, what others lead, and the headline that says how much it is."""
    found = [each for each in records if is_advice(each)]
    mine, theirs = actions.parted(actions.in_order(found), role)
    who = reader(role.plural if role else "", audience.name)
    count = in_words(len(mine))
    things = f"{count} thing{'' if len(mine) == 1 else 's'} that {who} could do"
    return {
        "role": role,
        "reader": who,
        "headline": f"{things[:1].upper()}{things[1:]}",
        "norm": Norm.of(mine),
        "mine": [(each, reasons(each, role)) for each in mine[:MOST_OPEN]],
        "more_of_mine": mine[MOST_OPEN:],
        "notices": [each for each in records if each.is_notice],
        "theirs": [(each, actions.leaders(each)) for each in theirs],
    }


def reasons(record, role):
    """Why it is for the role chosen; of every role where none is."""
    readings = record.role_readings.all()
    return [each for each in readings if role is None or each.role == role]


def told(audience, records):
    """What was found and what it takes, apart from what names the audience."""
    named, to_all = by_address(audience, records)
    named = [each for each in named if each.kind != Kind.RECOMMENDATION]
    findings = [each for each in to_all if each.kind == Kind.FINDING]
    held = Counter(each.standing.word for each in findings)
    return {
        "named": named,
        "findings": findings,
        "held": [(word, held[word]) for word in Verdict if held[word]],
        "skills": [each for each in to_all if each.kind == Kind.SKILL],
        "gaps": Gap.objects.filter(bears_on__in=named).distinct(),
        "gap_count": Gap.objects.count(),
    }


def around(request, audience, role, records, as_at):
    """The ways on from here: each keeps the role and the day."""
    kept = "".join([f"&role={role}" if role else "", as_at.parameter])
    suffix = f"?{kept[1:]}" if kept else ""
    return {
        "roles": [
            ("Everyone", request.path + as_at.suffix, role is None),
            *(
                (each.plural, f"{request.path}?role={each}{as_at.parameter}", each == role)
                for each in Role
            ),
        ],
        "feed": for_audience(audience),
        "keeps": [("role", role.value)] if role else [],
        "lists": lists_for(audience, records, kept),
        "others": [
            (other, other.get_absolute_url() + suffix)
            for other in Audience.objects.exclude(pk=audience.pk)
        ],
    }


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


def lists_for(audience, records, kept):
    """[(label, address)] of the lists of all that reaches the audience, of each kind."""
    counted = Counter(record.kind for record in records)
    return [
        (
            f"All {counted[kind]} {kind.plural.lower()} that reach you",
            f"{reverse(f'{kind}-list')}?audience={audience.slug}{kept}",
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
    return records.prefetch_related("role_readings", Prefetch("notes", notes, to_attr="asks"))


def by_address(audience, records):
    """(records that name the audience, records addressed to it only among all)"""
    parts = [], []
    for record in records:
        own = next(each for each in record.addressings.all() if each.audience_id == audience.pk)
        parts[0 if own.is_named else 1].append(record)
    return parts
