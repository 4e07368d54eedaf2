"""Changes to records: held, merged, set aside, published, restored."""

import datetime

import pytest

from findings.models import Edit, Record, Version
from findings.models.record_queryset import Kept
from findings.models.reviewed import WrittenBehindTheBack
from findings.publishing import edits, references, versions
from findings.publishing.undoing import undone
from findings.publishing.versions import Note
from findings.search import upkeep
from findings.vocabulary import State, Via
from tests import factories

pytestmark = pytest.mark.django_db

NOTE = Note(Via.FORM, line="A change")


def sound(reference="ICS18-F01", **fields):
    record = factories.record(reference, **fields)
    references.claim(reference, record.source, reference.partition("-")[2][0])
    record.addressings.create(audience=factories.models.Audience.objects.first())
    factories.cite(record, factories.passage())
    versions.keep(record, NOTE)
    return record


@pytest.fixture(autouse=True)
def audience(db):
    return factories.audience()


@pytest.fixture
def published():
    return sound()


@pytest.fixture
def draft():
    return sound("ICS18-F02", state=State.DRAFT)


def change(record, base=None, **fields):
    base = base or edits.working_row(record)
    return edits.save(record, base, {**base, **fields}, NOTE)


def stored(record):
    return Record.objects.get(pk=record.pk)


def test_a_draft_is_written_at_once_and_keeps_a_version(draft):
    outcome = change(draft, title="New title")
    assert stored(draft).title == "New title"
    assert outcome.version.row["title"] == "New title"
    assert (outcome.edit, Edit.objects.count(), versions.out_of_step()) == (None, 0, [])


def test_a_change_to_what_readers_see_is_held_and_published_later(published):
    outcome = change(published, title="New title")
    assert stored(published).title == "Title of ICS18-F01"
    assert outcome.edit.row["title"] == "New title"
    assert (outcome.version, published.versions.count()) == (None, 1)

    edits.publish(published, NOTE)

    assert stored(published).title == "New title"
    assert list(published.versions.values_list("number", flat=True)) == [1, 2]
    assert (Edit.objects.count(), versions.out_of_step(), upkeep.out_of_step()) == (0, [], [])


def test_a_pending_edit_is_changed_further_and_undone_by_saying_what_readers_see(published):
    change(published, title="First")
    change(published, summary="Second.")
    assert edits.pending_of(published).row["title"] == "First"
    assert edits.pending_of(published).row["summary"] == "Second."
    change(published, title="Title of ICS18-F01", summary="Summary of ICS18-F01.")
    assert edits.pending_of(published) is None


def test_different_fields_of_two_editors_are_both_kept(published):
    base = edits.working_row(published)
    change(published, base, title="One")
    outcome = change(published, base, summary="Two.")
    assert (outcome.taken, outcome.conflicts) == (["title"], [])
    row = edits.pending_of(published).row
    assert (row["title"], row["summary"]) == ("One", "Two.")


def test_the_second_change_to_the_same_words_is_set_aside_whole(draft):
    base = edits.working_row(draft)
    change(draft, base, title="One")
    outcome = change(draft, base, title="Two", summary="Kept too.")
    assert [each.field for each in outcome.conflicts] == ["title"]
    assert stored(draft).title == "One"
    assert stored(draft).summary == "Summary of ICS18-F02."
    assert outcome.edit.row["title"] == "Two"
    assert outcome.edit.row["summary"] == "Kept too."
    assert list(Edit.objects.set_aside()) == [outcome.edit]


def test_an_edit_that_was_set_aside_is_resolved_by_choosing(draft):
    base = edits.working_row(draft)
    change(draft, base, title="One")
    aside = change(draft, base, title="Two").edit
    now = edits.working_row(draft)
    outcome = edits.resolve(aside, now, {**now, "title": "One and two"}, NOTE)
    assert stored(draft).title == "One and two"
    assert (outcome.conflicts, Edit.objects.get().state) == ([], "replaced")


