"""What some write as one word and others as two: healthcare and health care, leader ship. Pure.

The words of the records say which: a pair is one word where that word stands in them, and a word
is a pair where both halves do.
"""

import re

from findings.fulltext import words

# Shorter halves make a pair of many a word that is none.
SHORTEST = 3
PAIR = re.compile(r"([^\W\d_]+)[ \-]([^\W\d_]+)")


def begin(clauses, lexicon):
    """(the first of these clauses, which may be the first two as one word; the stems of the pair
    that others write for it, or none; how many clauses that took)"""
    first = clauses[0]
    if first.quoted:
        return first, (), 1
    if one := joined(clauses, lexicon):
        text = f"{first.text} {clauses[1].text}"
        pair = (*first.phrases[0], *clauses[1].phrases[0])
        return words.Clause((words.stems(one),), text), pair, 2
    return first, words.stems(" ".join(halves_of(words.fold(first.text), lexicon))), 1


def joined(clauses, lexicon):
    """The one word of the records that the first two of these make up, or nothing."""
    if len(clauses) < 2 or clauses[1].quoted:
        return ""
    one = words.fold(clauses[0].text) + words.fold(clauses[1].text)
    return one if words.stem(one) in lexicon.known else ""


def halves_of(plain, lexicon):
    """The two words of the records that make up `plain`, the likeliest; none if they are none."""
    cuts = range(SHORTEST, len(plain) - SHORTEST + 1)
    found = [(plain[:at], plain[at:]) for at in cuts]
    found = [pair for pair in found if all(lexicon.spelt[half] for half in pair)]
    found = [pair for pair in found if len(words.stems(" ".join(pair))) == len(pair)]
    return max(found, key=lambda pair: min(lexicon.spelt[half] for half in pair), default=())


def whole(typed, text, lexicon):
    """What was typed, where it is nothing but one word in two parts of which one is too common to
    be looked for: on line, over view."""
    match = PAIR.fullmatch(text)
    one = match and words.fold(match[1] + match[2])
    if one and len(typed) == 1 and words.stem(one) in lexicon.known:
        return (words.Clause((words.stems(one),), text),)
    return typed
