"""What is promised beside an option is what choosing it gives, held against plain Python."""

from itertools import combinations

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings, strategies

from findings.asking.facets import BY_KEY, FACETS
from findings.asking.query import Query
from findings.models import Addressing, Record, RecordTheme, RoleReading
from findings.reading.evidence import work_of
from findings.vocabulary import Addressed, Method, Role, State, Verdict
from tests import factories

pytestmark = pytest.mark.django_db


def parse(text=""):
    return Query.parse(QueryDict(text), "/browse/")


def counts(key, text=""):
    """{value: number beside it} of a facet."""
    return {option.value: option.count for option in parse(text).options_of(BY_KEY[key])}


class Shelf:
    """All published records, narrowed without a database."""

    def __init__(self):
        records = Record.objects.published().for_page()
        self.records = [(self.values(record), self.addressings(record)) for record in records]

    @staticmethod
    def values(record):
        roles = {reading.role for reading in record.role_readings.all()}
        return {
            "kind": {record.kind},
            "role": roles or set(Role.values),
            "theme": {theme.slug for theme in record.themes.all()},
            "speaker": {record.speaker},
            "evidence": {
                work_of(each).method
                for each in record.citations.all()
                if each.relation == "rests-on"
            },
            "trail": {record.trail},
            "verdict": {record.verdict.verdict} if record.verdict else set(),
            "source": {record.source.slug},
        }

    @staticmethod
    def addressings(record):
        return {(each.audience.slug, each.addressed) for each in record.addressings.all()}

    def count(self, chosen):
        """How many records fit {facet: values}."""
        return sum(self.fits(values, addressings, chosen) for values, addressings in self.records)

    @staticmethod
    def fits(values, addressings, chosen):
        audiences, manners = chosen.get("audience"), chosen.get("addressed")
        addressed = not (audiences or manners) or any(
            (not audiences or audience in audiences) and (not manners or manner in manners)
            for audience, manner in addressings
        )
        rest = {key: some for key, some in chosen.items() if key not in ("audience", "addressed")}
        return addressed and all(values[key] & set(some) for key, some in rest.items())


def test_what_two_facets_promise_is_what_they_give(content):
    """Every pair of options of two facets, and every pair within one."""
    shelf, everything = Shelf(), parse()
    options = [(key, value) for key, some in everything.choices.items() for value, _ in some]
    promised, got, expected = {}, {}, {}
    for first in options:
        query = everything.but(chosen={first[0]: (first[1],)})
        for facet, choices in query.options():
            for option in choices:
                promised[first, (facet.key, option.value)] = option.count
    for first, second in combinations(options, 2):
        both = {first[0]: (first[1],), second[0]: (second[1],)}
        if first[0] == second[0]:
            both = {first[0]: (first[1], second[1])}
            expected[first, second] = shelf.count(both)
            got[first, second] = everything.but(chosen=both).count
            continue
        got[first, second] = got[second, first] = everything.but(chosen=both).count
        expected[first, second] = expected[second, first] = shelf.count(both)
    assert len(options) > 30
    assert got == expected
    between = {pair: count for pair, count in promised.items() if pair[0][0] != pair[1][0]}
    assert between == {pair: got[pair] for pair in between}
    check_many_facets_at_once(shelf)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=strategies.data())
def test_what_is_counted_by_bits_is_what_the_tables_hold(content, data):
    """Several values of several facets, on any day, with and without words."""
    everything = parse(
        data.draw(strategies.sampled_from(["", "q=relationships", "as-at=2019-01-01"]))
    )
    chosen = {
        key: tuple(data.draw(strategies.sets(strategies.sampled_from(values), max_size=3)))
        for key, options in everything.choices.items()
        if (values := [value for value, _ in options]) and data.draw(strategies.integers(0, 3)) == 0
    }
    query = everything.but(
        chosen={key: some for key, some in chosen.items() if some}, as_at=everything.as_at
    )
    held = list(query.records().order_by("sort_key").values_list("pk", flat=True))
    assert (query.pks(), query.count) == (held, len(held))
    assert sorted(query.in_order()) == sorted(held)


