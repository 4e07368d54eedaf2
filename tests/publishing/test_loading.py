import pytest
from django.db import models as django_models

from findings import models
from findings.publishing import loading
from findings.publishing.nouns import NOUNS
from findings.vocabulary import State
from tests import fixture_sets

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    return fixture_sets.invented()


@pytest.fixture
def load(tmp_path, rows):
    """Writes `rows` as they are now, and loads them."""

    def load_rows():
        return loading.load(fixture_sets.write(tmp_path / "lighthouse", rows))

    return load_rows


def table_rows():
    """Every row of every table of the knowledge base, as it is stored."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in vars(models).values()
        if isinstance(model, type) and issubclass(model, django_models.Model)
    }


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


def change(noun, **fields):
    def spoil(rows):
        rows[noun][0] |= fields

    return spoil


def change_verdict(**fields):
    def spoil(rows):
        rows["findings"][0]["verdicts"][0] |= fields

    return spoil


FAULTS = {
    "missing": (change("findings", title=""), "findings.yaml, LHR24-F01, title: is missing"),
    "number for text": (
        change("findings", title=3),
        "findings.yaml, LHR24-F01, title: must be text, and is int",
    ),
    "NUL": (
        change("findings", body="a\0b"),
        "findings.yaml, LHR24-F01, body: holds a NUL character",
    ),
    "too long": (
        change("findings", short_title="x" * 41),
        "findings.yaml, LHR24-F01, short_title: has 41 characters, and 40 are allowed",
    ),
    "unknown field": (
        change("findings", colour="red"),
        "findings.yaml, LHR24-F01, colour: is no field of this row",
    ),
    "unknown word": (
        change("findings", trail="guessed"),
        "findings.yaml, LHR24-F01, trail: “guessed” is none of stated, inferred, own",
    ),
    "not a list": (
        change("findings", themes="fog"),
        "findings.yaml, LHR24-F01, themes: must be a list of slugs",
    ),
    "theme twice": (
        change("findings", themes=["fog", "fog"]),
        "findings.yaml, LHR24-F01, themes: names a row twice",
    ),
    "unknown theme": (
        change("findings", themes=["mist"]),
        "findings.yaml, LHR24-F01, themes: there is no theme “mist”",
    ),
    "bad date": (
        change_verdict(effective="2025-02-30"),
        "findings.yaml, LHR24-F01, verdicts[1].effective: "
        "“2025-02-30” is not a date such as 2022-07-01",
    ),
    "unknown development": (
        change_verdict(developments=["steam"]),
        "findings.yaml, LHR24-F01, verdicts[1].developments: there is no development “steam”",
    ),
    "unknown passage": (
        change(
            "developments",
            citations=[{"source": "lighthouse", "passage": "P9", "relation": "rests-on"}],
        ),
        "developments.yaml, electric-lamp, citations[1].passage: “lighthouse” has no passage “P9”",
    ),
    "reference of another kind": (
        change("findings", reference="LHR24-S01"),
        "findings.yaml, LHR24-S01, reference: “LHR24-S01” should begin with LHR24-F",
    ),
    "reference of another report": (
        change("findings", reference="ICS18-F01"),
        "findings.yaml, ICS18-F01, reference: “ICS18-F01” should begin with LHR24-F",
    ),
    "nobody addressed": (
        change("findings", audiences=[]),
        "findings.yaml, LHR24-F01, audiences: are missing: nobody is addressed",
    ),
    "no citation": (
        change("findings", citations=[]),
        "findings.yaml, LHR24-F01, citations: are missing, and it isn't marked as the editors' own",
    ),
    "no verdict": (
        change("findings", verdicts=[]),
        "findings.yaml, LHR24-F01, verdicts: are missing: "
        "it isn't said whether the record still holds",
    ),
    "what nobody read": (
        change("developments", summary="Its launch: NOT FOUND."),
        "developments.yaml, electric-lamp, summary: is marked NOT FOUND: write only what was read",
    ),
    "link the wrong way": (
        change("recommendations", links=[{"relation": "builds", "record": "LHR24-F01"}]),
        "recommendations.yaml, LHR24-R01, links[1]: "
        "“builds” leads from a recommendation to a skill",
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_row_names_its_place_and_changes_nothing(load, rows, spoil, message):
    before = table_rows()
    spoil(rows)

    with pytest.raises(loading.LoadingFault) as raised:
        load()

    assert str(raised.value) == f"lighthouse/{message}"
    assert table_rows() == before


def test_a_rule_of_the_database_is_reported_with_its_place(load, rows):
    rows["developments"][0]["date_end"] = "2025-02-01"

    with pytest.raises(loading.LoadingFault) as raised:
        load()

    place, _, reason = str(raised.value).partition(": ")
    assert place == "lighthouse/developments.yaml, electric-lamp"
    assert "development_range_has_its_end" in reason


BAD_FILES = {
    "not YAML": ("a: [", "while parsing a flow"),
    "a key twice": ("- slug: a\n  slug: b\n", "“slug” is written twice"),
    "no list": ("slug: a\n", "must be a list of rows"),
    "no mapping": ("- just text\n", "row 1: must be a list of keys and values"),
    "a Python object": ("- !!python/object/apply:os.getcwd []\n", "could not determine"),
}


@pytest.mark.parametrize(("text", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_broken_file_is_named(tmp_path, text, message):
    (tmp_path / "themes.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(loading.LoadingFault) as raised:
        loading.load(tmp_path)

    assert str(raised.value).startswith(f"{tmp_path.name}/themes.yaml")
    assert message in str(raised.value)


def test_bytes_that_are_no_text_are_named(tmp_path):
    (tmp_path / "themes.yaml").write_bytes(b"- name: \xff\xfe\n")

    with pytest.raises(loading.LoadingFault, match=r"themes\.yaml: .*utf-8"):
        loading.load(tmp_path)


def test_a_row_twice_in_a_file_is_named(load, rows):
    rows["themes"] *= 2

    with pytest.raises(loading.LoadingFault, match=r"themes\.yaml, fog, slug: stands twice"):
        load()


def test_a_file_of_an_unknown_noun_is_named(load, rows):
    rows["ships"] = []

    with pytest.raises(loading.LoadingFault, match=r"ships\.yaml: is none of sources, themes"):
        load()


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(loading.LoadingFault, match="there is no fixture in this folder"):
        loading.load(tmp_path)
