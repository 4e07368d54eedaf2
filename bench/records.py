"""Invented records in any number: Zipf words, themes that go together, several audiences."""

import random
from itertools import accumulate

from findings.models import Addressing, Audience, Record, RecordTheme, Source, Theme, Verdict
from findings.search import upkeep
from findings.vocabulary import Kind, Speaker, State, Trail
from findings.vocabulary import Verdict as VerdictWord

WORDS = 20_000
CODE = "BEN26"


def make(many, seed=1):
    """Add `many` published records under a report of their own, on the texts of the site."""
    chance = random.Random(seed)  # noqa: S311 (nothing here is secret)
    source, _ = Source.objects.get_or_create(
        slug="bench",
        defaults={
            "title": "An invented report",
            "description": "Invented.",
            "byline": "Nobody",
            "published": "2026",
            "report_code": CODE,
        },
    )
    weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
    themes, audiences = list(Theme.objects.all()), list(Audience.objects.all())

    def words(number):
        ranks = chance.choices(range(WORDS), cum_weights=weights, k=number)
        return " ".join(spell(rank) for rank in ranks)

    records = []
    for number in range(1, many + 1):
        kind = chance.choice(list(Kind))
        reference = f"{CODE}-{kind.letter}{number:02}"
        own = kind == Kind.RECOMMENDATION
        records.append(
            Record(
                reference=reference,
                kind=kind,
                source=source,
                title=words(8)[:120],
                short_title=words(3)[:40],
                summary=words(30),
                body=words(150),
                state=State.PUBLISHED,
                speaker=Speaker.EDITORS if own else chance.choice(list(Speaker)),
                trail=Trail.OWN if own else Trail.STATED,
                sort_key=Record.sort_key_of(reference, kind),
            )
        )
    made = Record._base_manager.bulk_create(records, batch_size=500)
    Verdict._base_manager.bulk_create(
        [
            Verdict(
                record=record,
                verdict=chance.choice(list(VerdictWord)),
                reason="Invented.",
                effective_on="2022-07-01",
                checked_on="2026-07-02",
            )
            for record in made
        ],
        batch_size=500,
    )
    RecordTheme._base_manager.bulk_create(
        [
            RecordTheme(content_object=record, tag=theme)
            for record in made
            for theme in chance.sample(themes, chance.randint(1, 3))
        ],
        batch_size=500,
    )
    Addressing._base_manager.bulk_create(
        [
            Addressing(record=record, audience=audience)
            for record in made
            for audience in chance.sample(audiences, chance.randint(1, 4))
        ],
        batch_size=500,
    )
    for start in range(0, many, 500):
        upkeep.refresh([record.pk for record in made[start : start + 500]])


def spell(rank):
    """A pronounceable word for a rank: the commonest are short."""
    letters, consonants, vowels = "", "bcdfghjklmnprstvwz", "aeiou"
    rank += 1
    while rank:
        rank, digit = divmod(rank, len(consonants) * len(vowels))
        letters += consonants[digit // len(vowels)] + vowels[digit % len(vowels)]
    return letters + "n"
