"""Where the records are thick and where they are thin: tables of live counts.

Each number leads to the list that it counts. A table costs one grouped query, however large.
"""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from findings.asking.facets import FACETS
from findings.models import Addressing, Audience, Gap, Record, RecordTheme, Theme
from findings.vocabulary import Addressed, Kind, State, Verdict

# An audience that is named in no more records than this is said to be named rarely.
FEW = 3
THEME_OF_ADDRESSING = "record__record_themes__tag__slug"


@dataclass(frozen=True)
class Number:
    """How many records, how they are addressed or judged, and the list that holds these alone."""

    count: int
    word: object
    url: str


@dataclass(frozen=True)
class Row:
    """A line of a table; `cells` is [(column, [Number, ...]), ...]."""

    heading: str
    mark: object
    total: Number
    cells: list


@dataclass(frozen=True)
class Table:
    columns: list
    rows: list


@dataclass(frozen=True)
class Thin:
    """An audience that few records name: those records, and the gaps that bear on them."""

    audience: Audience
    records: list
    gaps: list


def tables():
    """What the page shows, in a constant number of queries."""
    themes = [(theme.slug, theme.name, None) for theme in Theme.objects.all()]
    kinds = [(kind.value, kind.plural, kind) for kind in Kind]
    audiences = list(Audience.objects.all())
    totals = theme_totals()
    return {
        "themes_by_audience": by_audience(themes, "theme", THEME_OF_ADDRESSING, audiences, totals),
        "kinds_by_audience": by_audience(kinds, "kind", "record__kind", audiences, kind_totals()),
        "themes_by_verdict": by_verdict(themes, totals),
        "thin": thin_audiences(audiences),
    }


def by_audience(lines, key, column, audiences, totals):
    """Each cell has two numbers: records that name the audience, and those addressed to all.

    `lines` are the rows to be: [(value of the facet `key`, heading, mark), ...].
    """
    counted = tallied(
        published_addressings()
        .order_by()
        .values_list(column, "audience__slug", "addressed")
        .annotate(Count("record", distinct=True))
    )

    def cell(value, audience):
        return [
            number(
                counted[value, audience.slug, how.value],
                how,
                {key: value, "audience": audience.slug, "addressed": how.value},
            )
            for how in Addressed
        ]

    return Table(audiences, rows_of(lines, key, totals, audiences, cell))


def by_verdict(lines, totals):
    counted = tallied(
        Record.objects.published()
        .with_verdict()
        .order_by()
        .values_list("record_themes__tag__slug", "verdict_word")
        .annotate(Count("pk", distinct=True))
    )

    def cell(value, word):
        narrowed = {"theme": value, "verdict": word.value}
        return [number(counted[value, word.value], word, narrowed)]

    return Table(list(Verdict), rows_of(lines, "theme", totals, Verdict, cell))


def rows_of(lines, key, totals, columns, cell):
    return [
        Row(
            heading,
            mark,
            number(totals[value,], None, {key: value}),
            [(column, cell(value, column)) for column in columns],
        )
        for value, heading, mark in lines
    ]


def number(count, word, narrowed):
    """A Number whose list is narrowed in this way, written as the list itself writes it."""
    in_order = [(facet.key, narrowed[facet.key]) for facet in FACETS if facet.key in narrowed]
    return Number(count, word, f"{reverse('browse')}?{urlencode(in_order)}")


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
