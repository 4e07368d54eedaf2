import pytest
from django.core.management import CommandError, call_command

from findings import models
from tests import factories, fixture_sets

pytestmark = pytest.mark.django_db


def test_it_says_what_it_did(tmp_path, capsys):
    folder = fixture_sets.write(tmp_path / "lighthouse", fixture_sets.invented())

    call_command("load_content", folder)
    call_command("load_content", folder)

    assert capsys.readouterr().out.splitlines() == [
        "6 rows added, 0 updated, 0 unchanged, 0 kept as editors left them.",
        "0 rows added, 0 updated, 6 unchanged, 0 kept as editors left them.",
    ]


def test_it_names_what_it_kept(tmp_path, capsys):
    rows = fixture_sets.invented()
    call_command("load_content", fixture_sets.write(tmp_path / "lighthouse", rows))
    models.Finding._base_manager.update(title="The editor's title")
    rows["findings"][0]["title"] = "The fixture's title"
    rows["recommendations"] = []

    call_command("load_content", fixture_sets.write(tmp_path / "lighthouse", rows))

    assert capsys.readouterr().err.splitlines() == [
        "kept: findings LHR24-F01 was changed here and in the fixtures; it stays as it is here.",
        "kept: recommendations LHR24-R01 is no longer in the fixtures; it stays here.",
    ]


def test_a_fault_ends_it_with_one_line(tmp_path):
    rows = fixture_sets.invented()
    rows["themes"][0]["name"] = ""

    with pytest.raises(CommandError) as raised:
        call_command("load_content", fixture_sets.write(tmp_path / "lighthouse", rows))

    assert str(raised.value) == (
        "Nothing was loaded. lighthouse/themes.yaml, fog, name: is missing"
    )


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="is not a folder"):
        call_command("load_content", tmp_path / "nowhere")


def test_the_audit_is_clean_or_names_each_fault(content, capsys):
    call_command("audit_content")
    assert capsys.readouterr().out == "No fault found.\n"

    factories.record("ICS18-F99")
    with pytest.raises(CommandError, match="3 faults found"):
        call_command("audit_content")
    assert capsys.readouterr().err.splitlines() == [
        "ICS18-F99, audiences: are missing: nobody is addressed",
        "ICS18-F99, citations: are missing, and it isn't marked as the editors' own",
        "ICS18-F99, reference: was never issued",
    ]


def test_it_asks_before_it_loads_beside_what_was_never_loaded(tmp_path):
    factories.record()
    folder = fixture_sets.write(tmp_path / "lighthouse", fixture_sets.invented())

    with pytest.raises(CommandError) as refused:
        call_command("load_content", folder)
    assert str(refused.value).startswith("Nothing was loaded. This database holds records")
    call_command("load_content", folder, "--yes")
    assert models.LoadedRow.objects.exists()
