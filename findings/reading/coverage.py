"""Where the records are thick and where they are thin: a table of live counts.

Each number leads to the list that it counts. It costs a few grouped queries, however large.
"""

from collections import defaultdict
from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from findings.asking.facets import FACETS
from findings.models import Addressing, Audience, Gap, Record, RecordTheme, Theme
from findings.vocabulary import Addressed, Kind, State, Verdict

# An audience that is named in no more records than this is said to be named rarely.
FEW = 3


# How many tints tell a number from zero.
TINTS = 4


@dataclass(frozen=True)
class Number:
    """How many records, and the list that holds these alone."""

    count: int
    url: str
    # 0 for none, TINTS for the most of its part of the table.
    tint: int = 0


@dataclass(frozen=True)
class Row:
    """A line of the table; `cells` is [(column, Number), ...]."""

    heading: str
    mark: object
    total: Number
    cells: list


@dataclass(frozen=True)
class Thin:
    """An audience that few records name: those records, and the gaps that bear on them."""

    audience: Audience
    records: list
    gaps: list


def table():
    """What the page shows, in a constant number of queries: each row says how many records name
    each audience, and how many bear each verdict that any of them bears."""
    audiences = list(Audience.objects.all())
    themes = [(theme.slug, theme.name, None) for theme in Theme.objects.all()]
    kinds = [(kind.value, kind.plural, kind) for kind in Kind]
    by_theme = Tally("theme", "record_themes__tag__slug", theme_totals())
    by_kind = Tally("kind", "kind", kind_totals())
    verdicts = [word for word in Verdict if any(each[1] == word for each in by_kind.counts)]
    return {
        "audiences": audiences,
        "verdicts": verdicts,
        "parts": [
            ("Themes", rows_of(themes, by_theme, audiences, verdicts)),
            ("Kinds", rows_of(kinds, by_kind, audiences, verdicts)),
        ],
        "thin": thin_audiences(audiences),
    }


class Tally:
    """Counts by the facet `key`, whose values stand in the `column` of a record."""

    def __init__(self, key, column, totals):
        self.key, self.totals = key, totals
        named = published_addressings().filter(addressed=Addressed.NAMED).order_by()
        judged = Record.objects.published().with_verdict().order_by()
        # {(value, slug of an audience or word of a verdict): how many}
        self.counts = tallied(
            named.values_list(f"record__{column}", "audience__slug").annotate(
                Count("record", distinct=True)
            )
        ) | tallied(judged.values_list(column, "verdict_word").annotate(Count("pk", distinct=True)))

    @property
    def most(self):
        return max(self.counts.values(), default=0)

    def total(self, value):
        return number(self.totals[value,], {self.key: value})

    def naming(self, value, audience):
        return self.cell(value, audience.slug, {"audience": audience.slug, "addressed": "named"})

    def judged(self, value, word):
        return self.cell(value, word.value, {"verdict": word.value})

    def cell(self, value, column, narrowed):
        count = self.counts.get((value, column), 0)
        return number(count, {self.key: value} | narrowed, self.most)


def rows_of(lines, tally, audiences, verdicts):
    """`lines` are the rows to be: [(value of the facet, heading, mark), ...]."""
    return [
        Row(
            heading,
            mark,
            tally.total(value),
            [(each, tally.naming(value, each)) for each in audiences]
            + [(each, tally.judged(value, each)) for each in verdicts],
        )
        for value, heading, mark in lines
    ]


def number(count, narrowed, most=0):
    """A Number whose list is narrowed in this way, written as the list itself writes it."""
    in_order = [(facet.key, narrowed[facet.key]) for facet in FACETS if facet.key in narrowed]
    tint = ceil(TINTS * count / most) if most else 0
    return Number(count, f"{reverse('browse')}?{urlencode(in_order)}", tint)


def tallied(rows):
    """{(value, ...): count} of rows that end in a count; 0 for what is missing."""
    return defaultdict(int, {tuple(key): count for *key, count in rows})


def published_addressings():
    return Addressing.objects.filter(record__state=State.PUBLISHED)


def kind_totals():
    records = Record.objects.published().order_by()
    return tallied(records.values_list("kind").annotate(Count("pk")))


def theme_totals():
    tags = RecordTheme.objects.filter(content_object__state=State.PUBLISHED).order_by()
    return tallied(tags.values_list("tag__slug").annotate(Count("content_object", distinct=True)))


def thin_audiences(audiences):
    """The audiences that few records name, those that the fewest name first."""
    named = defaultdict(list)
    addressings = published_addressings().filter(addressed=Addressed.NAMED)
    for each in addressings.select_related("record").order_by("record__sort_key"):
        named[each.audience_id].append(each.record)
    gaps = defaultdict(list)
    bearing = Gap.bears_on.through.objects.filter(record__state=State.PUBLISHED)
    for each in bearing.select_related("gap").order_by("gap__reference"):
        gaps[each.record_id].append(each.gap)
    thin = [
        Thin(each, named[each.pk], gaps_on(named[each.pk], gaps))
        for each in audiences
        if len(named[each.pk]) <= FEW
    ]
    return sorted(thin, key=lambda each: len(each.records))


def gaps_on(records, gaps):
    return list(dict.fromkeys(gap for record in records for gap in gaps[record.pk]))
