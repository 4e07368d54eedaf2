import pytest
from django.utils import timezone

from findings.models import Record, Withdrawal
from findings.publishing import references, states
from findings.vocabulary import State
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    record = factories.record("ICS18-F01", state=State.DRAFT)
    references.claim("ICS18-F01", record.source, "F")
    record.addressings.create(audience=factories.audience())
    factories.cite(record, factories.passage())
    return record


def test_a_draft_becomes_published_with_its_moment(draft):
    assert draft.published_at is None
    published = states.move(draft, State.PUBLISHED)
    assert published.state == State.PUBLISHED
    assert Record.objects.published().get().published_at is not None


def test_a_withdrawn_record_keeps_the_moment_of_its_first_publication(draft):
    first = states.move(draft, State.PUBLISHED).published_at
    states.move(draft, State.WITHDRAWN, why="It was wrong.")
    assert not Record.objects.published().exists()
    assert states.move(draft, State.PUBLISHED).published_at == first


@pytest.mark.parametrize(
    ("state", "goal"),
    [
        (State.DRAFT, State.WITHDRAWN),
        (State.PUBLISHED, State.DRAFT),
        (State.PUBLISHED, State.IN_REVIEW),
        (State.PUBLISHED, State.PUBLISHED),
        (State.WITHDRAWN, State.DRAFT),
    ],
)
def test_other_moves_are_refused(draft, state, goal):
    Record._base_manager.update(state=state)
    with pytest.raises(states.Refused, match=r"ICS18-F01: It is .* and can't become .*\."):
        states.move(draft, goal)
    assert Record.objects.get().state == state


def test_a_record_that_breaks_a_rule_is_not_published(draft):
    draft.addressings.all().delete()
    with pytest.raises(states.Refused) as refusal:
        states.move(draft, State.PUBLISHED)
    assert refusal.value.reasons == ["audiences are missing: nobody is addressed."]
    assert Record.objects.get().state == State.DRAFT


def test_a_withdrawal_keeps_its_reason_and_successor_until_the_record_comes_back(draft):
    states.move(draft, State.PUBLISHED)
    other = factories.record("ICS18-F02")
    states.move(draft, State.WITHDRAWN, why="It was wrong.", successor=other)
    withdrawal = Withdrawal.objects.get()
    assert (withdrawal.record, withdrawal.why, withdrawal.successor) == (
        draft,
        "It was wrong.",
        other,
    )
    assert withdrawal.withdrawn_on == timezone.localdate()
    assert draft.versions.last().line == "It was wrong."
    states.move(draft, State.PUBLISHED)
    assert not Withdrawal.objects.exists()


def test_a_withdrawal_needs_a_reason_and_another_record_as_successor(draft):
    states.move(draft, State.PUBLISHED)
    for answers, reason in (
        ({}, "Say why it is withdrawn: readers see the reason."),
        ({"why": "Wrong.", "successor": draft}, "It can't be its own successor."),
    ):
        with pytest.raises(states.Refused) as refusal:
            states.move(draft, State.WITHDRAWN, **answers)
        assert refusal.value.reasons == [reason]
    assert Record.objects.get().is_published
