"""The best first: computed here from the stems, so that both databases give the same order.

A record scores for each clause what its best phrase scores: how often the phrase stands in
title, lead and body (a title weighs most, and more of the same says ever less), times how rare
the phrase is. That is BM25 over weighted fields.
"""

from findings.fulltext import words
from findings.fulltext.spelling import clean
from findings.models import Pin, SearchRow

FIELD_WEIGHTS = {"title": 5.0, "lead": 2.5, "body": 1.0}
SATURATION = 1.4
# What means the same is a little less what was asked for.
SYNONYM_WEIGHT = 0.8
# Among records that hold some of the words, one that holds more of their weight comes first.
COVERAGE_WEIGHT = 2.0
# Beyond this many, the rest follow in the order of their references.
MOST_RANKED = 500


def ranked(wanted, records):
    """Primary keys of `records`, which match `wanted`, the best first."""
    in_order = list(records.order_by("sort_key").values_list("pk", flat=True))
    if wanted.names_records or not wanted.clauses:
        return in_order
    pinned = pinned_for(wanted)
    rows = SearchRow.objects.in_bulk(in_order[:MOST_RANKED])
    scores = {pk: score(row, wanted) for pk, row in rows.items()}
    best_first = sorted(
        in_order[:MOST_RANKED],
        key=lambda pk: (pinned.get(pk, len(pinned)), -scores.get(pk, 0.0)),
    )
    return best_first + in_order[MOST_RANKED:]


def pinned_for(wanted):
    """{primary key: place} of the records that the editors put first for these words."""
    asked = pinned_words(wanted.text)
    pins = [pin for pin in Pin.objects.all() if pinned_words(pin.words) == asked]
    return {pin.record_id: place for place, pin in enumerate(pins)}


def pinned_words(text):
    """What a pin is for: the same words in any order."""
    return tuple(sorted(words.stems(clean(text))))


def score(row, wanted):
    fields = {name: getattr(row, name).split() for name in FIELD_WEIGHTS}
    total, held = 0.0, 0
    for clause in wanted.clauses:
        found = max(
            phrase_score(phrase, fields, wanted.rarity, own=number == 0)
            for number, phrase in enumerate(clause.phrases)
        )
        total += found
        held += wanted.weights[clause] * (found > 0)
    if is_title(fields["title"], wanted):
        total += 1000
    coverage = (held / sum(wanted.weights.values())) ** COVERAGE_WEIGHT
    return round(total * coverage, 6)


def phrase_score(phrase, fields, rarity, *, own):
    frequency = sum(
        weight * words.occurrences(phrase, fields[name]) for name, weight in FIELD_WEIGHTS.items()
    )
    if not frequency:
        return 0.0
    weight = 1.0 if own else SYNONYM_WEIGHT
    return weight * rarity[phrase] * frequency / (frequency + SATURATION)


def is_title(held, wanted):
    """Whether the words are those of the title, or of the short title, and no more."""
    asked = words.stems(clean(wanted.text))
    titles = " ".join(held).split(f" {words.PART} ")
    return " ".join(asked) in titles
