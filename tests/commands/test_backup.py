"""The drill: back up under writes, restore onto nothing, and all is equal."""

import json
import threading
import zipfile

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection, connections

from findings import models
from findings.models import generation
from findings.search import upkeep
from ics_leadership import backups
from tests import factories, groups


@pytest.fixture
def filled():
    record = factories.record()
    record.themes.add(factories.theme())
    factories.verdict_on(record)
    factories.gap()
    factories.home()
    user = groups.editor("author")
    user.set_password("a very long phrase")
    user.save()
    Session.objects.create(session_key="k3y", session_data="x", expire_date="2030-01-01T00:00Z")
    return record


def everything():
    found = {}
    for model in backups.models_of(backups.apps):
        found[backups.label(model)] = list(backups.lines_of(model))
    return found


def emptied():
    """As after `migrate`: tables with groups, types and permissions, and no content."""
    call_command("flush", verbosity=0, interactive=False)


@pytest.mark.django_db(transaction=True)
def test_what_is_restored_is_what_was_there(filled, tmp_path, capsys):
    file = tmp_path / "site.backup"
    before = everything()
    call_command("backup", file)
    emptied()
    assert not models.Record._base_manager.exists()

    call_command("restore", file)

    assert everything() == before
    assert upkeep.out_of_step() == []
    assert not Session.objects.exists()
    author = User.objects.get(username="author")
    assert author.check_password("a very long phrase")
    assert author.groups.get().permissions.exists()
    # The next row gets a number of its own.
    factories.theme("new")
    assert generation.current()
    assert "Left out: sessions" in capsys.readouterr().out
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_of_one_moment_while_others_write(filled, tmp_path, monkeypatch):
    put, seen = backups.put, []

    def writing(archive, model):
        seen.append(model)
        if len(seen) == 2:  # the moment is that of the first read
            thread = threading.Thread(target=add_a_theme)
            thread.start()
            thread.join()
        return put(archive, model)

    def add_a_theme():
        factories.theme("late")
        connections.close_all()

    themes = models.Theme.objects.count()
    monkeypatch.setattr(backups, "put", writing)
    manifest = backups.write(tmp_path / "site.backup")
    assert manifest["tables"]["findings.Theme"]["rows"] == themes
    assert models.Theme.objects.count() == themes + 1


@pytest.mark.django_db(transaction=True)
def test_nothing_is_overwritten(filled, tmp_path):
    file = tmp_path / "site.backup"
    call_command("backup", file)
    with pytest.raises(CommandError, match=r"Nothing was written. .* is there already"):
        call_command("backup", file)
    with pytest.raises(CommandError, match="This database holds records or accounts"):
        call_command("restore", file)


def damaged(file, name, change):
    """The same file, with one of its parts changed."""
    with zipfile.ZipFile(file) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(file, "w") as archive:
        for each, text in parts.items():
            archive.writestr(each, text)


def newer(manifest):
    manifest = json.loads(manifest)
    manifest["migrations"].append(["findings", "9999_later"])
    return json.dumps(manifest)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        (
            "findings.Theme.jsonl",
            lambda text: text[1:],
            "is damaged: findings.Theme",
        ),
        ("manifest.json", newer, "newer than this site, which doesn’t know findings.9999_later"),
        ("manifest.json", lambda text: text[:-9], "can’t be read as a backup"),
    ],
)
def test_a_file_that_was_changed_restores_nothing(filled, tmp_path, name, change, said):
    file = tmp_path / "site.backup"
    call_command("backup", file)
    emptied()
    damaged(file, name, change)
    with pytest.raises(CommandError, match=said):
        call_command("restore", file)
    assert not models.Record._base_manager.exists()
    assert connection.in_atomic_block is False
