"""Fixtures that can't be loaded: each fault names its place, and nothing is changed."""

import pytest

from findings.publishing import loading
from tests.publishing.conftest import table_rows

pytestmark = pytest.mark.django_db


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
    "a twin": (
        lambda rows: rows["themes"].append({**rows["themes"][0], "slug": "x", "name": "FOG."}),
        "themes.yaml, x, name: is refused. There is a theme with this name already: “Fog”",
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
    assert place == "lighthouse/developments.yaml, electric-lamp, date_end"
    assert "Any other date has none" in reason


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


def test_a_file_that_was_loaded_before_and_is_missing_now_is_a_fault(load, tmp_path):
    load()
    (tmp_path / "lighthouse" / "findings.yaml").unlink()
    with pytest.raises(loading.LoadingFault, match=r"^lighthouse/findings.yaml: is missing$"):
        loading.load(tmp_path / "lighthouse")


def test_the_site_s_own_folder_has_a_file_of_every_noun(settings, tmp_path):
    settings.CONTENT_DIR = tmp_path
    (tmp_path / "themes.yaml").write_text("[]")
    with pytest.raises(loading.LoadingFault, match=r"/audiences.yaml: is missing$"):
        loading.load(tmp_path)
