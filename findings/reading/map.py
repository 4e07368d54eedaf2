"""The Chart of what is published, read from the tables in a constant number of queries."""

from itertools import product

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking import bitmaps
from findings.map.chart import Chart, Mark, Point
from findings.models import Audience, Link, Record, Theme, Verdict
from findings.models.generation import kept
from findings.vocabulary import Addressed, Kind, LinkRelation, Unjudged, joins
from findings.vocabulary import Verdict as VerdictWord

MARKED = (VerdictWord.OVERTAKEN, VerdictWord.PARTLY_OVERTAKEN)
# The links that the chart keeps, and whether they run from right to left.
BACKWARD = {LinkRelation.CALLS_FOR: False, LinkRelation.BUILDS: True, LinkRelation.RESTS_ON: True}


@kept()
def whole():
    """The Chart of every published record: plain rows, since there may be ten thousand, and what
    they bear out of the bits that count them."""
    rows = Record.objects.published().values_list(
        "pk", "reference", "kind", "title", "short_title", "recheck_since"
    )
    return chart_of(points_of(list(rows), bitmaps.on()), Link.objects.all())


def points_of(rows, maps):
    """{primary key: Point}, in the order of the rows."""
    today, named = localdate(), Addressed.NAMED.value
    several = len({report_of(reference) for _, reference, *_ in rows}) > 1
    urls = {kind: reverse(f"{kind}-detail", args=["X0-X0"]) for kind in Kind.values}
    slugs = Audience.objects.values_list("slug", flat=True)
    reached = maps.by_record("audience", list(product(slugs, Addressed.values)))
    themes = maps.by_record("theme", Theme.objects.values_list("slug", flat=True))
    words = maps.by_record("verdict", [*VerdictWord.values, *Unjudged.values])
    return {
        pk: Point(
            reference=reference,
            kind=kind,
            title=title,
            short_title=short_title,
            url=urls[kind].replace("X0-X0", reference),
            audiences=tuple((slug, how == named) for slug, how in reached.get(pk, ())),
            themes=tuple(themes.get(pk, ())),
            verdict=word,
            mark=mark_of(word, since and since <= today),
            report=report_of(reference) if several else "",
        )
        for pk, reference, kind, title, short_title, since in rows
        for word in words.get(pk, Unjudged.values)
    }


def told(references):
    """{reference: record} of these published records, with all that the list of the map says."""
    records = Record.objects.published().filter(reference__in=references)
    prepared = records.prefetch_related(
        "addressings__audience", Prefetch("verdicts", Verdict.objects.oldest_first())
    )
    return {record.reference: record for record in prepared}


def around(record):
    """The Chart of one record and what it is linked to, as `for_page` has prepared them."""
    # What was said before or found since is told in words beside it.
    beside = [link.target for link in record.links.all() if link.relation in BACKWARD]
    beside += [link.record for link in record.backlinks.all() if link.relation in BACKWARD]
    records = {each.pk: each for each in [record, *beside]}
    links = Link.objects.filter(record__in=records, target__in=records)
    in_order = sorted(records.values(), key=lambda each: each.sort_key)
    several = len({report_of(each.reference) for each in in_order}) > 1
    return chart_of({each.pk: point_of(each, several) for each in in_order}, links)


def chart_of(points, links):
    """`points` are {primary key: Point} in reading order; links to any other are left out."""
    place = {point.reference: n for n, point in enumerate(points.values())}
    ends = {relation: [] for relation in LinkRelation}
    for relation, *keys in links.order_by().values_list("relation", "record", "target"):
        near, far = map(points.get, keys)
        if near and far and joins(near.kind, relation, far.kind):
            link = near.reference, far.reference
            ends[relation].append(link[::-1] if BACKWARD.get(relation) else link)
    for some in ends.values():
        some.sort(key=lambda link: (place[link[0]], place[link[1]]))
    return Chart(
        points=tuple(points.values()),
        calls=tuple(ends[LinkRelation.CALLS_FOR]),
        builds=tuple(ends[LinkRelation.BUILDS]),
        rests=tuple(ends[LinkRelation.RESTS_ON]),
        audiences=tuple(Audience.objects.values_list("slug", flat=True)),
        themes=tuple(Theme.objects.values_list("slug", "name")),
    )


def report_of(reference):
    return reference.partition("-")[0]


def point_of(record, several):
    standing = record.standing
    return Point(
        reference=record.reference,
        kind=record.kind,
        title=record.title,
        short_title=record.short_title,
        url=record.get_absolute_url(),
        audiences=tuple((each.audience.slug, each.is_named) for each in record.addressings.all()),
        themes=tuple(theme.slug for theme in record.themes.all()),
        verdict=standing.word.value,
        mark=mark_of(standing.word, standing.review_since),
        report=report_of(record.reference) if several else "",
    )


def mark_of(word, in_review):
    """What has to be said of a record before anybody relies on it, if anything."""
    if word in MARKED:
        return Mark(VerdictWord(word).value, VerdictWord(word).label)
    return Mark("review", "Under review") if in_review else None
