import pytest

from findings import models
from findings.publishing import erasing, loading, states, versions
from findings.publishing.versions import Note, keep
from findings.vocabulary import State, Via
from tests import factories, fixture_sets

pytestmark = pytest.mark.django_db

FORM = Note(Via.FORM, line="Reworded", is_major=True)


@pytest.fixture
def record():
    record = factories.record("ICS18-F01", title="First title")
    keep(record, FORM)
    return record


def numbers(record):
    return [version.number for version in record.versions.all()]


def rename(record, title):
    record.title = title
    record.save()
    return keep(record, FORM)


def test_a_version_holds_the_whole_record_and_what_was_said_of_it(record, admin_user):
    theme, audience = factories.theme(), factories.audience()
    record.themes.add(theme)
    record.addressings.create(audience=audience)
    factories.cite(record, factories.passage(factories.source("a-source"), "P3"))

    version = keep(record, Note(Via.FORM, by=admin_user, line="Cited", is_major=False))

    assert version.number == 2
    assert version.row["title"] == "First title"
    assert version.row["themes"] == ["governance"]
    assert version.row["audiences"] == [
        {"audience": "councils", "addressed": "all", "source": None, "passage": None}
    ]
    assert version.row["citations"] == [
        {"source": "a-source", "passage": "P3", "relation": "rests-on"}
    ]
    assert version.row["verdicts"][0]["verdict"] == "stands"
    assert (version.made_by, version.via, version.line) == (admin_user, "form", "Cited")


def test_a_save_that_changes_nothing_makes_no_version(record):
    assert keep(record, FORM) is None
    assert numbers(record) == [1]


def test_a_change_of_verdict_is_a_new_version(record):
    factories.verdict_on(record, "overtaken", effective_on="2023-01-01")
    assert keep(record, FORM).number == 2


def test_what_readers_do_not_see_makes_no_public_version(record):
    record.claims = "C1"
    record.save()
    assert keep(record, FORM).number is None
    assert rename(record, "Second title").number == 2
    assert numbers(record) == [1, None, 2]


def test_a_draft_has_versions_without_numbers():
    draft = factories.record("ICS18-F01", state=State.DRAFT)
    keep(draft, FORM)
    assert rename(draft, "Second title").number is None


def test_withdrawing_and_publishing_again_bring_the_same_number_back(record):
    models.Record._base_manager.update(state=State.WITHDRAWN)
    keep(record, FORM)
    models.Record._base_manager.update(state=State.PUBLISHED)
    keep(record, FORM)
    assert numbers(record) == [1, None, None]
    record.refresh_from_db()
    assert rename(record, "Second title").number == 2


def test_the_text_of_a_version_never_changes(record):
    for number in range(2, 6):
        rename(record, f"Title {number}")
    assert [version.row["title"] for version in record.versions.numbered()] == [
        "First title",
        "Title 2",
        "Title 3",
        "Title 4",
        "Title 5",
    ]


def test_a_redacted_version_keeps_its_number_and_nothing_of_its_text(record):
    rename(record, "Second title")
    first = record.versions.get(number=1)

    erasing.redact(first, "Named a private person")

    first.refresh_from_db()
    assert (first.row, first.number) == ({"state": "published"}, 1)
    assert (first.line, first.redacted_why) == ("", "Named a private person")
    assert first.is_redacted
    assert rename(record, "Third title").number == 3


def test_what_readers_see_now_is_not_redacted_until_it_is_withdrawn(record):
    first = record.versions.get(number=1)
    with pytest.raises(erasing.OnShow):
        erasing.redact(first, "A reason")
    states.move(record, State.WITHDRAWN, why="It was wrong.")

    erasing.redact(first, "A reason")

    # The copy of the withdrawn record goes with it.
    assert [version.row for version in record.versions.all()] == [
        {"state": "published"},
        {"state": "withdrawn"},
    ]


def test_readers_see_the_versions_of_published_records_only(record):
    assert models.Version.objects.public().count() == 1
    models.Record._base_manager.update(state=State.WITHDRAWN)
    assert models.Version.objects.public().count() == 0


def test_a_move_keeps_a_version(record):
    states.move(record, State.WITHDRAWN, why="It was wrong.")
    last = record.versions.last()
    assert (last.row["state"], last.number, last.via) == ("withdrawn", None, "command")


def test_loading_makes_version_one_and_a_changed_fixture_version_two(tmp_path):
    rows = fixture_sets.invented()
    loading.load(fixture_sets.write(tmp_path / "set", rows))
    finding = models.Finding.objects.get()
    assert numbers(finding) == [1]

    loading.load(fixture_sets.write(tmp_path / "set", rows))
    assert numbers(finding) == [1]

    rows["findings"][0]["summary"] = "A better summary."
    loading.load(fixture_sets.write(tmp_path / "set", rows))
    assert numbers(finding) == [1, 2]


def test_what_was_changed_without_a_version_is_found(record):
    assert versions.out_of_step() == []
    models.Record._base_manager.update(title="Behind the back")
    assert versions.out_of_step() == ["ICS18-F01"]
