"""Rows out and in again: previewed, all or nothing, and never published."""

import io
import os
import random
import subprocess
import sys
import time

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from findings import models
from findings.editorial import importing
from findings.editorial.bringing import CHANGED, NEW, UNCHANGED, WRONG
from findings.formats import tables, uploads
from findings.publishing import edits, references, versions
from findings.publishing.nouns import BY_NAME
from findings.search import upkeep
from findings.vocabulary import State
from tests import factories
from tests.groups import editor

pytestmark = pytest.mark.django_db
FINDINGS = BY_NAME["findings"]


@pytest.fixture
def draft():
    record = factories.record("ICS18-F01", state=State.DRAFT)
    references.claim("ICS18-F01", record.source, "F")
    record.addressings.create(audience=factories.audience())
    versions.keep(record, versions.Note("form"))
    return record


@pytest.fixture
def published(draft):
    factories.cite(draft, factories.passage())
    edits.publish(draft, versions.Note("form"))
    return draft


def rows_of(noun, **changes):
    """The rows of an export, with the first one changed."""
    rows = uploads.read(importing.export(noun, "csv"))
    rows[0][1].update(changes)
    return rows


def counts(report):
    return [report.count(outcome) for outcome in (NEW, CHANGED, UNCHANGED, WRONG)]


def faults(report):
    return [(line.number, *fault) for line in report.lines for fault in line.faults]


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(form, marks=[] if form == "csv" else pytest.mark.alike)
        for form in tables.MEDIA_TYPES
    ],
)
def test_what_is_exported_is_imported_without_a_difference(content, form):
    for name, noun in BY_NAME.items():
        rows = uploads.read(importing.export(noun, form))
        report = importing.apply(noun, rows)
        assert (name, counts(report)) == (name, [0, 0, len(rows), 0])
    assert models.Edit.objects.count() == 0


def test_a_preview_says_what_would_change_and_changes_nothing(draft):
    report = importing.preview(FINDINGS, rows_of(FINDINGS, title="New title"))
    assert counts(report) == [0, 1, 0, 0]
    assert [each.field for each in report.lines[0].differences] == ["title"]
    assert models.Record.objects.get().title == "Title of ICS18-F01"


def test_the_same_file_twice_changes_nothing(draft):
    rows = rows_of(FINDINGS, title="New title")
    assert counts(importing.apply(FINDINGS, rows)) == [0, 1, 0, 0]
    assert counts(importing.apply(FINDINGS, rows)) == [0, 0, 1, 0]
    assert draft.versions.count() == 2
    assert draft.versions.last().via == "import"


def test_a_published_record_gets_a_pending_edit(published):
    rows = rows_of(FINDINGS, title="New title")
    assert counts(importing.apply(FINDINGS, rows)) == [0, 1, 0, 0]
    assert models.Record.objects.get().title == "Title of ICS18-F01"
    assert models.Edit.objects.pending().get().row["title"] == "New title"
    assert counts(importing.apply(FINDINGS, rows)) == [0, 0, 1, 0]


def test_a_new_record_is_a_draft_and_gets_a_reference(draft):
    fields = {
        "title": "Another",
        "short_title": "Another",
        "source": draft.source.slug,
        "speaker": "authors",
        "trail": "stated",
        "state": "published",
    }
    report = importing.apply(FINDINGS, [(2, fields)])
    assert counts(report) == [1, 0, 0, 0]
    made = models.Record.objects.get(title="Another")
    assert (made.reference, made.state) == ("ICS18-F02", State.DRAFT)
    assert (versions.out_of_step(), upkeep.out_of_step()) == ([], [])


def test_columns_that_are_missing_stay_as_they_are(draft):
    importing.apply(FINDINGS, [(2, {"reference": "ICS18-F01", "title": "New title"})])
    draft.refresh_from_db()
    assert (draft.title, draft.summary) == ("New title", "Summary of ICS18-F01.")


def test_one_wrong_row_takes_everything_back(draft):
    rows = [
        (2, {"reference": "ICS18-F01", "title": "New title"}),
        (3, {"reference": "ICS18-F01", "title": "Twice"}),
        (4, {"reference": "ICS18-F02", "title": "x" * 121, "trail": "guessed", "nonsense": "1"}),
    ]
    with pytest.raises(importing.Unsound) as unsound:
        importing.apply(FINDINGS, rows)
    assert faults(unsound.value.report)[:3] == [
        (3, "reference", "stands twice in this file"),
        (4, "nonsense", "is no field of this row"),
        (4, "title", "has 121 characters, and 120 are allowed"),
    ]
    assert models.Record.objects.get().title == "Title of ICS18-F01"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"themes": "gone"}, ("themes", "there is no theme “gone”")),
        ({"verdicts": "[{"}, ("verdicts", "is neither one text a line nor JSON")),
        ({"verdicts": "[" * 5000}, ("verdicts", "is neither one text a line nor JSON")),
        ({"reference": "x"}, ("reference", "“x” is not well formed")),
        ({"title": "a\0b"}, ("title", "holds a NUL character")),
        ({"title": 5}, ("title", "must be text, and is int")),
    ],
)
def test_a_fault_names_its_row_and_column(draft, changes, fault):
    report = importing.preview(FINDINGS, rows_of(FINDINGS, **changes))
    assert faults(report)[0] == (2, *fault)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x", "https:///x"])
