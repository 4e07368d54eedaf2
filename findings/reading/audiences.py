"""What the page of an audience says: what to do, what names it, what was found, what changed.

It says the first of each and counts the rest, so that it stays as long as it is, however many
records reach the audience.
"""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.text import capfirst

from findings.asking.query import Query
from findings.asking.sentences import in_words, reader
from findings.models import AudienceChange, AudienceNote, Gap, Record
from findings.reading import actions, minute
from findings.reading.excerpts import Excerpt, cut
from findings.reading.norms import Norm
from findings.vocabulary import Addressed, Kind, Verdict

# Longer lists of things to do are folded from here on.
MOST_OPEN = 7
# How many of each are shown at all; the rest stands in the list of all.
MOST = {"mine": 20, "theirs": 10, "notices": 5, "named": 15, "findings": 40, "skills": 20}
MOST_GAPS = 20


class Reach:
    """The published records that reach an audience on a day, of each part as far as shown."""

    def __init__(self, audience, role, as_at):
        self.audience, self.role, self.as_at = audience, role, as_at
        self.query = Query(
            path=reverse("browse"), chosen={"audience": (audience.slug,)}, as_at=as_at
        )
        self.maps = self.query.bitmaps
        self.parts = {**self.advice(), **self.told(), "said": self.said()}

    def of_kind(self, kind, **chosen):
        chosen = {**self.query.chosen, **{key: (value,) for key, value in chosen.items()}}
        path = reverse(f"{kind}-list")
        return self.query.but(path=path, fixed={"kind": kind.value}, chosen=chosen)

    def advice(self):
        """What the reader could do, what others lead, and notices."""
        every = self.of_kind(Kind.RECOMMENDATION)
        own = self.of_kind(Kind.RECOMMENDATION, role=self.role.value) if self.role else every
        notices = actions.notices(self.maps)
        return {
            "mine": (own, actions.first(own, MOST["mine"])),
            "theirs": (every, actions.first(every, MOST["theirs"], own.bits())),
            "notices": (every, cut(every, MOST["notices"], among=notices)),
        }

    def told(self):
        """What names the audience, and what was found and what it takes, for everyone."""
        named = self.query.choosing("addressed", (Addressed.NAMED.value,)).choosing(
            "kind", (Kind.FINDING.value, Kind.SKILL.value)
        )
        found = {
            "named": named,
            "findings": self.of_kind(Kind.FINDING, addressed=Addressed.ALL.value),
            "skills": self.of_kind(Kind.SKILL, addressed=Addressed.ALL.value),
        }
        return {name: (query, cut(query, MOST[name])) for name, query in found.items()}

    def said(self):
        """The first finding of the home page that stands."""
        chosen = minute.sayable()
        standing = self.maps.bits(chosen) & self.bearing(Verdict.STANDS)
        return self.query, cut(self.query, 1, self.in_turn(chosen), standing)

    def in_turn(self, pks):
        return [self.maps.bits([pk]) for pk in pks]

    def bearing(self, verdict):
        return self.maps.bearing("verdict", (verdict.value,), {})

    def held(self):
        """How many of the findings written for everyone bear each verdict."""
        query, _ = self.parts["findings"]
        tally = self.maps.tally("verdict", query.bits(), {})
        return [(word, tally[word.value]) for word in Verdict if tally.get(word.value)]

    def read(self):
        """{name of a part: Excerpt}, all read at once."""
        pks = {pk for _, (some, _) in self.parts.values() for pk in some}
        found = records_for(self.audience, self.as_at.day).in_bulk(pks)
        return {
            name: Excerpt([found[pk] for pk in some if pk in found], count, query)
            for name, (query, (some, count)) in self.parts.items()
        }


def page_of(audience, role, as_at, changes):
    """All that the page says of records."""
    reach = Reach(audience, role, as_at)
    told = reach.read()
    return {
        "minute": minute.points(next(iter(told.pop("said")), None), changes),
        **told,
        **to_do(audience, role, told["mine"], told["theirs"]),
        "held": reach.held(),
        "gaps": gaps_on(audience)[:MOST_GAPS],
        "gap_count": Gap.objects.count(),
        "lists": lists_for(reach),
    }


def to_do(audience, role, mine, theirs):
    """What the reader could do, what others lead, and the headline that says how much it is."""
    who = reader(role.plural if role else "", audience.name)
    things = f"{in_words(mine.count)} thing{'' if mine.count == 1 else 's'} that {who} could do"
    return {
        "role": role,
        "reader": who,
        "headline": capfirst(things),
        "norm": Norm.of(mine),
        "opened": [(each, reasons(each, role)) for each in mine[:MOST_OPEN]],
        "folded": mine[MOST_OPEN:],
        "folded_count": mine.count - MOST_OPEN,
        "leaders": [(each, actions.leaders(each)) for each in theirs],
    }


def reasons(record, role):
    """Why it is for the role chosen; of every role where none is."""
    readings = record.role_readings.all()
    return [each for each in readings if role is None or each.role == role]


def gaps_on(audience):
    """The gaps that bear on the findings and skills that name the audience."""
    said = Record.objects.published().exclude(kind=Kind.RECOMMENDATION)
    named = audience.addressings.filter(addressed=Addressed.NAMED, record__in=said)
    return Gap.objects.filter(bears_on__in=named.values("record")).distinct()


def lists_for(reach):
    """[(label, address)] of the lists of all that reaches the audience, of each kind."""
    role = {"role": reach.role.value} if reach.role else {}
    counted = [(kind, reach.of_kind(kind).count) for kind in Kind]
    return [
        (
            f"All {count} {kind.plural.lower()} that reach you",
            reach.of_kind(kind, **role).url,
        )
        for kind, count in counted
        if count > 1
    ]


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
    """Published records, each with `asks`: the notes on what it asks of the audience."""
    notes = AudienceNote.objects.filter(audience=audience)
    records = Record.objects.published().for_rows().with_found_since().as_at(day)
    return records.prefetch_related("role_readings", Prefetch("notes", notes, to_attr="asks"))