def check_many_facets_at_once(shelf):
    """Counts of a facet ignore its own choice and apply all others."""
    query = parse("kind=finding&audience=housing&theme=governance&verdict=stands")
    for facet, choices in query.options():
        for option in choices:
            chosen = {**query.chosen, facet.key: (option.value,)}
            assert option.count == shelf.count(chosen), (facet.key, option.value)


def test_every_facet_offers_all_its_values_in_their_order():
    factories.record("ICS18-F01")
    for position, slug in enumerate(("voluntary", "nhs"), start=1):
        factories.audience(slug, position=position)
    factories.theme("trust", position=2)
    factories.theme("law", position=1)
    assert {facet.key: [value for value, _ in facet.choices()] for facet in FACETS} == {
        "kind": ["finding", "skill", "recommendation"],
        "audience": ["voluntary", "nhs"],
        "addressed": ["named", "all"],
        "role": ["chief-executive", "director", "senior-manager"],
        "theme": ["law", "trust"],
        "speaker": ["leaders", "authors", "policy", "individual", "editors"],
        "evidence": list(Method.values),
        "trail": ["stated", "inferred", "own"],
        "verdict": ["stands", "partly-overtaken", "overtaken", "unsettled", "not-checked"],
        "source": ["report-ics18"],
    }


def test_options_with_nothing_stay_with_a_zero():
    factories.record("ICS18-F01")
    assert counts("kind") == {"finding": 1, "skill": 0, "recommendation": 0}
    assert counts("verdict") == {
        "stands": 1,
        "partly-overtaken": 0,
        "overtaken": 0,
        "unsettled": 0,
        "not-checked": 0,
    }


def test_audience_and_manner_speak_of_the_same_addressing():
    councils, housing = factories.audience("councils"), factories.audience("housing", position=1)
    record = factories.record("ICS18-F01")
    named = {"addressed": Addressed.NAMED, "passage": factories.passage()}
    Addressing.objects.create(record=record, audience=councils, **named)
    Addressing.objects.create(record=record, audience=housing)
    assert parse("audience=housing").count == 1
    assert parse("addressed=named").count == 1
    assert parse("audience=housing&addressed=named").count == 0
    assert parse("audience=councils&addressed=named").count == 1
    assert counts("audience", "addressed=named") == {"councils": 1, "housing": 0}
    assert counts("addressed", "audience=housing") == {"named": 0, "all": 1}


def test_what_names_an_audience_comes_first():
    housing = factories.audience("housing")
    for number, addressed in ((1, Addressed.ALL), (2, Addressed.NAMED), (3, Addressed.ALL)):
        Addressing.objects.create(
            record=factories.record(f"ICS18-F0{number}"),
            audience=housing,
            addressed=addressed,
            passage=factories.passage(),
        )
    results = parse("audience=housing").results()
    assert [record.reference for record in results] == ["ICS18-F02", "ICS18-F01", "ICS18-F03"]


def test_a_record_without_a_role_concerns_all_three():
    RoleReading.objects.create(record=factories.record("ICS18-F01"), role="director", reason="So.")
    factories.record("ICS18-F02")
    assert counts("role") == {"chief-executive": 1, "director": 2, "senior-manager": 1}
    assert parse("role=chief-executive").count == 1
    assert parse("role=director&role=chief-executive").count == 2


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_no_count_knows_of_what_is_not_published(state):
    hidden = factories.record("ICS18-F01", state=state, verdict=Verdict.OVERTAKEN)
    Addressing.objects.create(record=hidden, audience=factories.audience("housing"))
    RecordTheme.objects.create(content_object=hidden, tag=factories.theme("trust"))
    RoleReading.objects.create(record=hidden, role="director", reason="So.")
    query = parse()
    assert query.count == 0
    assert [option.count for _, some in query.options() for option in some if option.count] == []
