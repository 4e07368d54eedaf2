"""The brief of an audience: what fits on one sheet of A4, chosen by a rule that it states."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Prefetch

from findings.models import AudienceNote, Gap, HomePlace, Record
from findings.texts.days import spell
from findings.vocabulary import HomeSlot, Kind, Verdict

MOST = 4
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
    "editors put on the home page, then the rest by reference."
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
        return [*self.findings, *self.skills, *(ask.record for ask in self.asks)]

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
    records = in_order(audience, records_for(audience))
    first = {kind: [each for each in records if each.kind == kind][:MOST] for kind in Kind}
    named = [each for each in records if names(each, audience)]
    said = [each for each in records if each.kind != Kind.RECOMMENDATION]
    counted = Counter(each.standing.word for each in said)
    return Brief(
        audience,
        first[Kind.FINDING],
        first[Kind.SKILL],
        [ask_of(record) for record in first[Kind.RECOMMENDATION]],
        fitting(audience.questions.all(), LONGEST_QUESTION)[:MOST_QUESTIONS],
        fitting(audience.changes.all(), LONGEST_CHANGE)[:MOST_CHANGES],
        list(Gap.objects.filter(bears_on__in=named).distinct()[:MOST_GAPS]),
        len(records),
        [(word, counted[word]) for word in Verdict],
    )


def records_for(audience):
    """The published records that reach the audience, each with `asked`: its notes for it."""
    notes = AudienceNote.objects.filter(audience=audience)
    return (
        Record.objects.published()
        .without_notices()
        .for_audience(audience)
        .for_rows()
        .with_found_since()
        .prefetch_related("role_readings", Prefetch("notes", notes, to_attr="asked"))
    )


def in_order(audience, records):
    """By the rule: the report that leads the home page first; of each report those that name the
    audience, those on the home page, the rest."""
    chosen = HomePlace.objects.values_list("record_id", "slot", "record__source_id")
    places = {pk: place for place, (pk, _, _) in enumerate(chosen)}
    leading = {source for _, slot, source in chosen if slot == HomeSlot.LEAD}
    return sorted(
        records,
        key=lambda each: (
            bool(leading) and each.source_id not in leading,
            not names(each, audience),
            places.get(each.pk, len(places)),
            each.sort_key,
        ),
    )


def names(record, audience):
    return any(
        each.is_named for each in record.addressings.all() if each.audience_id == audience.pk
    )


def ask_of(record):
    texts = [note.text for note in record.asked if len(note.text) <= LONGEST_ASK]
    roles = [reading.get_role_display() for reading in record.role_readings.all()]
    return Ask(record, next(iter(texts), record.brief_line), ", ".join(roles) or "All three roles")


def fitting(rows, longest):
    return [row for row in rows if len(row.text) <= longest]
