"""The front page of the admin: what waits, for those who may look at it, and what can be edited."""

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
    planned = factories.development("merger", status="planned", date=datetime.date(2020, 4, 1))
    planned.bears_on.add(old)


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
        "Drafts": 3,
        "Verdict in question": 1,
        "Verdicts to look at this week": 1,
        "Verdict that may be out of date": 1,
        "Words that found nothing": 1,
        "Broken links": 1,
        "Planned for a day that is over: did it happen?": 1,
    }


@pytest.mark.usefixtures("verdicts_age")
def test_each_count_is_the_length_of_the_list_that_it_leads_to(client, one_of_each):
    for task in front(client, "manager").context["tasks"]:
        found = client.get(task.url).context
        length = found["cl"].result_count if "cl" in found else len(found["rows"])
        assert (task.label, length) == (task.label, task.count)


@pytest.mark.usefixtures("verdicts_age")
def test_each_line_leads_to_where_it_is_mended(client, one_of_each):
    event = factories.development("act", title="The Act", date=datetime.date(2022, 7, 1))
    record("ICS18-F08", recheck_since=FRESH, recheck_because=event)
    lines = [
        (task.label, line)
        for task in front(client, "manager").context["tasks"]
        for line in task.lines
    ]
    assert {label: client.get(line.url).status_code for label, line in lines} == {
        label: 200 for label, _ in lines
    }
    notes = {(label, line.text): line.note for label, line in lines}
    assert notes["Verdict in question", "ICS18-F08 Title of ICS18-F08"] == "1 July 2022: The Act"
    assert notes["Pending edits", "ICS18-F02 Title of ICS18-F02"] == (
        "by the site; waits for a reviewer"
    )
    assert notes["Planned, and could not be published", "ICS18-F05 Title of ICS18-F05"] == (
        "summary is missing."
    )
    late = "Planned for a day that is over: did it happen?"
    assert notes[late, "Title of merger"] == "1 April 2020; touches ICS18-F07"
    urls = {label: line.url for label, line in lines}
    assert urls["Words that found nothing"].endswith("/synonym/add/?phrases=lanterns")
    assert "/set-aside/" in urls["Set aside: choose between two texts"]
    assert "/source/" in urls["Broken links"]
    row = urls["Verdicts to look at this week"]
    assert f'id="{row.partition("#")[2]}"' in client.get(row).content.decode()


def test_a_text_that_was_set_aside_waits_for_whoever_wrote_it(client):
    jo, kim = editor("author", "jo"), editor("author", "kim")
    row = edits.working_row(made := record("ICS18-F03", state=State.DRAFT))
    for title in ("One", "Two"):
        edits.save(made, row, {**row, "title": title}, versions.Note("form", by=jo))
    label = "Set aside: choose between two texts"
    counted = {}
    for user in (jo, kim, editor("reviewer")):
        client.force_login(user)
        counted[user.username] = waiting(client.get(reverse("admin:index"))).get(label, 0)
        listed = client.get(reverse("admin:findings_record_changelist"), {"waits": "aside"})
        assert listed.context["cl"].result_count == counted[user.username]
    assert counted == {"jo": 1, "kim": 0, "reviewer": 1}


def test_five_kinds_of_text_stand_open_and_the_rest_is_folded(client):
    groups = front(client, "manager").context["app_list"]
    assert [(group["name"], group["folded"]) for group in groups][:2] == [
        ("Every day", False),
        ("Other texts for readers", True),
    ]
    assert [model["object_name"] for model in groups[0]["models"]] == [
        *("Recommendation", "Finding", "Skill", "Source", "Development")
    ]
    assert all(group["folded"] for group in groups[1:])


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
    with django_assert_num_queries(24):
        client.get(reverse("admin:index"))


def test_no_list_is_edited_in_place():
    registered = admin.site._registry.values()
    assert [each for each in registered if each.list_editable] == []
