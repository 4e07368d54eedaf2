"""What a reader typed, settled before any record is sought: spelling, synonyms, all or any.

Pages, counts, feeds and exports read the result and nothing else, so they can't disagree.
"""

import math
from dataclasses import dataclass, field, replace

from django.db.models import F

from findings.fulltext import words
from findings.fulltext.index import Holds
from findings.fulltext.spelling import clean, usual
from findings.models import Record, Source

from . import joints, references, ways, weighing
from . import lexicon as lexicons

LONGEST_SHOWN = 80
# Keep a text that runs from right to left from turning the sentence around it.
ISOLATE, END_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True)
class Wanted:
    """What is sought. `text` is what was typed; the rest is what we made of it."""

    text: str = ""
    clauses: tuple = ()
    # {clause: weight}: the rarer in the records, the more it says what is sought.
    weights: dict = field(default_factory=dict)
    # The weight that a record must hold, where hardly one holds all the words; 0 means all.
    enough: int = 0
    # The references that were typed: all reports have their own F03.
    references: tuple = ()
    # The report of which the start of the references was typed, as in ICS18.
    report: Source | None = None
    # (typed, corrected) and (typed, [what it also finds]).
    corrections: list = field(default_factory=list)
    synonyms: list = field(default_factory=list)
    rarity: dict = field(default_factory=dict)

    def __bool__(self):
        return bool(self.text)

    @property
    def shown(self):
        """What was typed, as it is repeated on a page: not at any length, nor in any direction."""
        text = self.text[:LONGEST_SHOWN].rstrip()
        rest = "…" if len(self.text) > LONGEST_SHOWN else ""
        return f"{text}{rest}" if text.isascii() else f"{ISOLATE}{text}{rest}{END_ISOLATE}"

    @property
    def is_searchable(self):
        """Whether there is a word in what was typed that isn't too common to look for."""
        return bool(self.clauses or self.names_records)

    @property
    def names_records(self):
        """Whether references were typed, or their start, and not words."""
        return bool(self.references or self.report)

    @property
    def any_of(self):
        """Some of the words rather than all, since hardly a record holds them all."""
        return bool(self.enough)

    def holds(self, held):
        """Whether `held`, the stems of a text, holds as much of what is wanted as a record must."""
        return self.weight_in(held) >= (self.enough or sum(self.weights.values()))

    def weight_in(self, held):
        return sum(weight for clause, weight in self.weights.items() if clause.stands_in(held))

    @property
    def exactly(self):
        """The same words in quotes: how to search without correction and synonyms."""
        return " ".join(f'"{clause.text}"' for clause in words.read(self.text))

    def narrow(self, records):
        """Those of `records` that match; all of them when nothing was typed."""
        if not self:
            return records
        if self.references:
            return records.filter(references.condition(self.references))
        if self.report:
            return records.filter(source=self.report)
        if not self.clauses:
            return records.none()
        return records.filter(Holds(F("pk"), self.clauses, self.weights, self.enough))

    def near(self, records):
        """Those of `records` that hold any of the words: they share a word, and match or not."""
        if not self.clauses or self.names_records:
            return records.none()
        return records.filter(Holds(F("pk"), self.clauses, self.weights, 1))


def resolve(text):
    """A Wanted for what a reader typed. Never fails, whatever the text."""
    wanted = settle(text)
    if not finds_too_few(wanted):
        return wanted
    some = replace(wanted, enough=weighing.enough(wanted.weights))
    return some if is_told(some) else wanted


def settle(text):
    """The same before it is known whether records hold all of it, which follows from the rest."""
    text = " ".join(text.split())
    if not text:
        return Wanted()
    lexicon = lexicons.current()
    typed = joints.whole(tuple(words.read(text)), text, lexicon)
    # Letters that an editor or the glossary explains are no reference: S75 is a section of a law.
    named = () if words.stems(clean(text)) in lexicon.ways else tuple(references.read(text))
    if named:
        return Wanted(text, typed, references=named)
    if report := references.read_code(text):
        return Wanted(text, typed, report=report)
    clauses, corrections = spell(typed, lexicon)
    clauses, synonyms = widen(clauses, lexicon)
    clauses = weighing.about(clauses)
    rarity = rarities(clauses, lexicon)
    return Wanted(
        text,
        tuple(clauses),
        weights=weighing.weights(clauses, lexicon),
        corrections=corrections,
        synonyms=synonyms,
        rarity=rarity,
    )


