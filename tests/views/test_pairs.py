"""Every pair of facet values: the same records in the same order on the page and in the data."""

from itertools import combinations, cycle

import pytest

from findings.asking.facets import FACETS
from findings.models import Addressing, RoleReading
from findings.vocabulary import Addressed, Role, Speaker, Trail, Verdict
from tests import factories, histories
from tests.views.files import references
from tests.views.test_lists import on_pages

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LETTERS = "FSRFSRFSR"


@pytest.fixture
def shelf():
    """Few short records, which bear every value of every facet but one audience."""
    factories.home()
    themes = cycle([factories.theme("law"), factories.theme("trust")])
    councils, housing = factories.audience("councils"), factories.audience("housing")
    factories.audience("nhs")
    seen = factories.passage(factories.report())
    trails = [Trail.STATED, Trail.INFERRED, Trail.STATED, Trail.STATED, Trail.OWN]
    said = cycle(zip(Speaker, trails, strict=True))
    verdicts, manners, roles = cycle(Verdict), cycle(Addressed), cycle([*Role, None])
    with histories.on("2026-07-03"):
        for number, letter in enumerate(LETTERS, start=1):
            speaker, trail = next(said)
            record = factories.record(
                f"ICS18-{letter}{number:02}", speaker=speaker, trail=trail, verdict=next(verdicts)
            )
            record.themes.add(next(themes))
            for audience in (councils, housing)[number % 2 :]:
                Addressing.objects.create(
                    record=record, audience=audience, passage=seen, addressed=next(manners)
                )
            if role := next(roles):
                RoleReading.objects.create(record=record, role=role, reason="Why.")
            histories.keep(record, histories.EDITOR)


def test_every_pair_of_facet_values_finds_the_same_in_the_same_order_in_every_form(client, shelf):
    values = [(facet.key, value) for facet in FACETS for value, _ in facet.choices()]
    found = set()
    for number, pair in enumerate(combinations(values, 2)):
        asked = {key: [value for name, value in pair if name == key] for key, _ in pair}
        expected = on_pages(client, "/browse/", asked)
        found.add(tuple(expected))
        # The other forms read the same query, so that each is asked of a part of the pairs.
        for form in ("json", ("csv", "xlsx", "atom")[number % 3]):
            assert (asked, references(client, "/browse", form, asked)) == (asked, expected)
    assert len(found) > 20
