"""The brief of an audience: what fits on one sheet of A4, chosen by a rule that it states."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse

from findings.asking.query import Query
from findings.models import AudienceNote, Gap, HomePlace, Record
from findings.texts.days import spell
from findings.vocabulary import Addressed, HomeSlot, Kind, Verdict

from . import actions
from .excerpts import cut

MOST = 4
MOST_SINCE = 3
SINCE = "since"
MOST_QUESTIONS = 3
MOST_CHANGES = 2
MOST_GAPS = 3
# Characters. What is longer has no room on the sheet: a brief line, or nothing, stands there.
LONGEST_ASK = 200
LONGEST_QUESTION = 140
LONGEST_CHANGE = 200
# Characters in all that usual type has room for.
ROOMY = 2_650

RULE = (
    "The report that leads the home page comes first. In it, what names you comes before what the "
    "editors put on the home page, then the rest by reference. After it come the newest other "
    "works that name you, with one finding each."
)


@dataclass(frozen=True)
class Ask:
    """A recommendation, with what it asks of the audience and whom it concerns most."""

    record: Record
    text: str
    roles: str


@dataclass(frozen=True)
class Brief:
    audience: object
    findings: list
    # What other works than the leading report found that names the audience.
    since: list
    skills: list
    asks: list
    questions: list
    changes: list
    gaps: list
    # How many records reach the audience; and of its findings and skills, how many bear each
    # verdict: [(Verdict, count), ...].
    count: int
    tally: list

    @property
    def shown(self):
        asked = [ask.record for ask in self.asks]
        return [*self.findings, *self.since, *self.skills, *asked]

    @property
    def is_full(self):
        """Whether its texts are so long that only smaller type keeps them on the sheet."""
        texts = [self.audience.hook]
        for record in self.shown:
            texts += [record.short_title, record.brief_line, record.standing.in_short]
            texts += [
                record.found_since_in_short and f"Found since: {record.found_since_in_short}."
            ]
        for ask in self.asks:
            texts += [ask.text, ask.roles]
        texts += [each.text for each in (*self.questions, *self.changes)]
        texts += [gap.title for gap in self.gaps]
        return sum(map(len, texts)) > ROOMY

    @property
    def left(self):
        return self.count - len(self.shown)

    @property
    def holds(self):
        """ "Of 27 findings and skills that reach you, 9 stand, 7 are partly overtaken, ..." """
        counts = dict(self.tally)
        return (
            f"Of {sum(counts.values())} findings and skills that reach you, "
            f"{counts[Verdict.STANDS]} stand, "
            f"{counts[Verdict.PARTLY_OVERTAKEN]} are partly overtaken, "
            f"{counts[Verdict.OVERTAKEN]} overtaken, {counts[Verdict.UNSETTLED]} not settled "
            f"and {counts[Verdict.NOT_CHECKED]} not checked. Our own advice is not counted."
        )

    @property
    def checked(self):
        """As of which day the verdicts on the sheet speak, in a sentence; "" where none does."""
        days = [each.standing.as_of for each in self.shown if each.standing.as_of]
        if not days:
            return ""
        said = spell(min(days))
        return f"Verdicts as of {said}{' or later' if max(days) > min(days) else ''}."


def brief_of(audience):
    """The Brief of an audience, in a constant number of queries."""
    reach = Query(path=reverse("browse"), chosen={"audience": (audience.slug,)})
    notices = actions.notices(reach.bitmaps)
    first = read(audience, reach, notices)
    return Brief(
        audience,
        first[Kind.FINDING],
        first[SINCE],
        first[Kind.SKILL],
        [ask_of(record) for record in first[Kind.RECOMMENDATION]],
        fitting(audience.questions.all(), LONGEST_QUESTION)[:MOST_QUESTIONS],
        fitting(audience.changes.all(), LONGEST_CHANGE)[:MOST_CHANGES],
        list(gaps_on(audience)[:MOST_GAPS]),
        (reach.bits() & ~notices).bit_count(),
        held(reach),
    )


def read(audience, reach, notices):
    """{kind: the first records of it, SINCE: what was found since}, read at once."""
    order = in_order(reach)
    pks = {
        kind: cut(reach.choosing("kind", (kind.value,)), MOST, order, ~notices)[0] for kind in Kind
    }
    pks[SINCE] = [pk for pk in named_since(audience) if pk not in pks[Kind.FINDING]]
    found = records_for(audience).in_bulk([pk for some in pks.values() for pk in some])
    return {kind: [found[pk] for pk in some if pk in found] for kind, some in pks.items()}


def named_since(audience):
    """The keys of findings that name the audience, of works that don't lead the home page: the
    newest works first, one finding of each."""
    lead = HomePlace.objects.filter(slot=HomeSlot.LEAD).values_list("record__source", flat=True)
    if not lead:
        return []
    named = audience.addressings.filter(addressed=Addressed.NAMED).values("record")
    records = Record.objects.published().filter(kind=Kind.FINDING, pk__in=named)
    firsts = {}
    for record in records.exclude(source__in=lead).select_related("source").order_by("sort_key"):
        firsts.setdefault(record.source, record.pk)
    newest = sorted(firsts, key=lambda source: source.year, reverse=True)
    return [firsts[source] for source in newest[:MOST_SINCE]]


def held(reach):
    """How many of the findings and skills bear each verdict."""
    maps = reach.bitmaps
    said = reach.bits() & ~maps.bearing("kind", (Kind.RECOMMENDATION.value,), {})
    counted = maps.tally("verdict", said, {})
    return [(word, counted.get(word.value, 0)) for word in Verdict]


def gaps_on(audience):
    """The gaps that bear on what names the audience."""
    said = Record.objects.published().without_notices()
    named = audience.addressings.filter(addressed=Addressed.NAMED, record__in=said)
    return Gap.objects.filter(bears_on__in=named.values("record")).distinct()


def records_for(audience):
    """Published records, each with `asked`: its notes for the audience."""
    notes = AudienceNote.objects.filter(audience=audience)
    records = Record.objects.published().for_rows().with_found_since()
    return records.prefetch_related("role_readings", Prefetch("notes", notes, to_attr="asked"))


def in_order(reach):
    """By the rule, as bits that follow one another: the report that leads the home page first; of
    each report what names the audience, what is on the home page, the rest."""
    maps = reach.bitmaps
    chosen = HomePlace.objects.values_list("record_id", "slot", "record__source__slug")
    places = [maps.bits([pk]) for pk, _, _ in chosen]
    leading = {source for _, slot, source in chosen if slot == HomeSlot.LEAD}
    led = maps.bearing("source", leading, {}) if leading else maps.everything
    named = reach.choosing("addressed", (Addressed.NAMED.value,)).bits()
    parts = [led & named, led, named, maps.everything]
    return [bits for part in parts for bits in (*(place & part for place in places), part)]


def ask_of(record):
    texts = [note.text for note in record.asked if len(note.text) <= LONGEST_ASK]
    roles = [reading.get_role_display() for reading in record.role_readings.all()]
    return Ask(record, next(iter(texts), record.brief_line), ", ".join(roles) or "All three roles")


def fitting(rows, longest):
    return [row for row in rows if len(row.text) <= longest]