def rarities(clauses, lexicon):
    """The weight of each phrase among those that mean the same: between its own and that of the
    commonest, so that a telling phrase counts for more than a common one.

    None weighs more than what was typed, or a rare synonym would outweigh it. What no record holds
    says nothing of how rare its meaning is.
    """
    found = {}
    for clause in clauses:
        typed = clause.phrases[0]
        most = lexicon.rarity(typed) if lexicon.held(typed) else math.inf
        least = min(map(lexicon.rarity, clause.phrases))
        for phrase in clause.phrases:
            found[phrase] = math.sqrt(least * min(most, lexicon.rarity(phrase)))
    return found


def finds_too_few(wanted):
    """Whether so few records hold all the words that those with some of them should follow.

    Quotes ask for exactly what stands in them, so nothing is added to those.
    """
    quoted = any(clause.quoted for clause in wanted.clauses)
    if wanted.names_records or quoted or len(wanted.clauses) < 2:
        return False
    found = wanted.narrow(Record.objects.published())
    return found[: weighing.FEW].count() < weighing.FEW


def is_told(wanted):
    """Whether a record is about enough of it: says it in its title or its summary.

    What records only mention, as they mention beds and nurses, is answered by none of them.
    """
    told = Holds(F("pk"), wanted.clauses, wanted.weights, wanted.enough, told=True)
    return Record.objects.published().filter(told).exists()


def spell(clauses, lexicon):
    """Clauses with unknown words replaced by the nearest known one, and what was replaced."""
    spelt, corrections = [], []
    for clause in clauses:
        if not clause.quoted and is_unknown(clause, lexicon):
            if halves := joints.halves_of(words.fold(clause.text), lexicon):
                corrections.append((clause.text, " ".join(halves)))
                spelt += words.read(" ".join(halves))
                continue
            clause, nearest = respell(clause, lexicon)
            corrections += [(clause.text, nearest)] if nearest else []
            clause = words.Clause(clause.phrases, nearest or clause.text)
        spelt.append(clause)
    return spelt, corrections


def is_unknown(clause, lexicon):
    [stem] = clause.phrases[0]
    return stem not in lexicon.known and stem not in weighing.STEMS


def respell(clause, lexicon):
    """A clause for the known word that was meant, and that word where readers should be told."""
    plain = words.fold(clause.text)
    # An acronym of several in small letters, as pcns.
    if plain.endswith("s") and words.stem(plain[:-1]) in lexicon.known:
        return words.Clause(((words.stem(plain[:-1]),),), clause.text), None
    plain = usual(plain)
    nearest = lexicon.nearest(plain) or lexicon.nearest(plain.removesuffix("s"))
    return words.Clause((words.stems(nearest),), clause.text) if nearest else clause, nearest


def widen(clauses, lexicon):
    """Clauses that also ask for what means the same, and which synonyms were used."""
    wide, used, at = {}, [], 0
    while at < len(clauses):
        taken = ways.longest(clauses[at:], lexicon.ways, lexicon.longest_way)
        clause, pair, count = clauses[at], (), len(taken)
        if count < 2:
            clause, pair, count = joints.begin(clauses[at:], lexicon)
            taken = ways.longest([clause], lexicon.ways, lexicon.longest_way)
        if taken:
            clause, others = widened(taken, lexicon)
            used += [(clause.text, others)] if others else []
        if pair and pair not in clause.phrases:
            clause = words.Clause((*clause.phrases, pair), clause.text)
        at += count
        # Two words for one thing ask for it once.
        wide.setdefault((frozenset(clause.phrases), clause.quoted), clause)
    return list(wide.values()), used


def widened(taken, lexicon):
    """One clause for a way in, with what it also finds; what no record holds is left out, unless
    none holds any of it."""
    own = tuple(clause.phrases[0][0] for clause in taken)
    text = " ".join(clause.text for clause in taken)
    others = [each for each in lexicon.ways[own].others(own) if not holds(each.stems, own)]
    held = [each for each in others if lexicon.held(each.stems)]
    others = held or ([] if lexicon.held(own) else others)
    clause = words.Clause((own, *(each.stems for each in others)), text)
    return clause, [each.text for each in others]


def holds(longer, phrase):
    """Whether a phrase stands in another: then it finds all that the other would."""
    return words.occurrences(phrase, longer) > 0
