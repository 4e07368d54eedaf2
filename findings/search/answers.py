"""Answers to a question in the records' own words: sentences quoted letter by letter.

None is made up: each is a piece of a text that readers can read on the page of what it is from.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from findings.fulltext import words
from findings.models import Development, Gap, Record
from findings.texts import markdown

MOST = 3
# The best answer is in the best records, or nowhere.
MOST_COMPARED = 6
# A sentence that holds less than this of what was asked needs too much around it to be read.
LEAST_SHARE = 0.25
ENOUGH = 0.5
DENIES = re.compile(r"\b(?:no|not|none|nothing|nor|never|without|cannot)\b|n[’']t\b", re.IGNORECASE)
# Blanks between two sentences: after a stop, with or without a closing mark, before a capital.
BETWEEN = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’\"')\]]))\s+(?=[“‘\"'(\[]?[A-Z0-9])|\s*\n\s*")


@dataclass(frozen=True)
class Answer:
    """`sentence` stands so in `thing`, a record, a gap or a development."""

    sentence: str
    thing: object

    @property
    def noun(self):
        return "record" if isinstance(self.thing, Record) else self.thing._meta.model_name


def answers(wanted, records, day=None):
    """At most three, the best first, each from another of `records`, of the gaps or the events.

    `records` are the best that the question finds, prepared as for a list.
    """
    candidates = [
        *((record, texts_of(record)) for record in records[:MOST_COMPARED]),
        *((gap, [gap.statement, gap.why_it_matters]) for gap in Gap.objects.all()),
        *(
            (event, [event.summary])
            for event in Development.objects.all()
            if event.had_come_by(day)
        ),
    ]
    ranked = []
    for place, (thing, texts) in enumerate(candidates):
        if found := best(wanted, thing, texts):
            score, sentence = found
            is_missing = says_so(wanted, thing)
            [sentence] = (is_missing and lacking(thing)) or [sentence]
            ranked.append((not is_missing, -score, place, Answer(sentence, thing)))
    return [answer for *_, answer in sorted(ranked, key=lambda row: row[:3])[:MOST]]


def is_question(wanted):
    """Whether a sentence can answer it: more than two words, or a question mark, in words."""
    asked = "?" in wanted.text or len(wanted.text.split()) > 2
    return bool(asked and wanted.weights and not wanted.names_records)


def texts_of(record):
    longer = map(markdown.plain, (record.body, record.action, record.measure))
    return [record.summary, *longer]


def best(wanted, thing, texts):
    """(share of what was asked, the sentence that holds it), read with its title; or None."""
    whole = sum(wanted.weights.values())
    title = held(thing.title)
    scored = []
    for text in texts:
        for sentence in sentences(text):
            share = wanted.weight_in(held(sentence)) / whole
            around = wanted.weight_in([*held(sentence), words.PART, *title]) / whole
            if share >= LEAST_SHARE and around >= ENOUGH:
                scored.append((around + share, -len(scored), sentence))
    return (max(scored)[0], max(scored)[2]) if scored else None


def lacking(gap):
    """[The sentence of a gap that says what is missing], if one does."""
    return [sentence for sentence in sentences(gap.statement) if DENIES.search(sentence)][:1]


def says_so(wanted, thing):
    """Whether it is a gap whose title is what was asked: that the source lacks it is the answer."""
    if not isinstance(thing, Gap):
        return False
    return wanted.weight_in(held(thing.title)) > ENOUGH * sum(wanted.weights.values())


@lru_cache(maxsize=8192)
def held(text):
    return words.stems(text)


@lru_cache(maxsize=2048)
def sentences(text):
    """The sentences of a plain text, each exactly as it stands there."""
    pieces, at = [], 0
    for gap in BETWEEN.finditer(text):
        pieces.append(text[at : gap.start()])
        at = gap.end()
    pieces.append(text[at:])
    return [piece.strip() for piece in pieces if words.WORD.search(piece)]
