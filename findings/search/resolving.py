"""What a reader typed, settled before any record is sought: spelling, synonyms, all or any.

Pages, counts, feeds and exports read the result and nothing else, so they can't disagree.
"""

import re
from dataclasses import dataclass, field, replace

from django.db.models import F

from findings.fulltext import words
from findings.fulltext.index import Holds
from findings.models import Record, Source
from findings.vocabulary import Kind

from . import lexicon as lexicons

LONGEST_SHOWN = 80
# Keep a text that runs from right to left from turning the sentence around it.
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
REFERENCE = re.compile(
    r"\s*(?:([A-Za-z]+[0-9]{1,6})[-\s])?([FGRSfgrs])\s?([0-9]{1,6})\s*", re.ASCII
)
CODE = re.compile(r"[A-Za-z]+[0-9]+", re.ASCII)

# With fewer records than this for all the words, those that hold some of them are added.
FEW = 5


@dataclass(frozen=True)
class Wanted:
    """What is sought. `text` is what was typed; the rest is what we made of it."""

    text: str = ""
    clauses: tuple = ()
    # Some of the words rather than all, since hardly a record holds them all.
    any_of: bool = False
    # Kind and number, where a reference was typed: all reports have their own F03.
    reference: dict | None = None
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
        return bool(self.clauses or self.reference)

    @property
    def exactly(self):
        """The same words in quotes: how to search without correction and synonyms."""
        return " ".join(f'"{clause.text}"' for clause in words.read(self.text))

    def narrow(self, records):
        """Those of `records` that match; all of them when nothing was typed."""
        if not self:
            return records
        if self.reference:
            return records.filter(**self.reference)
        if not self.clauses:
            return records.none()
        return records.filter(Holds(F("pk"), self.clauses, any_of=self.any_of))


def resolve(text):
    """A Wanted for what a reader typed. Never fails, whatever the text."""
    text = " ".join(text.split())
    if not text:
        return Wanted()
    if reference := read_reference(text):
        return Wanted(text, tuple(words.read(text)), reference=reference)
    if report := read_code(text):
        own = {"source": report}
        return Wanted(text, tuple(words.read(text)), reference=own, report=report)
    lexicon = lexicons.current()
    clauses, corrections = spell(words.read(text), lexicon)
    clauses, synonyms = widen(clauses, lexicon)
    wanted = Wanted(
        text,
        tuple(clauses),
        corrections=corrections,
        synonyms=synonyms,
        rarity=rarities(clauses, lexicon),
    )
    return replace(wanted, any_of=True) if finds_too_few(wanted) else wanted


def rarities(clauses, lexicon):
    """The weight of each phrase. What means the same weighs the same: as its commonest phrase.

    Otherwise a rare synonym would outweigh the word that was typed.
    """
    return {
        phrase: min(lexicon.rarity(other) for other in clause.phrases)
        for clause in clauses
        for phrase in clause.phrases
    }


def finds_too_few(wanted):
    """Whether so few records hold all the words that those with some of them should follow.

    Quotes ask for exactly what stands in them, so nothing is added to those.
    """
    if len(wanted.clauses) < 2 or any(clause.quoted for clause in wanted.clauses):
        return False
    found = wanted.narrow(Record.objects.published())
    return found[:FEW].count() < FEW


def read_reference(text):
    """The filter for what looks like a reference, such as ICS18-F03 or f3; None if it doesn't.

    A reference that no record bears finds nothing: it is never taken for words.
    """
    match = REFERENCE.fullmatch(text)
    if not match:
        return None
    kind = next((kind for kind in Kind if kind.letter == match[2].upper()), None)
    if kind is None:
        return {"pk__in": []}
    number = f"-{kind.rank}-{match[3].zfill(6)}"
    if match[1]:
        return {"sort_key": match[1].upper() + number}
    return {"sort_key__endswith": number}


def read_code(text):
    """The report whose references begin with just this, such as ICS18 or ics18; or None."""
    if not CODE.fullmatch(text):
        return None
    return Source.objects.reports().filter(report_code=text.upper()).first()


def spell(clauses, lexicon):
    """Clauses with unknown words replaced by the nearest known one, and what was replaced."""
    spelt, corrections = [], []
    for clause in clauses:
        unknown = not clause.quoted and clause.phrases[0][0] not in lexicon.known
        nearest = lexicon.nearest(words.fold(clause.text)) if unknown else None
        if nearest:
            corrections.append((clause.text, nearest))
            clause = words.Clause((words.stems(nearest),), nearest)
        spelt.append(clause)
    return spelt, corrections


def widen(clauses, lexicon):
    """Clauses that also ask for what means the same, and which synonyms were used."""
    wide, used, at = [], [], 0
    while at < len(clauses):
        length, group = longest_synonym(clauses[at:], lexicon.groups)
        taken = clauses[at : at + max(length, 1)]
        at += len(taken)
        if not group:
            wide += taken
            continue
        own = tuple(clause.phrases[0][0] for clause in taken)
        text = " ".join(clause.text for clause in taken)
        others = [phrase for phrase in group if phrase.stems != own]
        used.append((text, [phrase.text for phrase in others]))
        wide.append(words.Clause((own, *(phrase.stems for phrase in others)), text))
    return wide, used


def longest_synonym(clauses, groups):
    """How many clauses from the first on make up a phrase of a group, and that group."""
    plain = []
    for clause in clauses:
        if clause.quoted:
            break
        plain.append(clause.phrases[0][0])
    found = [
        (len(phrase.stems), group)
        for group in groups
        for phrase in group
        if phrase.stems == tuple(plain[: len(phrase.stems)])
    ]
    return max(found, key=lambda pair: pair[0], default=(0, None))
