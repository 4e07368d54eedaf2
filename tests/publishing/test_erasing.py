"""A redacted text is gone: from every table, from the files of the database, and from backups."""

import zipfile
from pathlib import Path

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from findings.models import Edit
from findings.publishing import edits, erasing
from findings.publishing.versions import Note
from findings.vocabulary import Via
from ics_leadership import backups
from tests.histories import change, published

SECRET = "Quoxylander"
SENTENCE = f"The director {SECRET} said so."


def files():
    """All bytes of the database, as they lie on the disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            path = connection.settings_dict["NAME"]
            return b"".join(
                Path(path + end).read_bytes() for end in ("", "-wal") if Path(path + end).exists()
            )
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT current_setting('data_directory'), oid FROM pg_database "
            "WHERE datname = current_database()"
        )
        folder, oid = cursor.fetchone()
        return b"".join(each.read_bytes() for each in Path(folder, "base", str(oid)).iterdir())


def is_on_disk():
    found = files()
    return any(word.encode() in found for word in (SECRET, SECRET.lower(), SECRET.lower()[:9]))


def redact(record):
    return erasing.redact(record.versions.get(number=2), "It named a person.")


@pytest.fixture
def record():
    """A record that named somebody for a while: saved, edited, dropped, logged and indexed."""
    record = published()
    change(record, summary=SENTENCE, line=f"Named {SECRET}")
    row = edits.working_row(record)
    ann = User.objects.create_user("ann")
    mine = {**row, "title": "A title", "body": SENTENCE}
    edits.save(record, row, mine, Note(Via.FORM, ann))
    edits.traces.drop(edits.pending_of(record), ann)
    LogEntry.objects.create(
        user=ann,
        content_type=ContentType.objects.get_for_model(type(record)),
        object_id=record.pk,
        object_repr=f"ICS18-F01: {SECRET}",
        action_flag=CHANGE,
        change_message=f"Named {SECRET}",
    )
    change(record, summary="Somebody said so.")
    return record


@pytest.mark.django_db(transaction=True)
def test_no_piece_is_left_in_the_files_nor_in_a_backup(record, tmp_path, capsys):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    assert is_on_disk()
    assert redact(record) is False
    call_command("scour")
    assert not is_on_disk()

    backups.write(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        kept = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Somebody said so." in kept
    assert SECRET.encode() not in kept


@pytest.mark.django_db
def test_saves_without_a_number_go_and_other_versions_stay(record):
    row = edits.working_row(record)
    record.versions.create(row={**row, "body": f"Draft. {SENTENCE}"}, via=Via.FORM)
    redact(record)
    assert [(each.number, each.is_redacted) for each in record.versions.all()] == [
        (1, False),
        (2, True),
        (3, False),
        (None, True),
    ]
    assert Edit.objects.count() == 0


@pytest.mark.django_db
def test_an_edit_that_still_holds_it_is_ended_first(record):
    row = edits.working_row(record)
    edits.save(record, row, {**row, "body": SENTENCE}, Note(Via.FORM))
    with pytest.raises(erasing.OnShow, match="Publish or drop it first"):
        redact(record)
    assert record.versions.get(number=2).row["summary"] == SENTENCE


@pytest.mark.django_db
def test_nothing_is_scoured_inside_a_transaction():
    assert erasing.scour() is False
