"""The digest against a plain account of what readers saw at the end of each day."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findings.models import Record
from findings.publishing import erasing
from findings.publishing.versions import Note, keep
from findings.reading.changes import changes_since, with_differences
from findings.vocabulary import State, Verdict, Via
from tests import factories
from tests.histories import change, on, publish_again, published, withdraw

pytestmark = pytest.mark.django_db

START = datetime.date(2026, 1, 1)


def day(number):
    return START + datetime.timedelta(days=number)


def references(since, today):
    return sorted(each.record.reference for each in changes_since(since, today))


def told(changes):
    return [
        (each.record.reference, [(step.what, step.version.number) for step in each.steps])
        for each in changes
    ]


def test_a_publication_a_change_and_a_withdrawal_are_each_a_change():
    with on(day(0)):
        kept, changed, gone = (published(f"ICS18-F0{number}") for number in (1, 2, 3))
    with on(day(2)):
        change(changed, "Reworded", is_major=True, title="Another title")
    with on(day(3)):
        withdraw(gone)
        published("ICS18-R01")

    found = changes_since(day(1), day(9))

    assert told(found) == [
        ("ICS18-F03", [("withdrawn", None)]),
        ("ICS18-R01", [("published", 1)]),
        ("ICS18-F02", [("changed", 2)]),
    ]
    assert [each.day for each in found] == [day(3), day(3), day(2)]
    assert [each.is_major for each in found] == [True, True, True]
    assert [each.is_withdrawn for each in found] == [True, False, False]
    assert kept.reference not in references(day(1), day(9))
    assert references(day(4), day(9)) == []
    assert references(None, day(9)) == ["ICS18-F01", "ICS18-F02", "ICS18-F03", "ICS18-R01"]


def test_the_day_itself_counts():
    with on(day(2)):
        published()
    assert references(day(2), day(2)) == ["ICS18-F01"]
    assert references(day(3), day(9)) == []


def test_one_difference_leads_from_what_readers_knew_to_what_they_find_now():
    with on(day(0)):
        record = published(title="One thing")
    for number, title in ((2, "Two thing"), (3, "Three thing")):
        with on(day(number)):
            change(record, title=title)
    (found,) = with_differences(changes_since(day(1), day(9)))
    assert (found.old.number, found.new.number) == (1, 3)
    (difference,) = found.differences
    assert [piece.text for piece in difference.pieces] == ["One", "Three", " thing"]
    assert [step.version.number for step in found.steps] == [3, 2]


def test_what_came_out_and_changed_since_is_compared_with_what_came_out():
    with on(day(2)):
        record = published(title="One thing")
        assert changes_since(day(1), day(9))[0].old is None
    with on(day(3)):
        change(record, title="Two thing")
    (found,) = changes_since(day(1), day(9))
    assert (found.old.number, found.new.number) == (1, 2)


def test_changed_and_changed_back_is_no_change():
    with on(day(0)):
        record = published(title="One")
    with on(day(2)):
        change(record, title="Two")
    with on(day(3)):
        change(record, title="One")
    assert references(day(1), day(9)) == []
    assert references(day(3), day(9)) == ["ICS18-F01"]


def test_a_verdict_that_takes_effect_by_itself_is_a_change_on_its_day():
    with on(day(0)):
        record = published()
        factories.verdict_on(record, Verdict.OVERTAKEN, effective_on=day(5), reason="A law.")
        keep(record, Note(Via.FORM, line="A law is coming"))
    assert references(day(1), day(4)) == []
    (found,) = changes_since(day(1), day(5))
    assert told([found]) == [("ICS18-F01", [("effect", 2)])]
    assert (found.day, found.is_major) == (day(5), True)
    assert references(day(6), day(9)) == []


def test_a_minor_edit_is_a_change_that_alerts_nobody():
    with on(day(0)):
        record = published()
    with on(day(2)):
        change(record, title="Two", is_major=False)
    (found,) = changes_since(day(1), day(9))
    assert not found.is_major


def test_what_readers_do_not_see_is_no_change():
    with on(day(0)):
        record = published()
    with on(day(2)):
        change(record, claims="C1")
        draft = factories.record("ICS18-F09", state=State.DRAFT)
        change(draft, title="Another")
    assert references(day(1), day(9)) == []
    assert references(None, day(9)) == ["ICS18-F01"]


def test_withdrawn_and_published_again_unchanged_is_no_change():
    with on(day(0)):
        record = published()
    with on(day(2)):
        withdraw(record)
    with on(day(3)):
        publish_again(record)
    assert references(day(1), day(9)) == []
    assert told(changes_since(day(3), day(9))) == [("ICS18-F01", [("again", 1)])]


def test_published_and_withdrawn_since_is_a_withdrawal():
    with on(day(2)):
        record = published()
    with on(day(3)):
        withdraw(record)
    assert told(changes_since(day(1), day(9))) == [("ICS18-F01", [("withdrawn", None)])]


def test_of_a_redacted_text_no_difference_is_shown():
    with on(day(0)):
        record = published(title="Secret title")
    with on(day(2)):
        change(record, title="Plain title")
        erasing.redact(record.versions.get(number=1), "A reason")
    (found,) = with_differences(changes_since(day(1), day(9)))
    assert found.differences is None


@pytest.mark.alike
def test_the_digest_costs_the_same_for_many(django_assert_max_num_queries):
    def add(number):
        with on(day(0)):
            record = published(f"ICS18-F{number}")
        with on(day(2)):
            change(record, title="Two")

    for number in range(10, 14):
        add(number)
    with django_assert_max_num_queries(12) as few:
        assert len(with_differences(changes_since(day(1), day(9)))) == 4
    for number in range(14, 20):
        add(number)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(with_differences(changes_since(day(1), day(9)))) == 10


class Account:
    """What readers found at one address, in a test's own plain words, by day."""

    def __init__(self):
        self.texts = []  # of each numbered version; None once redacted
        self.state = None
        self.by_day = {}

    def save(self, text):
        if not self.texts or self.texts[-1] != text:
            self.texts.append(text)

    def seen(self, today):
        if self.state != State.PUBLISHED:
            return self.state
        title, verdicts = self.texts[-1]
        return (title, sorted(verdict for verdict in verdicts if verdict <= today))

    def version(self):
        return (self.state, len(self.texts))