def test_the_address_of_a_source_is_one_of_the_web(url):
    factories.source()
    report = importing.preview(BY_NAME["sources"], rows_of(BY_NAME["sources"], url=url))
    assert faults(report) == [(2, "url", f"“{url}” begins with neither https:// nor http://")]


def test_what_somebody_changed_since_the_export_is_kept(draft):
    rows = rows_of(FINDINGS, title="From the file")
    row = edits.working_row(draft)
    edits.save(draft, row, {**row, "summary": "By hand."}, versions.Note("form"))
    assert counts(importing.apply(FINDINGS, rows)) == [0, 1, 0, 0]
    draft.refresh_from_db()
    assert (draft.title, draft.summary) == ("From the file", "By hand.")


def test_the_same_words_changed_since_the_export_are_refused(draft):
    rows = rows_of(FINDINGS, title="From the file")
    row = edits.working_row(draft)
    edits.save(draft, row, {**row, "title": "By hand"}, versions.Note("form"))
    report = importing.preview(FINDINGS, rows)
    assert faults(report) == [(2, "title", "was changed here too since the export (title)")]
    assert models.Edit.objects.count() == 0


# In the admin.


def send(client, content, name="findings.csv", model="finding"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse(f"admin:findings_{model}_import"), {"file": file})


def test_an_import_is_previewed_and_then_made(client, draft):
    client.force_login(editor("manager"))
    url = reverse("admin:findings_finding_export", args=["csv"])
    content = client.get(url).content.replace(b"Title of ICS18-F01", b"Another title")
    page = send(client, content)
    text = page.content.decode()
    assert "1 of 1 rows would change something; 0 are unchanged." in text
    assert "Import 1 row" in text
    assert models.Record.objects.get().title == "Title of ICS18-F01"
    sent = {"carried": page.context["carried"]}
    done = client.post(reverse("admin:findings_finding_import"), sent, follow=True)
    assert "Imported: 0 new, 1 changed, 0 unchanged." in done.content.decode()
    assert models.Record.objects.get().title == "Another title"
    assert draft.versions.last().made_by.username == "manager"


def test_a_preview_that_has_become_wrong_is_shown_again(client, draft):
    client.force_login(editor("manager"))
    content = importing.export(FINDINGS, "csv").replace(b"Title of ICS18-F01", b"Another title")
    carried = send(client, content).context["carried"]
    row = edits.working_row(draft)
    edits.save(draft, row, {**row, "title": "By hand"}, versions.Note("form"))
    page = client.post(reverse("admin:findings_finding_import"), {"carried": carried})
    assert "was changed here too since the export" in page.content.decode()
    assert models.Record.objects.get().title == "By hand"


def carried_of(client, content):
    page = send(client, content)
    return page, {"carried": page.context["carried"]}


def test_the_right_rows_are_let_through_if_asked(client, draft):
    client.force_login(editor("manager"))
    content = b"Our findings\n\nReference,Title\nICS18-F01,New\nICS18-F01,Twice\n"
    page, sent = carried_of(client, content)
    assert "Cell A5, column reference: stands twice in this file" in page.text
    assert "Leave out what is wrong and import 1 row" in page.text
    url = reverse("admin:findings_finding_import")
    assert client.post(url, sent).status_code == 200
    assert models.Record.objects.get().title == "Title of ICS18-F01"
    wrong = client.post(url, sent | {"wrong": "on"}).content.decode("utf-8-sig").splitlines()
    assert wrong == [
        "reference,title,what_is_wrong",
        "ICS18-F01,Twice,reference: stands twice in this file",
    ]
    assert client.post(url, sent | {"right": "on"}).status_code == 302
    assert models.Record.objects.get().title == "New"


def test_the_file_of_wrong_rows_is_read_once_it_is_mended(client, draft):
    client.force_login(editor("manager"))
    _, sent = carried_of(client, b"reference,title\nICS18-F01," + b"x" * 121)
    url = reverse("admin:findings_finding_import")
    mended = client.post(url, sent | {"wrong": "on"}).content.replace(b"x" * 121, b"Mended")
    assert counts(send(client, mended).context["report"]) == [0, 1, 0, 0]


