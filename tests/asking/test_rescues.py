from urllib.parse import urlencode

import pytest
import yaml
from django.conf import settings
from django.http import QueryDict

from findings.asking.query import Query
from findings.asking.rescues import Rescue
from findings.models import Addressing, RecordTheme
from findings.vocabulary import State
from tests import factories

pytestmark = pytest.mark.django_db

WORDS = [
    "trust",
    "zzzz",
    "ICS18-R03",
    "charity",
    "colaboration",
    "goodwill boards",
    "the",
    '"no such"',
]


def parse(text):
    path, _, string = text.partition("?")
    return Query.parse(QueryDict(string), path)


def removals(text):
    return [(each.names, each.url, each.count) for each in Rescue(parse(text)).removals()]


def judged():
    queries = yaml.safe_load((settings.CONTENT_DIR / "search" / "queries.yaml").read_text())
    return [row["query"] for row in queries["judged"]]


def test_every_promise_is_kept_for_words_and_an_option_that_exclude_each_other(content, exhaustive):
    empty = 0
    for text in [*WORDS, *(judged()[::8] if exhaustive else judged()[:4])]:
        query = parse(f"/browse/?{urlencode({'q': text})}")
        for facet, choices in query.options():
            for option in choices:
                if option.count:
                    continue
                both = query.but(chosen={facet.key: (option.value,)})
                assert both.count == 0
                empty += 1
                check(both)
    assert empty > 100


def check(query):
    """The smallest removals are offered, each with what it gives."""
    rescue = Rescue(query)
    offered = rescue.removals()
    assert [(removal.url, removal.count) for removal in offered] == [
        (removal.url, parse(removal.url).count) for removal in offered
    ]
    alone = [query.without(part).count for part in rescue.parts]
    sizes = {len(removal.names) for removal in offered}
    assert sizes == ({1} if any(alone) else {len(rescue.parts)})
    assert len(offered) == (sum(map(bool, alone)) or 1)


@pytest.fixture
def shelf():
    housing, nhs = (
        factories.audience("housing", name="Housing"),
        factories.audience("nhs", name="NHS"),
    )
    themes = {slug: factories.theme(slug) for slug in ("trust", "law")}
    for reference, audience, slug in (
        ("ICS18-F01", housing, "trust"),
        ("ICS18-F02", housing, "trust"),
        ("ICS18-S01", nhs, "law"),
    ):
        record = factories.record(reference, title=f"About {slug}")
        Addressing.objects.create(record=record, audience=audience)
        RecordTheme.objects.create(content_object=record, tag=themes[slug])


def test_the_smallest_removals_are_offered_with_their_counts(shelf):
    assert removals("/browse/?audience=housing&theme=law") == [
        (["Audience: Housing"], "/browse/?theme=law", 1),
        (["Theme: Law"], "/browse/?audience=housing", 2),
    ]
    assert removals("/browse/?q=trust&audience=nhs&kind=skill") == [
        (["the words “trust”"], "/browse/?kind=skill&audience=nhs", 1),
    ]


def test_each_part_is_counted_alone(shelf):
    rescue = Rescue(parse("/browse/?q=trust&audience=nhs&verdict=overtaken"))
    assert rescue.alone() == [
        ("Audience: NHS", 1),
        ("Verdict: Overtaken", 0),
        ("the words “trust”", 2),
    ]


def test_two_parts_go_where_one_is_not_enough(shelf):
    assert removals("/browse/?q=zzzz&verdict=overtaken&audience=nhs") == [
        (["Verdict: Overtaken", "the words “zzzz”"], "/browse/?audience=nhs", 1),
    ]


def test_audience_and_manner_are_taken_together(shelf):
    record = factories.record("ICS18-F09")
    Addressing.objects.create(
        record=record,
        audience=factories.audience("councils", name="Councils"),
        addressed="named",
        passage=factories.passage(),
    )
    assert removals("/browse/?audience=nhs&addressed=named") == [
        (["Audience: NHS"], "/browse/?addressed=named", 1),
        (["Addressed: Names you"], "/browse/?audience=nhs", 1),
    ]


def test_nothing_is_promised_of_what_is_not_published():
    factories.record("ICS18-F01", title="Secret", state=State.DRAFT)
    assert removals("/browse/?q=secret&kind=finding") == []


def test_many_parts_cost_no_question_each(shelf, django_assert_max_num_queries):
    parts = "kind=skill&audience=housing&addressed=named&role=director&theme=law&speaker=policy"
    query = parse(f"/browse/?q=zzzz&{parts}&trail=own&verdict=overtaken&source=report-ics18")
    assert query.count == 0
    with django_assert_max_num_queries(2):
        assert Rescue(query).removals() != []
