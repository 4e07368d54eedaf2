import pytest
from django.core.management import CommandError, call_command

from findings.editorial.originality import fingerprint
from tests import fixture_sets

SOURCE = "A heading\n\nThe keepers of the old lights met every single week at noon.\n"


@pytest.fixture
def rows():
    rows = fixture_sets.invented()
    paragraph = "The keepers of the old lights met every single week at noon."
    rows["sources"][0]["passages"][0]["fingerprint"] = fingerprint(paragraph)
    return rows


@pytest.fixture
def verify(tmp_path, rows, capsys):
    def verify_source(text=SOURCE, slug="lighthouse"):
        (tmp_path / "source.txt").write_text(text, encoding="utf-8")
        folder = fixture_sets.write(tmp_path / "lighthouse", rows)
        call_command("verify_source", slug, tmp_path / "source.txt", fixtures=folder)

    return verify_source


def test_our_own_words_and_an_unchanged_source_pass(verify, capsys):
    verify()
    assert capsys.readouterr().out == ("No copied run of words, and every fingerprint matches.\n")


def test_a_copied_run_is_named_with_its_field(verify, rows, capsys):
    rows["findings"][0]["verdicts"][0]["reason"] = (
        "Long ago the keepers of the old lights met every single day."
    )
    with pytest.raises(CommandError, match="1 found"):
        verify()
    assert capsys.readouterr().err == (
        "lighthouse/findings.yaml, LHR24-F01, verdicts[1].reason: "
        "shares “the keepers of the old lights met every single” with lighthouse\n"
    )


def test_the_title_of_a_work_is_exempt(verify, rows):
    rows["sources"][0]["title"] = "The keepers of the old lights met every single week"
    verify()


def test_a_changed_paragraph_is_noticed(verify, capsys):
    with pytest.raises(CommandError):
        verify(SOURCE.replace("noon", "dusk"))
    assert capsys.readouterr().err == ("lighthouse, P1: the paragraph has changed or is missing\n")


def test_several_texts_are_compared_at_once(rows, tmp_path, capsys):
    (tmp_path / "one.txt").write_text(SOURCE)
    rows["sources"].append({**rows["sources"][0], "slug": "harbour", "report_code": None})
    rows["sources"][1]["passages"] = []
    rows["findings"][0]["summary"] = "Seven ships a day come in by the narrow gate, they say."
    (tmp_path / "two.txt").write_text("Here seven ships a day come in by the narrow gate.")
    folder = fixture_sets.write(tmp_path / "lighthouse", rows)
    also = [["harbour", str(tmp_path / "two.txt")]]
    with pytest.raises(CommandError, match="1 found"):
        call_command(
            "verify_source", "lighthouse", tmp_path / "one.txt", also=also, fixtures=folder
        )
    assert capsys.readouterr().err == (
        "lighthouse/findings.yaml, LHR24-F01, summary: "
        "shares “seven ships a day come in by the narrow gate” with harbour\n"
    )


def test_an_unknown_source_is_named(verify, capsys):
    with pytest.raises(CommandError):
        verify(slug="castle")
    assert "there is no source “castle” in these fixtures" in capsys.readouterr().err


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("verify_source", "lighthouse", tmp_path / "nothing.txt")
