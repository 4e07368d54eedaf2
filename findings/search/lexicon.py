"""The words of what is published: which exist, how rare they are, how they are spelt.

Drafts are left out, or a suggestion would tell what they say.
"""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, Max
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from findings.fulltext import words
from findings.models import Record, SearchRow, Synonym

# Shorter words have too many neighbours: a guess would be wrong more often than right.
SHORTEST_GUESSED = 5
# A letter too few or too many is mostly a slip, and so are two that changed places; another
# letter is often another word (status and states), so that takes a longer word to be believed.
LEAST_ALIKE = 0.79  # just under one slip in five letters, whatever the rounding
LEAST_ALIKE_IN_LENGTH = 0.84


@dataclass
class Lexicon:
    """`rows`: number of records; `holding`: in how many each stem stands; `spelt`: words."""

    rows: int = 0
    holding: Counter = field(default_factory=Counter)
    spelt: Counter = field(default_factory=Counter)
    groups: list = field(default_factory=list)

    @cached_property
    def known(self):
        """Every stem that is worth looking for: of the records, and of the synonyms."""
        return set(self.holding) | {
            stem for group in self.groups for phrase in group for stem in phrase.stems
        }

    def rarity(self, phrase):
        """The weight of a phrase: higher the fewer records hold its rarest stem."""
        holding = min((self.holding[stem] for stem in phrase), default=0)
        return math.log(1 + (self.rows - holding + 0.5) / (holding + 0.5))

    def nearest(self, plain):
        """The known word most like `plain`, or None. Of equals the commoner, then by alphabet."""
        if len(plain) < SHORTEST_GUESSED or plain.isdecimal():
            return None
        alike = process.extract(
            plain,
            self.spelt.keys(),
            scorer=DamerauLevenshtein.normalized_similarity,
            score_cutoff=LEAST_ALIKE,
            limit=20,
        )
        ranked = sorted(
            (-likeness, -self.spelt[word], word)
            for word, likeness, _ in alike
            if len(word) != len(plain)
            or likeness >= LEAST_ALIKE_IN_LENGTH
            or sorted(word) == sorted(plain)
        )
        return ranked[0][2] if ranked else None


@dataclass(frozen=True)
class Phrase:
    """A phrase of a group of synonyms, as written and as stems."""

    text: str
    stems: tuple


kept = {}


def current():
    """The lexicon of this moment; kept in the process until something that is published changes."""
    state = Record.objects.published().aggregate(
        Count("pk"), Max("changed_at"), Max("search_row__changed_at")
    )
    phrases = tuple(Synonym.objects.values_list("phrases", flat=True))
    key = (*state.values(), phrases)
    if kept.get("key") != key:
        kept.update(key=key, lexicon=make(phrases))
    return kept["lexicon"]


def make(groups):
    lexicon = Lexicon(groups=[group_of(phrases) for phrases in groups])
    for row in SearchRow.objects.published().iterator(chunk_size=500):
        lexicon.rows += 1
        lexicon.holding.update(
            {stem for column in row.columns for stem in column.split()} - {words.PART}
        )
        lexicon.spelt.update(row.spelt.split())
    for group in lexicon.groups:
        for phrase in group:
            lexicon.spelt.update(word.plain for word in words.words(phrase.text))
    return lexicon


def group_of(phrases):
    lines = [line.strip() for line in phrases.splitlines()]
    return [Phrase(line, words.stems(line)) for line in lines if words.stems(line)]
