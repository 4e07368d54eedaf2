"""What the lists of records say of each, and what they cost."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.vocabulary import Addressed, State, Verdict
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

LIST = reverse("admin:findings_record_changelist")


def columns(page, name):
    """{reference: text of the column} of a list."""
    cl = page.context["cl"]
    return {each.reference: getattr(cl.model_admin, name)(each) for each in cl.result_list}


def test_a_row_says_whether_it_holds_for_whom_and_how_far_it_is(admin_client, verdicts_age):
    housing, councils = factories.audience("housing"), factories.audience("councils")
    named = factories.record("ICS18-F01", recheck_since=datetime.date(2026, 7, 9))
    place = factories.passage()
    named.addressings.create(audience=housing, addressed=Addressed.NAMED, passage=place)
    named.addressings.create(audience=councils, addressed=Addressed.ALL)
    old = factories.record("ICS18-F02", verdict=None)
    factories.verdict_on(old, Verdict.OVERTAKEN, checked_on=datetime.date(2020, 1, 1))
    for audience in (housing, councils):
        old.addressings.create(audience=audience, addressed=Addressed.ALL)
    moment = datetime.datetime(2031, 1, 15, 9, tzinfo=timezone.get_current_timezone())
    factories.record("ICS18-F03", verdict=None, state=State.DRAFT, publish_at=moment)

    page = admin_client.get(LIST)

    assert columns(page, "holds") == {
        "ICS18-F01": "Stands; under review since 9 July 2026",
        "ICS18-F02": "Overtaken, may be out of date",
        "ICS18-F03": "No verdict",
    }
    assert columns(page, "is_for") == {
        "ICS18-F01": "Housing by name",
        "ICS18-F02": "2 sectors, none by name",
        "ICS18-F03": "Nobody yet",
    }
    assert columns(page, "stage") == {
        "ICS18-F01": "Published",
        "ICS18-F02": "Published",
        "ICS18-F03": "Draft, to be published on 15 January 2031, 09:00",
    }


def test_days_are_spelt_as_on_the_site(admin_client):
    record = factories.record("ICS18-F01")
    changed = timezone.localtime(record.changed_at)
    page = admin_client.get(LIST).content.decode()
    assert f"{changed:%-d %B %Y, %H:%M}" in page


def test_a_list_costs_the_same_for_many(admin_client, django_assert_num_queries):
    housing = factories.audience("housing")
    for number in range(1, 3):
        factories.record(f"ICS18-F0{number}").addressings.create(
            audience=housing, addressed=Addressed.ALL
        )
    with django_assert_num_queries(11) as few:
        admin_client.get(LIST)
    for number in range(10, 30):
        factories.record(f"ICS18-F{number}").addressings.create(
            audience=housing, addressed=Addressed.ALL
        )
    with django_assert_num_queries(len(few)):
        admin_client.get(LIST)


def test_only_the_filter_that_narrows_stands_open(admin_client):
    factories.record("ICS18-F01")
    page = admin_client.get(LIST, {"state__exact": "published"}).content.decode()
    assert page.count("data-filter-title") == 5
    assert page.count('<details data-filter-title="state" open>') == 1
    assert page.count("open>") == 1


def test_the_search_of_a_list_stays_in_the_list(admin_client):
    for reference, title in (("ICS18-F01", "On trust"), ("ICS18-F02", "On money")):
        factories.record(reference, title=title)
    assert 'id="searchbar"' in admin_client.get(LIST).content.decode()
    found = admin_client.get(LIST, {"q": "trust"}).context["cl"].result_list
    assert [each.reference for each in found] == ["ICS18-F01"]
