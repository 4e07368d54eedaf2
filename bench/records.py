"""Invented records in any number, as a real library would have them: reports of 40 records with
links among them, Zipf words, several themes and audiences, a citation, a verdict, a version."""

import copy
import random
from itertools import accumulate

from django.utils import timezone

from findings.models import (
    Addressing,
    Audience,
    Citation,
    Link,
    Passage,
    Record,
    RecordTheme,
    Source,
    Theme,
    Verdict,
    Version,
)
from findings.search import upkeep
from findings.vocabulary import Kind, LinkRelation, Speaker, State, Trail
from findings.vocabulary import Verdict as VerdictWord

WORDS = 20_000
IN_A_REPORT = 40
KINDS = [*[Kind.FINDING] * 20, *[Kind.SKILL] * 8, *[Kind.RECOMMENDATION] * 12]
BATCH = 500
# What a link of one kind of record to another says.
RELATIONS = [
    (Kind.FINDING, LinkRelation.CALLS_FOR, Kind.SKILL),
    (Kind.RECOMMENDATION, LinkRelation.BUILDS, Kind.SKILL),
    (Kind.RECOMMENDATION, LinkRelation.RESTS_ON, Kind.FINDING),
]


class Inventor:
    """Words, choices and rows that are the same in every run."""

    def __init__(self, seed):
        self.chance = random.Random(seed)  # noqa: S311 (nothing here is secret)
        self.weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
        self.themes = list(Theme.objects.all())
        self.audiences = list(Audience.objects.all())
        # The shape of what a version holds, by kind.
        self.rows = {
            version.record.kind: version.row
            for version in Version.objects.numbered().select_related("record")
        }

    def words(self, number):
        ranks = self.chance.choices(range(WORDS), cum_weights=self.weights, k=number)
        return " ".join(map(spell, ranks))

    def some(self, things, most):
        return self.chance.sample(things, self.chance.randint(1, most))

    def report(self, number):
        source = Source.objects.create(
            slug=f"gen-{number}",
            title=f"Invented report {number}: {self.words(4)}"[:120],
            description="Invented.",
            byline="Nobody",
            published="2026",
            report_code=f"GEN{number}",
        )
        passages = [Passage(source=source, locator=f"Section {n}") for n in range(1, 6)]
        return source, Passage.objects.bulk_create(passages)

    def record(self, source, kind, number):
        own = kind == Kind.RECOMMENDATION
        reference = f"{source.report_code}-{kind.letter}{number:02}"
        return Record(
            reference=reference,
            kind=kind,
            source=source,
            title=self.words(8)[:120],
            short_title=self.words(3)[:40],
            summary=self.words(30),
            body=self.words(150),
            state=State.PUBLISHED,
            speaker=Speaker.EDITORS if own else self.chance.choice(list(Speaker)),
            trail=Trail.OWN if own else Trail.STATED,
            sort_key=Record.sort_key_of(reference, kind),
        )


def make(many, seed=1):
    """Add `many` published records on the texts of the site."""
    inventor = Inventor(seed)
    for start in range(0, many, IN_A_REPORT):
        number = start // IN_A_REPORT + 1
        source, passages = inventor.report(number)
        kinds = KINDS[: min(IN_A_REPORT, many - start)]
        records = [
            inventor.record(source, kind, number) for number, kind in enumerate(kinds, start=1)
        ]
        fill(inventor, Record._base_manager.bulk_create(records), passages)
    pks = list(Record.objects.filter(search_row=None).values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        upkeep.refresh(pks[start : start + BATCH])


def fill(inventor, records, passages):
    """All that stands round the records of one report."""
    rows = [*judged(inventor, records), *linked(inventor, records), *told(inventor, records)]
    for record in records:
        rows += [
            RecordTheme(content_object=record, tag=each)
            for each in inventor.some(inventor.themes, 3)
        ]
        rows += [
            Addressing(record=record, audience=each)
            for each in inventor.some(inventor.audiences, 4)
        ]
        rows += [Citation(record=record, passage=each) for each in inventor.some(passages, 2)]
    for model in {type(row): None for row in rows}:
        model._base_manager.bulk_create([row for row in rows if type(row) is model])


def judged(inventor, records):
    for record in records:
        yield Verdict(
            record=record,
            verdict=inventor.chance.choice(list(VerdictWord)),
            reason="Invented.",
            effective_on="2022-07-01",
            checked_on="2026-07-02",
        )


def linked(inventor, records):
    by_kind = {kind: [each for each in records if each.kind == kind] for kind in Kind}
    for near, relation, far in RELATIONS:
        for record in by_kind[near]:
            if by_kind[far]:
                for target in inventor.some(by_kind[far], 2):
                    yield Link(record=record, relation=relation, target=target)


def told(inventor, records):
    for record in records:
        row = copy.copy(inventor.rows[record.kind])
        row |= {"reference": record.reference, "title": record.title, "summary": record.summary}
        yield Version(record=record, number=1, row=row, via="import", made_at=timezone.now())


def spell(rank):
    """A pronounceable word for a rank: the commonest are short."""
    letters, consonants, vowels = "", "bcdfghjklmnprstvwz", "aeiou"
    rank += 1
    while rank:
        rank, digit = divmod(rank, len(consonants) * len(vowels))
        letters += consonants[digit // len(vowels)] + vowels[digit % len(vowels)]
    return letters + "n"
