"""What else matches: gaps, terms and developments. Shown beside records, never counted."""

from dataclasses import dataclass

from findings.fulltext import words
from findings.models import Development, Gap, Term

MOST = 3


@dataclass(frozen=True)
class Beside:
    gaps: list
    terms: list
    developments: list

    def __bool__(self):
        return self.total > 0

    @property
    def total(self):
        return len(self.gaps) + len(self.terms) + len(self.developments)


def beside(wanted, day=None):
    """At most three of each noun that hold all that is wanted, best first.

    On a past `day` without the developments that had not happened yet.
    """
    if wanted.references:
        return Beside([gap for gap in Gap.objects.all() if is_named(gap, wanted)][:MOST], [], [])
    if not wanted.clauses:
        return Beside([], [], [])
    gaps = ((gap, [gap.reference, gap.title], [gap.statement]) for gap in Gap.objects.all())
    terms = ((term, term.forms, [term.definition]) for term in Term.objects.all())
    events = (
        (event, [event.title], [event.summary])
        for event in Development.objects.all()
        if event.had_come_by(day)
    )
    return Beside(*(best(wanted, rows) for rows in (gaps, terms, events)))


def is_named(gap, wanted):
    """Whether its reference was typed, in whatever dress, or the end of it."""
    return any(f"-{gap.reference}".endswith(f"-{each}") for each in wanted.references)


def best(wanted, rows):
    """`rows` gives (thing, titles, texts). The things that match, those by title first."""
    found = []
    for thing, titles, texts in rows:
        title = words.indexed(titles).split()
        whole = title + words.indexed(texts).split()
        if all(clause.stands_in(whole) for clause in wanted.clauses):
            in_title = sum(clause.stands_in(title) for clause in wanted.clauses)
            found.append((-in_title, len(found), thing))
    return [thing for _, _, thing in sorted(found, key=lambda item: item[:2])[:MOST]]
