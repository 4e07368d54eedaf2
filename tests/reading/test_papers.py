"""The records of a paper as they stand today."""

import datetime

import pytest
from django.http import QueryDict

from findings.asking.paper import Paper
from findings.publishing.erasing import redact
from findings.reading.papers import Caution, fill
from findings.vocabulary import State, Verdict
from tests import factories, histories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    """A day on which the verdicts of factories are fresh."""
    with histories.on("2026-08-02"):
        yield


def filled(query):
    return fill(Paper.parse(QueryDict(query)))


def only(query):
    found = filled(query)
    assert found.remarks == ()
    return found.entries[0]


@pytest.fixture
def changed():
    record = histories.published("ICS18-F03", title="Old title")
    histories.change(record, title="New title")
    return record


def test_a_record_follows_its_newest_text(changed):
    entry = only("record=ICS18-F03")
    assert (entry.heading, entry.number, entry.newest) == ("New title", 2, 2)
    assert entry.cautions == []


def test_a_pinned_record_stays_and_says_that_there_is_a_newer(changed):
    entry = only("record=ICS18-F03@1")
    assert (entry.heading, entry.number, entry.newest) == ("Old title", 1, 2)
    assert entry.cautions == [
        Caution("This paper stays at version 1.", "There is a newer text: version 2.")
    ]
    assert only("record=ICS18-F03@2").cautions == []


def test_a_version_that_was_redacted_has_no_text(changed):
    redact(changed.versions.get(number=1), "It named a person.")
    entry = only("record=ICS18-F03@1")
    assert (entry.edition, entry.heading) == (None, "ICS18-F03@1 was redacted")
    assert entry.instead == changed
    assert entry.cautions == [
        Caution(
            "Version 1 was redacted.",
            "Its text is no longer here. The editors’ reason: It named a person.",
        )
    ]


@pytest.mark.usefixtures("verdicts_age")
def test_what_no_longer_holds_and_what_is_old_says_so():
    histories.published("ICS18-F03", verdict=Verdict.PARTLY_OVERTAKEN)
    with histories.on("2027-09-01"):
        said = only("record=ICS18-F03").cautions
    assert said == [
        Caution(
            "Partly overtaken.",
            f"{Verdict.PARTLY_OVERTAKEN.meaning} Why we say so.",
            "partly-overtaken",
        ),
        Caution("The verdict may be out of date.", "It rests on nothing later than 2 July 2026."),
    ]


def test_what_is_under_review_says_so():
    record = histories.published("ICS18-F03")
    record.recheck_since = datetime.date(2026, 6, 3)
    record.save()
    assert [caution.label for caution in only("record=ICS18-F03").cautions] == [
        "Under review since 3 June 2026."
    ]


def test_what_was_withdrawn_is_gone_and_names_its_successor():
    record = histories.published("ICS18-F03", title="Secret title", summary="Secret.")
    other = histories.published("ICS18-F04", title="The better one")
    with histories.on("2026-07-05"):
        histories.withdraw(record, "It was wrong.", other)
    for name in ("ICS18-F03", "ICS18-F03@1"):
        entry = only(f"record={name}&note-ICS18-F03=Mine")
        assert (entry.heading, entry.edition) == ("Finding ICS18-F03 is gone", None)
        assert (entry.instead, entry.place.note, entry.state) == (other, "Mine", "Withdrawn")
        assert entry.cautions == [
            Caution(
                "The editors withdrew it on 5 July 2026.",
                "Their reason: It was wrong. Please don’t quote it any more.",
            )
        ]
    histories.withdraw(other)
    assert only("record=ICS18-F03").instead is None


@pytest.mark.parametrize(
    ("why", "said"),
    [("It was wrong", "It was wrong."), ("Wrong? ", "Wrong?"), ("It was wrong. ", "It was wrong.")],
)
def test_the_reason_of_a_withdrawal_is_one_sentence(why, said):
    histories.withdraw(histories.published("ICS18-F03"), why)
    [caution] = only("record=ICS18-F03").cautions
    assert caution.text == f"Their reason: {said} Please don’t quote it any more."


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_what_readers_never_saw_is_as_unknown_as_what_never_was(state):
    factories.record("ICS18-F07", title="Secret", state=state)
    histories.published("ICS18-F03")
    found = filled("record=ICS18-F07&record=ICS18-F03&record=ICS18-F99&record=ICS18-F03")
    assert [entry.place.name for entry in found.entries] == ["ICS18-F03"]
    assert found.paper.references == ["ICS18-F03"]
    assert found.remarks == ("We don’t know ICS18-F07 and ICS18-F99, so we left them out.",)


def test_a_version_that_never_was_is_unknown():
    histories.published("ICS18-F03")
    found = filled("record=ICS18-F03@2")
    assert (found.entries, found.remarks) == (
        [],
        ("We don’t know ICS18-F03@2, so we left it out.",),
    )
