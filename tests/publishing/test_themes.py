import pytest
from django.core.exceptions import ValidationError

from findings.editorial import importing
from findings.models import Edit, FormerTheme, Record, Synonym, Theme
from findings.publishing import edits, loading, themes, versions
from findings.publishing.nouns import BY_NAME
from findings.publishing.record_fields import present
from findings.vocabulary import EditState, State, Via
from tests import factories, fixture_sets
from tests.histories import published

pytestmark = pytest.mark.django_db

NOTE = versions.Note(Via.ACTION, line="They said the same")


@pytest.fixture
def old():
    return factories.theme("steering", name="Steering", description="Who steers.")


@pytest.fixture
def new():
    return factories.theme("governance")


def bearing(reference, *borne, **fields):
    record = published(reference, **fields)
    record.themes.set(borne)
    versions.keep(record, versions.Note(Via.FORM))
    return record


def slugs_of(record):
    return sorted(record.themes.values_list("slug", flat=True))


def test_records_drafts_and_edits_name_the_one_that_stays(old, new):
    both = bearing("ICS18-F01", old, new)
    one = bearing("ICS18-F02", old)
    draft = factories.record("ICS18-F03", state=State.DRAFT)
    draft.themes.add(old)
    row = versions.snapshot(one)
    edits.save(one, row, {**row, "title": "Better", "themes": ["steering"]}, NOTE)
    numbers = {each.pk: each.versions.last().number for each in (both, one)}

    assert themes.merge([old], new, NOTE) == (3, 1)

    assert [slugs_of(each) for each in (both, one, draft)] == [["governance"]] * 3
    assert [each.versions.last().line for each in (both, one, draft)] == [NOTE.line] * 3
    assert {each.pk: each.versions.last().number - 1 for each in (both, one)} == numbers
    edit = Edit.objects.pending().get()
    assert (edit.base["themes"], edit.row["themes"]) == (["governance"], ["governance"])
    edits.publish(Record.objects.get(pk=one.pk), NOTE)
    assert Record.objects.get(pk=one.pk).title == "Better"
    assert list(Theme.every.values_list("slug", flat=True)) == ["governance"]


def test_what_goes_is_kept_and_leads_to_the_last_that_stays(old, new):
    last = factories.theme("trust")
    themes.merge([old], new, NOTE)
    themes.merge([new], last, NOTE)

    kept = FormerTheme.objects.get(slug="steering")
    assert (kept.name, kept.description, kept.why) == ("Steering", "Who steers.", NOTE.line)
    assert FormerTheme.objects.leading() == {"governance": "trust", "steering": "trust"}


def test_an_edit_that_wanted_no_more_than_that_has_ended(old, new):
    record = bearing("ICS18-F01", old)
    row = versions.snapshot(record)
    edits.save(record, row, {**row, "themes": ["governance"]}, NOTE)

    themes.merge([old], new, NOTE)

    assert [edit.state for edit in Edit.objects.all()] == [EditState.DROPPED]


def test_what_is_set_aside_is_carried_and_what_has_ended_stays_as_it_was(old, new):
    record = bearing("ICS18-F01", old)
    row = {**versions.snapshot(record), "title": "Mine"}
    for state in (EditState.SET_ASIDE, EditState.REPLACED):
        Edit.objects.create(record=record, state=state, base=row, row=row)

    themes.merge([old], new, NOTE)

    assert Edit.objects.set_aside().get().row["themes"] == ["governance"]
    assert Edit.objects.get(state=EditState.REPLACED).row["themes"] == ["steering"]


def test_rows_and_forms_that_name_the_old_one_are_taken_for_the_new(old, new):
    record = bearing("ICS18-F01", old)
    before = versions.snapshot(record)
    themes.merge([old], new, NOTE)
    record = Record.objects.get(pk=record.pk)

    assert present({**before, "themes": ["steering", "governance"]})["themes"] == ["governance"]

    outcome = edits.save(record, before, {**before, "title": "Typed before"}, NOTE)
    assert (outcome.conflicts, outcome.edit.row["themes"]) == ([], ["governance"])

    edits.restore(record, record.versions.get(number=2), NOTE)
    edits.publish(record, NOTE)
    assert slugs_of(record) == ["governance"]


def test_a_file_that_was_exported_before_is_merged_with_what_it_changes(old, new):
    record, trust = bearing("ICS18-F01", old), factories.theme("trust")
    before = record.versions.last()
    themes.merge([old], new, NOTE)

    raw = {"reference": "ICS18-F01", "themes": "steering\ntrust", "version": str(before.pk)}
    (line,) = importing.apply(BY_NAME["findings"], [(2, raw)]).lines

    assert (line.faults, line.after["themes"]) == ([], ["governance", trust.slug])


def test_no_new_theme_takes_an_address_that_leads_elsewhere(old, new):
    themes.merge([old], new, NOTE)
    with pytest.raises(ValidationError, match="merged into “Governance”"):
        Theme(name="Other", slug="steering", description="D").clean()


def test_searches_for_the_old_name_find_the_new_one(old, new):
    themes.also_found([old, new], new)
    themes.also_found([old, new], new)
    assert list(Synonym.objects.values_list("phrases", "finds")) == [("Steering", "Governance")]


def test_fixtures_that_name_the_old_one_are_loaded_under_the_new(tmp_path, new):
    folder = fixture_sets.write(tmp_path / "lighthouse", fixture_sets.invented())
    loading.load(folder)
    themes.merge([Theme.objects.get(slug="fog")], new, NOTE)
    again = fixture_sets.invented()
    again["findings"][0]["title"] = "Fog lifts early"
    again["themes"] = []
    loading.load(fixture_sets.write(tmp_path / "later", again))
    record = Record.objects.get(reference=again["findings"][0]["reference"])
    assert [theme.slug for theme in record.themes.all()] == ["governance"]
