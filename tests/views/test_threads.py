"""The threads of the map on other pages are those of real, published links."""

import re

import pytest

from findings.vocabulary import LinkRelation, State
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def linked(db):
    """A finding, a skill and a recommendation in a row, and two audiences of which one is named."""
    factories.home()
    nhs, councils = factories.audience("nhs", position=1), factories.audience(position=2)
    theme = factories.theme("law")
    passage = factories.passage()
    made = [factories.record(each) for each in ("ICS18-F01", "ICS18-S01", "ICS18-R01")]
    for record in made:
        record.addressings.create(audience=nhs)
        record.themes.add(theme)
    made[0].addressings.create(audience=councils, addressed="named", passage=passage)
    made[1].addressings.create(audience=councils)
    made[0].links.create(relation=LinkRelation.CALLS_FOR, target=made[1])
    made[2].links.create(relation=LinkRelation.BUILDS, target=made[1])
    made[2].links.create(relation=LinkRelation.RESTS_ON, target=made[0])
    return made


def drawings(client, path):
    """The drawings of threads on a page, in their order."""
    html = client.get(path).content.decode()
    return re.findall(r'<svg class="map[^>]*>.*?</svg>', html, re.S)


def strands(drawing):
    return re.findall(r'class="(s [\w -]+)"', drawing)


@pytest.mark.parametrize("path", ["/", "/for/nhs/", "/themes/law/", "/findings/ICS18-F01/"])
def test_without_links_there_are_no_threads(client, path):
    factories.audience("nhs")
    factories.theme("law")
    factories.record("ICS18-F01")
    assert [strands(each) for each in drawings(client, path) if strands(each)] == []


def test_the_home_page_has_threads_beside_its_head(client, linked):
    [threads] = drawings(client, "/")
    assert 'aria-hidden="true"' in threads
    assert strands(threads) == ["s stroke-nhs", "s stroke-councils named"]


def test_an_audience_has_its_own_strands_alone(client, linked):
    [nhs] = drawings(client, "/for/nhs/")
    [councils] = drawings(client, "/for/councils/")
    assert (strands(nhs), nhs.count("M")) == (["s stroke-nhs"], 2)
    assert (strands(councils), councils.count("M")) == (["s stroke-councils named"], 1)
    assert 'aria-hidden="true"' in nhs


def test_a_theme_has_the_threads_of_its_records(client, linked):
    factories.theme("trust")
    [law] = drawings(client, "/themes/law/")
    assert strands(law) == ["s stroke-nhs", "s stroke-councils named"]
    assert drawings(client, "/themes/trust/") == []
    assert drawings(client, "/findings/") == []


@pytest.mark.parametrize("number", range(3))
def test_a_record_shows_the_way_through_it(client, linked, number):
    own = linked[number]
    [way] = drawings(client, own.get_absolute_url())
    assert re.findall(r'href="([^"]+)"', way) == [each.get_absolute_url() for each in linked]
    assert len(re.findall(r'class="box own"', way)) == 1
    assert f"{own.reference[-3:]} {own.title}" in way
    assert 'aria-label="What it rests on and what it leads to"' in way


def test_the_way_keeps_the_day_that_a_reader_looks_at(client, linked):
    [way] = drawings(client, "/findings/ICS18-F01/?as-at=2023-01-01")
    assert set(re.findall(r'href="[^"?]+(\?[^"]+)"', way)) == {"?as-at=2023-01-01"}


@pytest.mark.parametrize(
    "path", ["/", "/for/nhs/", "/themes/law/", *("/findings/ICS18-F01/", "/skills/ICS18-S01/")]
)
def test_threads_to_what_is_not_published_are_on_no_page(client, linked, path):
    before = drawings(client, path)
    secret = factories.record("ICS18-R09", title="Secret", state=State.DRAFT)
    secret.themes.add(factories.models.Theme.objects.get())
    secret.addressings.create(audience=factories.models.Audience.objects.first())
    secret.links.create(relation=LinkRelation.RESTS_ON, target=linked[0])
    secret.links.create(relation=LinkRelation.BUILDS, target=linked[1])
    assert drawings(client, path) == before
