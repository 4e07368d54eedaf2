"""The front page of the admin: what waits, for those who may look at it."""

import datetime

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from findings.models import Miss
from findings.publishing import edits, schedule, versions
from findings.vocabulary import LinkOutcome, State, Verdict
from tests import factories
from tests.groups import editor

pytestmark = pytest.mark.django_db

FRESH = timezone.localdate()


def record(reference, **fields):
    made = factories.record(reference, verdict=None, **fields)
    factories.verdict_on(made, Verdict.STANDS, checked_on=FRESH)
    versions.keep(made, versions.Note("form", line=f"Made {reference}"))
    return made


@pytest.fixture
def one_of_each():
    record("ICS18-F01", state=State.IN_REVIEW)
    row = edits.working_row(pending := record("ICS18-F02"))
    edits.save(pending, row, {**row, "title": "Pending"}, versions.Note("form"))
    row = edits.working_row(aside := record("ICS18-F03", state=State.DRAFT))
    for title in ("One", "Two", "Three"):
        edits.save(aside, row, {**row, "title": title}, versions.Note("form"))
    schedule.plan(record("ICS18-F04", state=State.DRAFT), timezone.now())
    refused = record("ICS18-F05", state=State.DRAFT, publish_fault="summary is missing.")
    assert refused.publish_fault
    record("ICS18-F06", recheck_since=FRESH)
    old = factories.record("ICS18-F07", verdict=None)
    factories.verdict_on(old, Verdict.STANDS, checked_on=datetime.date(2020, 1, 1))
    Miss.objects.create(words="lanterns", last_on=FRESH, days=3)
    factories.web_address("https://example.org/gone", LinkOutcome.BROKEN)
    factories.web_address("https://example.org/there")


def front(client, group):
    client.force_login(editor(group))
    return client.get(reverse("admin:index"))


def waiting(page):
    return {task.label: task.count for task in page.context["tasks"]}


@pytest.mark.usefixtures("verdicts_age")
def test_everything_that_waits_is_counted(client, one_of_each):
    assert waiting(front(client, "manager")) == {
        "To review": 1,
        "Pending edits": 1,
        "Set aside: choose between two texts": 1,
        "Planned to be published": 1,
        "Planned, and could not be published": 1,
        "Verdict in question": 1,
        "Verdict that may be out of date": 1,
        "Words that found nothing": 1,
        "Broken links": 1,
    }


def test_each_count_is_the_length_of_the_list_that_it_leads_to(client, one_of_each):
    for task in front(client, "manager").context["tasks"]:
        found = client.get(task.url).context["cl"]
        assert (task.label, found.result_count) == (task.label, task.count)


def test_an_author_is_not_shown_what_managers_alone_see(client, one_of_each):
    page = front(client, "author")
    assert "Words that found nothing" not in waiting(page)
    assert "lanterns" not in page.content.decode()
    assert "To review" in waiting(page)


def test_the_latest_changes_are_listed_with_who_and_why(client, one_of_each):
    page = front(client, "author").content.decode()
    assert "Made ICS18-F06" in page
    assert "the site" in page


def test_nothing_waits_in_an_empty_site(client):
    assert "Nothing waits." in front(client, "manager").content.decode()


@pytest.mark.alike
def test_the_front_page_costs_the_same_for_many(client, one_of_each, django_assert_num_queries):
    client.force_login(editor("manager"))
    client.get(reverse("admin:index"))
    for number in range(10, 40):
        record(f"ICS18-F{number}", state=State.IN_REVIEW)
    with django_assert_num_queries(19):
        client.get(reverse("admin:index"))


def test_no_list_is_edited_in_place():
    registered = admin.site._registry.values()
    assert [each for each in registered if each.list_editable] == []
