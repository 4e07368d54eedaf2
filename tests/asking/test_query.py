from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findings.asking.facets import FACETS
from findings.asking.query import NoSuchPage, Query
from findings.models import Addressing, RecordTheme
from findings.vocabulary import State, Verdict
from tests import factories
from tests.histories import change, on, publish_again, published, withdraw

pytestmark = pytest.mark.django_db

KEYS = [facet.key for facet in FACETS]
VALUES = ["finding", "Housing", "chief executive", "STANDS", "named", "trust", "no such", "", " "]
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=70)
pairs = st.tuples(
    st.sampled_from([*KEYS, *(f"{key}[]" for key in KEYS), "sort", "page", "q", "utm_source"]),
    st.sampled_from([*VALUES, "best", "title", "reference", "1", "2"]) | texts,
)


def parse(text="", path="/browse/", **fixed):
    return Query.parse(QueryDict(text), path, fixed)


@pytest.fixture
def shelf():
    """Three published records about housing and trust, and a draft."""
    housing, trust = factories.audience("housing", name="Housing"), factories.theme("trust")
    factories.audience("nhs", name="NHS", position=1)
    for reference in ("ICS18-F01", "ICS18-F02", "ICS18-S01"):
        record = factories.record(reference)
        Addressing.objects.create(record=record, audience=housing)
        RecordTheme.objects.create(content_object=record, tag=trust)
    factories.record("ICS18-F03", state=State.DRAFT)


# The rows are only read.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(asked=st.lists(pairs, max_size=12))
def test_the_canonical_address_is_its_own_canonical_address(shelf, asked):
    try:
        query = parse(urlencode(asked))
    except NoSuchPage:
        return
    again = parse(query.string)
    assert again.string == query.string
    assert (again.chosen, again.wanted.text, again.sort, again.unknown) == (
        query.chosen,
        query.wanted.text,
        query.sort,
        query.unknown,
    )


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("", ""),
        ("q=&kind=&sort=&page=", ""),
        ("page=1", ""),
        ("theme=trust&audience=housing", "audience=housing&theme=trust"),
        ("audience=nhs&audience=housing", "audience=housing&audience=nhs"),
        ("audience[]=housing&audience%5B%5D=nhs", "audience=housing&audience=nhs"),
        ("audience=housing&audience=Housing", "audience=housing"),
        ("role=Chief+Executive&role=senior_manager", "role=chief-executive&role=senior-manager"),
        ("page=2&q=a%20++b&sort=title", "q=a+b&sort=title&page=2"),
        ("q=a&sort=best", "q=a"),
        ("sort=reference", ""),
        ("q=a&sort=reference", "q=a&sort=reference"),
        ("sort=best", ""),
        ("utm_source=x&kind=skill", "kind=skill"),
        ("theme=nothing&theme=trust", "theme=trust&theme=nothing"),
    ],
)
def test_every_spelling_has_one_canonical_form(shelf, asked, canonical):
    assert parse(asked).string == canonical


def test_what_the_address_fixes_is_not_repeated(shelf):
    query = parse("kind=skill&audience=housing", "/findings/", kind="finding")
    assert query.url == "/findings/?audience=housing"
    assert query.count == 2
    assert "kind" not in [facet.key for facet, _ in query.options()]


@pytest.mark.parametrize("page", ["0", "-1", "abc", "1.5", "٢", "1e3", "10000000", str(10**30)])
def test_a_page_that_is_no_number_of_a_page_is_no_page(page):
    with pytest.raises(NoSuchPage):
        parse(urlencode({"page": page}))


def test_a_page_after_the_last_is_no_page(shelf):
    with pytest.raises(NoSuchPage):
        parse("page=2").results()
    assert parse("q=zzzz&page=1").results() == []