def test_an_empty_table_explains_its_columns(client, draft):
    client.force_login(editor("manager"))
    url = reverse("admin:findings_finding_template")
    assert url in client.get(reverse("admin:findings_finding_import")).text
    content = client.get(url).content
    book = openpyxl.load_workbook(io.BytesIO(content))
    told = {cells[0]: cells[1:3] for cells in book["columns"].iter_rows(values_only=True)}
    assert told["title"] == ("yes", "Text of at most 120 characters.")
    assert told["reference"][0] is None
    assert told["themes"] == (None, "Of the themes the slug, one a line.")
    assert set(told) - {"column"} == {key for each in FINDINGS.fields for key in each.keys}
    assert uploads.read(content, importing.columns_of(FINDINGS)) == []
    client.force_login(editor("author"))
    assert client.get(url).status_code == 403


def test_what_was_assumed_of_a_file_is_said(client, draft):
    client.force_login(editor("manager"))
    page = send(client, "reference,title\nICS18-F01,Café\n".encode("cp1252"))
    assert "read as Windows-1252" in page.text
    assert [line.after["title"] for line in page.context["report"].lines] == ["Café"]


def test_a_hostile_file_is_a_message_beside_the_field(client, draft):
    client.force_login(editor("manager"))
    page = send(client, b'reference,title\nA,"B\n')
    assert page.status_code == 200
    assert "a quotation mark is not closed" in page.content.decode()
    assert "The submitted file is empty." in send(client, b"").content.decode()


def test_carried_rows_are_only_ours_and_only_for_their_noun(client, draft):
    client.force_login(editor("manager"))
    carried = send(client, importing.export(FINDINGS, "csv")).context["carried"]
    for model, sent in (("finding", "x"), ("skill", carried)):
        url = reverse(f"admin:findings_{model}_import")
        assert client.post(url, {"carried": sent}).status_code == 400


@pytest.mark.parametrize(("group", "answer"), [("author", 403), ("reviewer", 403)])
def test_only_managers_import(client, draft, group, answer):
    client.force_login(editor(group))
    assert send(client, b"reference\nA\n").status_code == answer
    assert "Import</a>" not in (
        client.get(reverse("admin:findings_finding_changelist")).content.decode()
    )


def test_an_export_of_another_form_is_refused(admin_client):
    url = reverse("admin:findings_term_export", args=["exe"])
    assert admin_client.get(url).status_code == 400


# From the command line.


def test_the_commands_share_it_all(draft, tmp_path, capsysbinary):
    call_command("export_rows", "findings")
    file = tmp_path / "findings.csv"
    file.write_bytes(capsysbinary.readouterr().out.replace(b"Title of", b"Name of"))
    call_command("import_rows", "findings", file)
    assert capsysbinary.readouterr().out == b"Would be imported: 0 new, 1 changed, 0 unchanged.\n"
    assert models.Record.objects.get().title == "Title of ICS18-F01"
    call_command("import_rows", "findings", file, apply=True)
    assert models.Record.objects.get().title == "Name of ICS18-F01"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"title,title\n", "stands twice"), (b"reference,title\nx,y\n", "Nothing was imported.")],
)
def test_a_command_refuses_in_words(tmp_path, content, sentence):
    file = tmp_path / "findings.csv"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        call_command("import_rows", "findings", file, apply=True)


IMPORTER = """
import sys, django
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from findings.editorial import importing
from findings.publishing.nouns import BY_NAME
rows = [
    (n, {"title": f"Killed {n}", "short_title": f"K{n}", "source": sys.argv[2],
         "speaker": "authors", "trail": "stated"})
    for n in range(int(sys.argv[3]))
]
print("ready", flush=True)
importing.apply(BY_NAME["findings"], rows)
"""


def test_an_import_that_is_killed_leaves_all_or_nothing(transactional_db, exhaustive):
    source = factories.report()
    chance = random.Random(5)
    size = 1000 if exhaustive else 40
    for _ in range(10 if exhaustive else 3):
        kill_one(source, chance.uniform(0, size / 200), size)
        assert models.Record.objects.filter(title__startswith="Killed").count() % size == 0
    assert (versions.out_of_step(), upkeep.out_of_step()) == ([], [])


def kill_one(source, seconds, size):
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORTER, connection.settings_dict["NAME"], source.slug, str(size)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "ics_leadership.settings"},
        stdout=subprocess.PIPE,
        cwd=settings.BASE_DIR,
    )
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.wait()
    process.stdout.close()
