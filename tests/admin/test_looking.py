"""Ten verdicts looked at again in a row: each kept by itself, nothing typed lost."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from findings.models import Version
from findings.publishing.versions import Note, keep
from findings.vocabulary import State, Verdict
from tests import factories
from tests.groups import editor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("verdicts_age")]

PAGE = reverse("admin:findings_verdict_due")


def old(number, **fields):
    record = factories.record(f"ICS18-F{number}", verdict=None, **fields)
    day = datetime.date(2020, 1, number)
    factories.verdict_on(record, Verdict.STANDS, checked_on=day)
    keep(record, Note("form"))
    return record


@pytest.fixture
def three():
    return [old(number) for number in (10, 11, 12)]


@pytest.fixture
def reviewer(client):
    client.force_login(editor("reviewer"))
    return client


def opened(client, **reasons):
    """What the page sends with these `reasons` written, by reference without its report."""
    sent = {}
    for row in client.get(PAGE).context["rows"]:
        key = row["record"].pk
        sent[f"{key}-seen"] = row["form"]["seen"].value()
        sent[f"{key}-because"] = reasons.get(row["record"].code, "")
    return sent


def looked_at():
    lines = Version.objects.filter(via="action").order_by("record__sort_key")
    return [(version.record.code, version.line) for version in lines]


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_what_is_written_is_kept_and_the_rest_comes_again(reviewer, three):
    sent = opened(reviewer, F10="because the Act still stands.", F12="nothing new")
    answer = reviewer.post(PAGE, sent)
    assert (answer.status_code, answer.url) == (302, PAGE)
    stem = "Looked again: the verdict still holds, because"
    kept = [("F10", f"{stem} the Act still stands."), ("F12", f"{stem} nothing new")]
    assert looked_at() == kept
    assert [row["record"].code for row in reviewer.get(PAGE).context["rows"]] == ["F11"]
    reviewer.post(PAGE, sent)
    assert looked_at() == kept


def test_what_can_not_be_kept_stands_there_again_with_the_reason(reviewer, three):
    sent = opened(reviewer, F10="nothing new", F11="mine", F12="x" * 151)
    reviewer.post(PAGE, opened(reviewer, F11="somebody quicker"))
    page = reviewer.post(PAGE, sent)
    assert page.status_code == 200
    assert [code for code, _ in looked_at()] == ["F10", "F11"]
    assert "Not kept: 2. See below." in said(page)
    rows = {row["record"].code: row["form"] for row in page.context["rows"]}
    assert {code: form["because"].value() for code, form in rows.items()} == {
        "F11": "mine",
        "F12": "x" * 151,
    }
    told = page.content.decode()
    assert "Somebody else has changed its verdicts meanwhile." in told
    assert "at most 150 characters" in told
    seen = Version.objects.filter(record__reference="ICS18-F11").latest("pk").pk
    assert rows["F11"]["seen"].value() == seen


def test_strange_keys_are_no_rows(reviewer, three):
    sent = {"9" * 18 + "-seen": "1", "0-seen": "1", "x-seen": "1", f"{three[0].pk}-seen": "-1"}
    page = reviewer.post(PAGE, {**sent, f"{three[0].pk}-because": "so"})
    assert (page.status_code, looked_at()) == (200, [])


def test_authors_look_and_confirm_nothing(client, three):
    client.force_login(editor("author"))
    page = client.get(PAGE)
    assert "because …" not in page.content.decode()
    assert client.post(PAGE, opened(client, F10="so")).status_code == 403


def test_drafts_are_not_asked_about(reviewer, three):
    old(13, state=State.DRAFT)
    assert len(reviewer.get(PAGE).context["rows"]) == 3


def test_a_month_is_asked_for_as_a_month(reviewer, three):
    assert len(reviewer.get(PAGE, {"month": "overdue"}).context["rows"]) == 3
    assert reviewer.get(PAGE, {"month": "2027-07"}).context["rows"] == []
    assert reviewer.get(PAGE, {"month": "9999-12"}).context["rows"] == []
    answers = {month: reviewer.get(PAGE, {"month": month}).status_code for month in STRANGE}
    assert answers == dict.fromkeys(STRANGE, 400)


STRANGE = ["2027-13", "0000-01", "2027", "x", "２０２７-01"]


def test_who_confirms_is_told_that_the_site_knows_less(reviewer, three):
    factories.home(knowledge_date=timezone.localdate() - datetime.timedelta(days=1))
    assert "ask a manager to move that day" in reviewer.get(PAGE).content.decode()


@pytest.mark.alike
def test_the_page_costs_the_same_for_many(reviewer, three, django_assert_num_queries):
    with django_assert_num_queries(13) as few:
        reviewer.get(PAGE)
    for number in range(13, 25):
        old(number)
    with django_assert_num_queries(len(few)):
        assert len(reviewer.get(PAGE).context["rows"]) == 10
