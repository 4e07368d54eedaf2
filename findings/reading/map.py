"""The Chart of what is published, read from the tables in a constant number of queries."""

from django.db.models import Prefetch

from findings.map.chart import Chart, Mark, Point
from findings.models import Audience, Link, Record, Theme, Verdict
from findings.models.readable import readable
from findings.vocabulary import LinkRelation
from findings.vocabulary import Verdict as VerdictWord

MARKED = (VerdictWord.OVERTAKEN, VerdictWord.PARTLY_OVERTAKEN)
# The links that the chart keeps, and whether they run from right to left.
BACKWARD = {LinkRelation.CALLS_FOR: False, LinkRelation.BUILDS: True, LinkRelation.RESTS_ON: True}


def published():
    """{reference: record} of every published record, with all that the map shows of it."""
    records = Record.objects.published().prefetch_related(
        "themes", "addressings__audience", Prefetch("verdicts", Verdict.objects.oldest_first())
    )
    return {record.reference: record for record in records}


def whole(records):
    """The Chart of all these records."""
    links = Link.objects.filter(readable("record__"), readable("target__"))
    return chart_of(list(records.values()), links)


def around(record):
    """The Chart of one record and what it is linked to, as `for_page` has prepared them."""
    beside = [link.target for link in record.links.all()]
    beside += [link.record for link in record.backlinks.all()]
    records = {each.pk: each for each in [record, *beside]}
    links = Link.objects.filter(record__in=records, target__in=records)
    return chart_of(sorted(records.values(), key=lambda each: each.sort_key), links)


def chart_of(records, links):
    ends = {relation: [] for relation in LinkRelation}
    for relation, near, far in links.values_list(
        "relation", "record__reference", "target__reference"
    ):
        ends[relation].append((far, near) if BACKWARD[LinkRelation(relation)] else (near, far))
    several = len({report_of(record) for record in records}) > 1
    return Chart(
        points=tuple(point_of(record, several) for record in records),
        calls=in_order(ends[LinkRelation.CALLS_FOR], records),
        builds=in_order(ends[LinkRelation.BUILDS], records),
        rests=in_order(ends[LinkRelation.RESTS_ON], records),
        audiences=tuple(Audience.objects.values_list("slug", flat=True)),
        themes=tuple(Theme.objects.values_list("slug", "name")),
    )


def in_order(links, records):
    place = {record.reference: n for n, record in enumerate(records)}
    return tuple(sorted(links, key=lambda link: (place[link[0]], place[link[1]])))


def report_of(record):
    return record.reference.partition("-")[0]


def point_of(record, several):
    return Point(
        reference=record.reference,
        kind=record.kind,
        title=record.title,
        short_title=record.short_title,
        url=record.get_absolute_url(),
        audiences=tuple((each.audience.slug, each.is_named) for each in record.addressings.all()),
        themes=tuple(theme.slug for theme in record.themes.all()),
        verdict=record.standing.word.value,
        mark=mark_of(record.standing),
        report=report_of(record) if several else "",
    )


def mark_of(standing):
    """What has to be said of a record before anybody relies on it, if anything."""
    if standing.word in MARKED:
        return Mark(standing.word.value, standing.word.label)
    return Mark("review", "Under review") if standing.review_since else None