def test_what_cannot_be_published_stays_as_it_was(published):
    change(published, summary="")
    with pytest.raises(edits.Refused) as refusal:
        edits.publish(published, NOTE)
    assert refusal.value.reasons == ["summary is missing."]
    assert stored(published).summary == "Summary of ICS18-F01."
    assert Edit.objects.get().row["summary"] == ""


def test_a_pending_edit_does_not_undo_what_an_action_did_since(published):
    change(published, title="New title")
    verdict = published.verdicts.get()
    verdict.checked_on = datetime.date(2026, 8, 1)
    verdict.save()
    versions.keep(published, NOTE)

    edits.publish(published, NOTE)

    assert stored(published).title == "New title"
    assert published.verdicts.get().checked_on == datetime.date(2026, 8, 1)


def test_a_pending_edit_of_the_same_words_is_looked_at_before_it_is_published(published):
    change(published, title="Mine")
    record = stored(published)
    record.title = "Theirs"
    record.save()
    assert edits.working(record) == edits.Working(edits.working_row(record), ["title"])
    assert edits.working_row(record)["title"] == "Mine"
    with pytest.raises(edits.Refused) as refusal:
        edits.publish(published, NOTE)
    assert refusal.value.reasons == [
        "What readers see has changed since in: title. Open it, look, and save it again."
    ]
    change(record, title="Mine after a look")
    edits.publish(record, NOTE)
    assert stored(record).title == "Mine after a look"


def test_publishing_a_draft_or_a_withdrawn_record_takes_its_edit_along(published):
    change(published, title="New title")
    edits.states.move(published, State.WITHDRAWN, NOTE, why="Wrong.")
    edits.publish(published, NOTE)
    assert (stored(published).title, stored(published).state) == ("New title", "published")


def test_an_old_version_is_restored_as_a_change_made_now(draft):
    first = draft.versions.get()
    change(draft, title="New title")
    edits.restore(draft, first, NOTE)
    assert stored(draft).title == "Title of ICS18-F02"
    assert Version.objects.filter(record=draft).count() == 3
    assert stored(draft).state == State.DRAFT


def test_a_version_that_names_what_is_gone_is_restored_without_it(draft):
    theme = factories.theme("gone")
    draft.themes.add(theme)
    with_theme = change(draft, title="With a theme").version
    change(draft, title="Without", themes=[])
    theme.delete()
    edits.restore(draft, with_theme, NOTE)
    assert stored(draft).title == "With a theme"
    assert not stored(draft).themes.exists()


def test_a_new_verdict_settles_a_doubt(draft):
    record = stored(draft)
    record.recheck_since = datetime.date(2026, 7, 1)
    record.save()
    change(record, title="Only a title")
    assert stored(record).recheck_since == datetime.date(2026, 7, 1)
    row = edits.working_row(record)
    change(record, verdicts=[{**row["verdicts"][0], "checked": "2026-08-01"}])
    assert stored(record).recheck_since is None


def test_what_is_undone_leaves_no_trace(draft):
    with undone():
        edits.write(draft, {**edits.working_row(draft), "title": "Tried"})
        assert stored(draft).title == "Tried"
    assert stored(draft).title == "Title of ICS18-F02"
    assert upkeep.out_of_step() == []


@pytest.mark.parametrize("method", ["update", "bulk_create", "bulk_update"])
@pytest.mark.parametrize(
    "model", ["Record", "Finding", "Verdict", "Citation", "Link", "Addressing", "AudienceNote"]
)
def test_reviewed_tables_refuse_to_be_written_behind_the_back(model, method):
    with pytest.raises(WrittenBehindTheBack):
        getattr(getattr(factories.models, model).objects, method)([])


def test_what_readers_have_seen_can_not_be_deleted(published, draft):
    with pytest.raises(Kept):
        published.delete()
    with pytest.raises(Kept):
        Record.objects.all().delete()
    assert Record.objects.count() == 2
    draft.delete()
    assert Record.objects.get() == published
