import pytest

from findings import models
from findings.publishing import loading
from findings.publishing.nouns import NOUNS
from findings.vocabulary import State
from tests.publishing.conftest import table_rows

pytestmark = pytest.mark.django_db


def test_an_invented_report_loads_without_a_change_of_code(load):
    report = load()

    assert len(report.added) == 6
    finding = models.Finding.objects.get()
    assert finding.reference == "LHR24-F01"
    assert [theme.slug for theme in finding.themes.all()] == ["fog"]
    assert finding.claims == "L1, L2"
    assert finding.verdict.verdict == "partly-overtaken"
    assert [event.slug for event in finding.verdict.developments.all()] == ["electric-lamp"]
    assert finding.addressings.get().passage.locator == "P1"
    recommendation = models.Recommendation.objects.get()
    assert recommendation.links.get().target.reference == "LHR24-F01"
    assert recommendation.notes.get().text == "Keep the number by the lamp."
    assert [q.text for q in models.Question.objects.all()] == [
        "Who trims the wick?",
        "Who is awake?",
    ]
    assert sorted(models.Reference.objects.values_list("text", flat=True)) == [
        "LHR24-F01",
        "LHR24-R01",
    ]


def test_an_invented_report_stands_beside_the_real_one(content, load):
    before = models.Record.objects.count()

    report = load()

    assert report.conflicts == []
    assert report.gone == []
    assert models.Record.objects.count() == before + 2


def test_loading_twice_changes_no_row(load):
    load()
    before = table_rows()

    report = load()

    assert (report.added, report.updated, report.unchanged) == ([], [], 6)
    assert table_rows() == before


def test_what_is_stored_reads_as_what_was_loaded(content, settings):
    """Otherwise every row would look as if an editor had changed it."""
    rows = loading.read(settings.CONTENT_DIR)

    for noun in NOUNS:
        for _file, key, row in rows[noun.name]:
            assert noun.read(noun.find(key)) == row


def test_an_untouched_row_follows_its_fixture(load, rows):
    load()
    rows["findings"][0]["summary"] = "A better summary."
    rows["findings"][0]["verdicts"][0]["reason"] = "A better reason."

    report = load()

    assert report.updated == [("findings", "LHR24-F01")]
    finding = models.Finding.objects.get()
    assert finding.summary == "A better summary."
    assert finding.verdict.reason == "A better reason."


def test_passages_in_use_stay_the_same_rows_when_their_source_changes(load, rows):
    load()
    before = models.Passage.objects.get(locator="P1").pk
    rows["sources"][0]["passages"].insert(0, {"locator": "Foreword"})

    load()

    assert [p.locator for p in models.Passage.objects.all()] == ["Foreword", "P1", "P2"]
    assert models.Passage.objects.get(locator="P1").pk == before
    assert models.Citation.objects.filter(passage=before).count() == 1


def test_a_passage_in_use_can_not_be_taken_out_of_a_fixture(load, rows):
    load()
    rows["sources"][0]["passages"].pop(0)

    with pytest.raises(
        loading.LoadingFault, match=r"sources\.yaml, lighthouse, passages: .*in use"
    ):
        load()


def test_what_an_editor_changed_stays(load, rows):
    load()
    models.Finding._base_manager.update(summary="The editor's summary.")

    report = load()

    assert report.conflicts == []
    assert models.Finding.objects.get().summary == "The editor's summary."


def test_a_row_changed_on_both_sides_is_reported_and_left(load, rows):
    load()
    models.Finding._base_manager.update(summary="The editor's summary.")
    rows["findings"][0]["summary"] = "The fixture's summary."

    first, second = load(), load()

    assert first.conflicts == second.conflicts == [("findings", "LHR24-F01")]
    assert models.Finding.objects.get().summary == "The editor's summary."


def test_a_change_of_what_hangs_on_a_row_counts_as_an_editors_change(load, rows):
    load()
    models.Finding.objects.get().citations.all().delete()
    rows["findings"][0]["summary"] = "The fixture's summary."

    report = load()

    assert report.conflicts == [("findings", "LHR24-F01")]
    assert not models.Finding.objects.get().citations.exists()


def test_the_same_change_on_both_sides_is_no_conflict(load, rows):
    load()
    models.Finding._base_manager.update(summary="The same summary.")
    rows["findings"][0]["summary"] = "The same summary."

    assert load().conflicts == []
    rows["findings"][0]["summary"] = "A later summary."
    assert load().updated == [("findings", "LHR24-F01")]


def test_saving_a_form_without_a_change_is_no_change(load, rows):
    """Browsers send \\r\\n for the line breaks of a text area."""
    load()
    finding = models.Finding.objects.get()
    finding.body = finding.body.replace("\n", "\r\n")
    finding.save()
    rows["findings"][0]["summary"] = "The fixture's summary."

    assert load().updated == [("findings", "LHR24-F01")]


def test_what_an_editor_deleted_is_not_made_again(load, rows):
    load()
    models.Record._base_manager.filter(kind="recommendation").delete()

    assert load().added == []
    rows["recommendations"][0]["summary"] = "Changed since."
    assert load().conflicts == [("recommendations", "LHR24-R01")]
    assert not models.Recommendation.objects.exists()
    assert models.Reference.objects.filter(text="LHR24-R01").exists()


def test_what_an_editor_withdrew_stays_withdrawn(load, rows):
    load()
    models.Finding._base_manager.update(state=State.WITHDRAWN)
    rows["findings"][0]["summary"] = "Changed since."

    report = load()

    assert report.conflicts == [("findings", "LHR24-F01")]
    assert models.Finding.objects.get().state == State.WITHDRAWN


def test_a_row_gone_from_the_fixtures_is_reported_and_kept(load, rows, tmp_path):
    load()
    rows["recommendations"] = []

    assert load().gone == [("recommendations", "LHR24-R01")]
    assert models.Recommendation.objects.get().reference == "LHR24-R01"
