"""Whether words stand in a record: exactly, though overtaken, no longer, or never."""

import pytest

from findings.models import AudienceNote
from findings.publishing.erasing import redact
from findings.reading.quotations import is_long_enough, verify
from findings.vocabulary import Outcome, Verdict
from tests import factories, histories

pytestmark = pytest.mark.django_db

SAID = "Leaders “held” the room – and trust – at Café Nero every week."


@pytest.mark.parametrize(
    "typed",
    [
        "Leaders “held” the room – and trust – at Café Nero every week.",
        'leaders "held" the room - and trust',
        "  THE ROOM — AND\n trust — at  café nero ",
        "… at Cafe\u0301 Nero every week",
    ],
)
def test_a_quotation_is_known_as_it_comes_out_of_a_mail(typed):
    record = histories.published("ICS18-F01", summary=SAID)
    found = verify(typed)
    assert (found.outcome, found.record, found.version.number) == (Outcome.EXACT, record, 1)


@pytest.mark.parametrize("typed", ["held the house and trust", "Nero every week. Leaders held"])
def test_words_that_nobody_wrote_so_were_never_said(typed):
    histories.published("ICS18-F01", summary=SAID)
    assert verify(typed).outcome == Outcome.NEVER_SAID


def test_what_an_earlier_version_said_has_changed():
    record = histories.published("ICS18-F01", summary=SAID)
    histories.change(record, summary="Leaders left the room.")
    histories.change(record, title="Another title of it")
    found = verify("held” the room – and trust")
    assert (found.outcome, found.version.number, found.newest) == (Outcome.CHANGED, 1, 3)
    assert verify("Leaders left the room").version.number == 3


def test_what_has_been_overtaken_says_so_and_what_stands_goes_first():
    factories.audience("councils")
    histories.published("ICS18-F01", summary=SAID, verdict=Verdict.OVERTAKEN)
    assert verify(SAID).outcome == Outcome.OVERTAKEN
    histories.published("ICS18-F02", summary=SAID)
    found = verify(SAID)
    assert (found.outcome, found.record.reference) == (Outcome.EXACT, "ICS18-F02")
    assert verify(SAID, "ICS18-F01").outcome == Outcome.OVERTAKEN


def test_what_is_asked_of_an_audience_and_why_it_holds_can_be_quoted():
    record = histories.published("ICS18-R01")
    text = "Ask the finance lead for one number."
    AudienceNote.objects.create(
        record=record, audience=record.addressings.get().audience, text=text
    )
    histories.change(record)
    assert verify(text).outcome == Outcome.EXACT
    assert verify("Why we say so.").outcome == Outcome.EXACT


def test_nothing_is_said_of_what_readers_can_not_see():
    factories.record("ICS18-F09", summary=SAID, state="draft")
    withdrawn = histories.published("ICS18-F01", summary=SAID)
    histories.withdraw(withdrawn)
    redacted = histories.published("ICS18-F02", summary=SAID)
    histories.change(redacted, summary="Other words stand here now.")
    redact(redacted.versions.get(number=1), "It named a person.")
    assert verify(SAID).outcome == Outcome.NEVER_SAID
    assert verify("Other words stand here now").outcome == Outcome.EXACT


def test_a_few_words_prove_nothing():
    assert [is_long_enough(text) for text in ("“the three words.”", "these are four words")] == [
        False,
        True,
    ]