TITLES = st.sampled_from(["One", "Two"])
OPERATIONS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.one_of(
            st.tuples(st.just("title"), TITLES),
            st.tuples(st.just("verdict"), st.integers(-2, 4)),
            st.tuples(st.sampled_from(["withdraw", "again", "redact", "claims"]), st.none()),
        ),
    ),
    min_size=1,
    max_size=10,
)


def act(record, account, what, value, today):
    record = Record.objects.get(pk=record.pk)
    title, verdicts = account.current
    if what == "title":
        change(record, title=value)
        account.current = (value, verdicts)
    elif what == "claims":
        change(record, claims=f"C{today}")
    elif what == "verdict":
        effective = today + datetime.timedelta(days=value)
        factories.verdict_on(record, effective_on=effective)
        keep(record, Note(Via.FORM))
        account.current = (title, (*verdicts, effective))
    elif what == "withdraw" and record.is_published:
        withdraw(record)
        account.state = State.WITHDRAWN
    elif what == "again" and not record.is_published:
        publish_again(record)
        account.state = State.PUBLISHED
    elif what == "redact":
        redact_first(record, account)
    if account.state == State.PUBLISHED:
        account.save(account.current)


def redact_first(record, account):
    """Redact the oldest version that still has its text, unless readers see that text."""
    number = next((place for place, text in enumerate(account.texts, 1) if text), None)
    if number and (
        account.state != State.PUBLISHED or account.texts[number - 1] != account.current
    ):
        erasing.redact(record.versions.get(number=number), "A reason")
        account.texts[number - 1] = None


def live(operations):
    """Two records that live through the operations, one a day, and what readers saw of them."""
    with on(day(0)):
        accounts = [(published(f"ICS18-F0{number}", title="One"), Account()) for number in (1, 2)]
    for record, account in accounts:
        account.state, account.current = State.PUBLISHED, ("One", (record.verdict.effective_on,))
        account.save(account.current)
        account.by_day = {-1: (None, (None, 0)), 0: (account.seen(day(0)), account.version())}
    for number, (which, (what, value)) in enumerate(operations, 1):
        with on(day(number)):
            act(*accounts[which], what, value, day(number))
        for _, account in accounts:
            account.by_day[number] = (account.seen(day(number)), account.version())
    return accounts


def has_changed(account, eve, last):
    """By the plain account; where a text was redacted since, by the number of its version."""
    then, (was, number) = account.by_day[eve]
    now, version = account.by_day[last]
    if was == State.PUBLISHED and account.texts[number - 1] is None:
        return (was, number) != version
    return then != now


@pytest.mark.alike
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(OPERATIONS)
def test_the_digest_holds_exactly_the_records_that_changed(operations):
    with transaction.atomic():
        accounts = live(operations)
        last = len(operations)
        for since in range(last + 1):
            expected = [
                record.reference
                for record, account in accounts
                if has_changed(account, since - 1, last)
            ]
            assert references(day(since), day(last)) == expected
        transaction.set_rollback(True)