def test_unknown_values_are_kept_apart_short_and_few(shelf):
    query = parse(urlencode([("theme", "x" * 99), *(("role", f"r{n}") for n in range(9))]))
    assert query.unknown == (
        ("role", "r0"),
        ("role", "r1"),
        ("role", "r2"),
        ("role", "r3"),
        ("role", "r4"),
    )
    assert parse("theme=" + "x" * 99).unknown == (("theme", "x" * 60),)
    assert query.chosen == {}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("", "3 records"),
        ("kind=finding", "2 findings"),
        ("kind=skill", "1 skill"),
        ("kind=skill&kind=finding", "3 findings or skills"),
        ("audience=housing&theme=trust", "3 records for housing about trust"),
        ("audience=nhs", "No records for the NHS"),
        ("audience=housing&audience=nhs", "3 records for housing or the NHS"),
        ("audience=housing&addressed=all", "3 records for housing as for all readers"),
        ("audience=housing&addressed=named", "No records that name housing"),
        ("addressed=named", "No records that name an audience"),
        ("audience=housing&role=director", "3 records for directors in housing"),
        ("addressed=named&role=director", "No records for directors that name an audience"),
        (
            "role=director&role=senior-manager",
            "3 records for directors or senior managers",
        ),
        (
            "speaker=authors&trail=stated",
            "3 records said by the authors marked as stated in the source",
        ),
        (
            "verdict=stands&source=report-ics18",
            "3 records with the verdict stands from Report ICS18",
        ),
        ("q=title&kind=skill", "1 skill matching “title”"),
    ],
)
def test_a_query_reads_as_a_sentence(shelf, asked, sentence):
    query = parse(asked)
    assert query.sentence(query.count) == sentence


def test_a_sentence_repeats_neither_endless_words_nor_their_direction():
    assert parse("q=" + "a" * 200).sentence(0) == f"No records matching “{'a' * 80}…”"
    assert parse(urlencode({"q": "שלום"})).sentence(0) == "No records matching “\u2068שלום\u2069”"


def test_chips_take_away_one_thing_each(shelf):
    chips = parse("q=title&audience=housing&audience=nhs&sort=reference").chips()
    assert [(chip.name, chip.label, chip.url) for chip in chips] == [
        ("Words", "title", "/browse/?audience=housing&audience=nhs"),
        ("Audience", "Housing", "/browse/?q=title&audience=nhs&sort=reference"),
        ("Audience", "NHS", "/browse/?q=title&audience=housing&sort=reference"),
    ]


def test_orders_are_offered_with_the_usual_one_first_and_without_a_value(shelf):
    assert parse("sort=title").orders() == [
        ("", "Reference", False),
        ("title", "Title", True),
        ("speaker", "Who says so", False),
        ("verdict", "Does it still hold?", False),
        ("changed", "Last changed", False),
    ]
    assert parse("q=title").orders()[:2] == [
        ("", "Best match", True),
        ("reference", "Reference", False),
    ]


def order(asked):
    return [record.reference[-2:] for record in parse(asked).results()]


def test_records_are_sorted_as_asked():
    for reference, title in (("ICS18-F01", "banana"), ("ICS18-F02", "Apple"), ("ICS18-F10", "Cox")):
        factories.record(reference, title=title)
    assert order("") == ["01", "02", "10"]
    assert order("sort=title") == ["02", "01", "10"]
    assert order("sort=changed") == ["10", "02", "01"]


def test_what_readers_are_told_of_comes_first_among_the_last_changed():
    with on("2026-07-03"):
        first, second, third = (published(f"ICS18-F0{number}") for number in (1, 2, 3))
    assert order("sort=changed") == ["01", "02", "03"]
    with on("2026-07-04"):
        change(second, "A comma", body="Minor.")
        third.refresh_from_db()
        third.save()
    assert order("sort=changed") == ["01", "02", "03"]
    with on("2026-07-05"):
        change(second, "A number", body="Major.", is_major=True)
    assert order("sort=changed") == ["02", "01", "03"]
    factories.verdict_on(third, effective_on="2026-07-06")
    factories.verdict_on(first, effective_on="2999-01-01")
    assert order("sort=changed") == ["03", "02", "01"]
    with on("2026-07-07"):
        withdraw(first)
    with on("2026-07-08"):
        publish_again(first)
    assert order("sort=changed") == ["01", "03", "02"]
    assert order("sort=changed&as-at=2026-07-05") == ["01", "02", "03"]


def test_the_verdict_is_the_one_in_force(shelf):
    record = factories.record("ICS18-F09", verdict=Verdict.OVERTAKEN)
    factories.verdict_on(record, Verdict.STANDS, effective_on="2999-01-01")
    assert parse("verdict=overtaken").results() == [record]


def test_the_same_words_everywhere(shelf):
    query = parse("q=title&audience=nhs&page=1", "/skills/", kind="skill")
    everywhere = query.everywhere("/browse/")
    assert (query.count, everywhere.url, everywhere.count) == (0, "/browse/?q=title", 3)
