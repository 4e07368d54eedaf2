"""The Chart of what is published, read from the tables in a constant number of queries."""

from collections import defaultdict

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.timezone import localdate

from findings.map.chart import Chart, Mark, Point
from findings.models import Addressing, Audience, Link, Record, RecordTheme, Theme, Verdict
from findings.models.generation import kept
from findings.models.readable import readable
from findings.vocabulary import Addressed, Kind, LinkRelation, Unjudged, joins
from findings.vocabulary import Verdict as VerdictWord

MARKED = (VerdictWord.OVERTAKEN, VerdictWord.PARTLY_OVERTAKEN)
# The links that the chart keeps, and whether they run from right to left.
BACKWARD = {LinkRelation.CALLS_FOR: False, LinkRelation.BUILDS: True, LinkRelation.RESTS_ON: True}


@kept()
def whole():
    """The Chart of every published record: plain rows, since there may be ten thousand."""
    published = Record.objects.published().with_verdict()
    rows = published.values_list(
        "pk", "reference", "kind", "title", "short_title", "verdict_word", "recheck_since"
    )
    points = points_of(list(rows), audiences_by_record(), themes_by_record())
    links = Link.objects.filter(readable("record__"), readable("target__"))
    return chart_of(points, links)


def audiences_by_record():
    rows = Addressing.objects.filter(readable("record__")).order_by("audience__position")
    found = defaultdict(list)
    for pk, slug, addressed in rows.values_list("record", "audience__slug", "addressed"):
        found[pk].append((slug, addressed == Addressed.NAMED))
    return found


def themes_by_record():
    tags = RecordTheme.objects.filter(readable("content_object__"))
    found = defaultdict(list)
    for pk, slug in tags.order_by("tag__position", "tag__name").values_list(
        "content_object", "tag__slug"
    ):
        found[pk].append(slug)
    return found


def points_of(rows, audiences, themes):
    today = localdate()
    several = len({report_of(reference) for _, reference, *_ in rows}) > 1
    urls = {kind: reverse(f"{kind}-detail", args=["X0-X0"]) for kind in Kind.values}
    return [
        Point(
            reference=reference,
            kind=kind,
            title=title,
            short_title=short_title,
            url=urls[kind].replace("X0-X0", reference),
            audiences=tuple(audiences[pk]),
            themes=tuple(themes[pk]),
            verdict=word or Unjudged.AS_PUBLISHED.value,
            mark=mark_of(word, since and since <= today),
            report=report_of(reference) if several else "",
        )
        for pk, reference, kind, title, short_title, word, since in rows
    ]


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
    return chart_of([point_of(each, several) for each in in_order], links)


def chart_of(points, links):
    place = {point.reference: n for n, point in enumerate(points)}
    kind = {point.reference: point.kind for point in points}
    ends = {relation: [] for relation in LinkRelation}
    for relation, near, far in links.order_by().values_list(
        "relation", "record__reference", "target__reference"
    ):
        # What was published a moment ago, after the points were read, has no place yet.
        if near in place and far in place and joins(kind[near], relation, kind[far]):
            ends[relation].append((far, near) if BACKWARD.get(relation) else (near, far))
    for some in ends.values():
        some.sort(key=lambda link: (place[link[0]], place[link[1]]))
    return Chart(
        points=tuple(points),
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
