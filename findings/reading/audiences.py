"""What the page of an audience says: what to do, what names it, what was found, what changed."""

from collections import Counter

from django.db.models import Prefetch
from django.utils.text import capfirst

from findings.asking.sentences import in_words, reader
from findings.models import AudienceChange, AudienceNote, Gap, Record
from findings.reading import actions
from findings.reading.norms import Norm
from findings.vocabulary import Kind, Verdict

# Longer lists of things to do are folded from here on.
MOST_OPEN = 7


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
        "headline": capfirst(things),
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
