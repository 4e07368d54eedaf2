"""Edits that nobody publishes: kept, restored, and told to whoever made them."""

import pytest
from django.contrib.auth.models import User

from findings.models import Edit
from findings.publishing import edits, traces
from findings.publishing.versions import Note
from findings.vocabulary import Via
from tests.histories import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return User.objects.create_user("ann")


@pytest.fixture
def ben():
    return User.objects.create_user("ben")


@pytest.fixture
def record():
    return published("ICS18-F01", title="First title")


def change(record, by, **fields):
    row = edits.working_row(record)
    return edits.save(record, row, {**row, **fields}, Note(Via.FORM, by, "A change"))


def ended():
    return [
        (edit.row["title"], edit.state, edit.made_by.username, edit.why)
        for edit in Edit.objects.ended()
    ]


def test_a_pending_edit_that_is_replaced_stays_and_can_be_restored(record, ann, ben):
    change(record, ann, title="By Ann")
    change(record, ben, title="By Ben")
    assert ended() == [("By Ann", "replaced", "ann", "")]
    edits.restore(record, Edit.objects.ended().get(), Note(Via.FORM, ben))
    assert edits.pending_of(record).row["title"] == "By Ann"
    assert ("By Ben", "replaced", "ben", "") in ended()


def test_saving_the_same_again_leaves_nothing_behind(record, ann):
    change(record, ann, title="By Ann")
    change(record, ann)
    assert ended() == []


def test_one_s_own_edit_is_dropped_without_a_word_and_restored(record, ann):
    change(record, ann, title="By Ann")
    traces.drop(edits.pending_of(record), ann)
    assert edits.working_row(record)["title"] == "First title"
    assert list(Edit.objects.taken_from(ann)) == []
    edits.restore(record, Edit.objects.ended().get(), Note(Via.FORM, ann))
    assert edits.working_row(record)["title"] == "By Ann"


def test_another_s_part_in_an_edit_is_dropped_with_a_reason_alone(record, ann, ben):
    change(record, ann, title="By Ann")
    change(record, ben, summary="By Ben.")
    with pytest.raises(traces.ReasonNeeded):
        traces.drop(edits.pending_of(record), ben)
    assert edits.working_row(record)["title"] == "By Ann"
    traces.drop(edits.pending_of(record), ben, "It says too much.")
    assert [edit.why for edit in Edit.objects.taken_from(ann)] == ["It says too much."]
    assert list(Edit.objects.taken_from(ben)) == []


def test_undoing_another_s_edit_by_hand_is_told_too(record, ann, ben):
    change(record, ann, title="By Ann")
    change(record, ben, title="First title")
    assert ended() == [("By Ann", "dropped", "ann", traces.UNDONE)]
    assert Edit.objects.taken_from(ann).get().ended_by == ben


def test_what_was_published_is_dropped_by_nobody(record, ann, ben):
    change(record, ann, title="By Ann")
    change(record, ann, title="By Ann again")
    edits.publish(record, Note(Via.FORM, ben))
    change(record, ben, title="By Ben")
    traces.drop(edits.pending_of(record), ben)
    assert list(Edit.objects.taken_from(ann)) == []
