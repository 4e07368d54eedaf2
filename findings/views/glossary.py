from itertools import groupby
from string import ascii_uppercase

from findings.models import Term

from .editing_link import page_of_many

DIGITS = "0–9"


def glossary(request):
    sections = by_letter(Term.objects.all())
    used = dict(sections)
    letters = [(letter, letter in used) for letter in (DIGITS, *ascii_uppercase)]
    if DIGITS not in used:
        letters = letters[1:]
    context = {"sections": sections, "letters": letters}
    return page_of_many(request, "glossary/page.html", context, Term)


def by_letter(terms):
    """[(letter, terms)] of terms in the order of their names; digits and signs come first."""

    def letter_of(term):
        letter = term.name[0].upper()
        return letter if letter in ascii_uppercase else DIGITS

    ordered = sorted(terms, key=lambda term: (letter_of(term), term.name.casefold()))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=letter_of)]
