"""The words of what is published: which exist, how rare they are, how they are spelt.

Drafts are left out, or a suggestion would tell what they say.
"""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from findings.fulltext import words
from findings.models import Synonym, Term
from findings.models.generation import kept

from . import ways
from .counted import Counted

# Shorter words have too many neighbours: a guess would be wrong more often than right.
SHORTEST_GUESSED = 5
# A letter too few or too many is mostly a slip, and so are two that changed places; another
# letter is often another word (status and states), so that takes a longer word to be believed.
LEAST_ALIKE = 0.79  # just under one slip in five letters, whatever the rounding
LEAST_ALIKE_IN_LENGTH = 0.84


@dataclass
class Lexicon:
    """The words that were `counted`, and the ways in that the texts of `groups` make."""

    counted: Counted = field(default_factory=Counted)
    groups: tuple = ()
    # {stems of a way in: what it means}, of the editors' groups and of the glossary.
    ways: dict = field(default_factory=dict)

    @property
    def rows(self):
        return len(self.counted.texts)

    @property
    def holding(self):
        return self.counted.holding

    @cached_property
    def spelt(self):
        """{word as it is spelt: how often}, those of the ways in too."""
        said = Counter(
            word.plain
            for stems, meaning in self.ways.items()
            for word in words.words(meaning.same[stems].text)
        )
        return self.counted.spelt + said

    @cached_property
    def known(self):
        """Every stem that is worth looking for: of the records, and of the ways in."""
        return set(self.holding) | {stem for stems in self.ways for stem in stems}

    @cached_property
    def longest_way(self):
        return max(map(len, self.ways), default=1)

    def held(self, phrase):
        """In how many records the rarest stem of a phrase stands: in no more does the phrase."""
        return min((self.holding[stem] for stem in phrase), default=0)

    def rarity(self, phrase):
        """The weight of a phrase: higher the fewer records hold its rarest stem."""
        holding = self.held(phrase)
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
            if is_slip(word, plain)
            and (
                len(word) != len(plain)
                or likeness >= LEAST_ALIKE_IN_LENGTH
                or sorted(word) == sorted(plain)
            )
        )
        return ranked[0][2] if ranked else None


def is_slip(word, plain):
    """Whether one may be the other: the first letter is seldom wrong, and never another letter."""
    if word[0] == plain[0]:
        return True
    is_another = len(word) == len(plain) and sorted(word) != sorted(plain)
    return not is_another and DamerauLevenshtein.distance(word, plain, score_cutoff=1) <= 1


@kept(onward=True)
def current(last):
    """The lexicon of this moment, out of the last one."""
    last = last or Lexicon()
    groups = (
        *Synonym.objects.values_list("phrases", "finds"),
        *Term.objects.values_list("name", "full_name", "also"),
    )
    same = groups == last.groups
    ways_in = last.ways if same else ways.make(read_group(*group) for group in groups)
    return Lexicon(last.counted.brought_up(), groups, ways_in)


def read_group(*texts):
    """A synonym's phrases and what they also find, or all forms of a term: two lists."""
    if len(texts) == 2:
        return [text.splitlines() for text in texts]
    name, full_name, also = texts
    return [name, full_name, *also.splitlines()], []
