"""Rows of a file that are compared and written together, as each would be alone."""

import pytest

from findings import models
from findings.editorial import importing
from findings.editorial.bringing import CHANGED, NEW, UNCHANGED, WRONG
from findings.formats import uploads
from findings.publishing import edits, references, versions
from findings.publishing.nouns import BY_NAME
from findings.publishing.undoing import undone
from findings.search import upkeep
from tests import factories

pytestmark = [pytest.mark.django_db]
FINDINGS = BY_NAME["findings"]


@pytest.fixture
def draft():
    record = factories.record("ICS18-F01", state="draft")
    references.claim("ICS18-F01", record.source, "F")
    versions.keep(record, versions.Note("form"))
    return record


def counts(report):
    return [report.count(outcome) for outcome in (NEW, CHANGED, UNCHANGED, WRONG)]


@pytest.mark.parametrize(
    "typed", ["(ICS18-F01).", "ics18 f1", "ICS18\u2011F01", "\u200bICS18-F01\u00a0", "ICS18-F01/v2"]
)
def test_a_row_is_known_by_its_reference_in_any_dress(draft, typed):
    other = factories.record("ICS18-F02")
    link = {"record": "ics18-f2,", "relation": "agrees-with", "reason": "It says the same."}
    row = {"reference": typed, "links": [link]}
    report = importing.apply(FINDINGS, [(2, row)])
    assert (counts(report), report.lines[0].faults) == ([0, 1, 0, 0], [])
    assert [link.target for link in draft.links.all()] == [other]


def test_what_an_import_may_not_change_is_passed_over(draft):
    row = {"reference": "ICS18-F01", "title": "New title", "state": "published", "source": "x"}
    rows = [(2, row)]
    report = importing.apply(FINDINGS, rows)
    assert (counts(report), report.lines[0].passed) == ([0, 1, 0, 0], ["state", "source"])
    record = models.Record.objects.get()
    assert (record.title, record.state, record.source) == ("New title", "draft", draft.source)


def test_rows_written_together_are_as_each_alone(content, monkeypatch):
    """In one batch, and in batches of one."""
    noun = BY_NAME["recommendations"]
    rows = [
        (number, {**row, "reference": "", "version": "", "title": f"Anew {number}"})
        for number, row in uploads.read(importing.export(noun, "csv"))
    ]
    made = []
    for size in (200, 1):
        monkeypatch.setattr(importing, "AT_ONCE", size)
        with undone():
            assert counts(importing.apply(noun, rows)) == [len(rows), 0, 0, 0]
            assert (versions.out_of_step(), upkeep.out_of_step()) == ([], [])
            new = models.Recommendation.objects.filter(title__startswith="Anew")
            made.append([edits.working_row(each) for each in new])
    assert made[0] == made[1]
    assert len(made[0]) == len(rows)


def test_a_row_that_the_database_refuses_is_the_one_that_is_told(draft):
    fields = {"source": draft.source.slug, "short_title": "S", "speaker": "authors"}
    rows = [(n, {**fields, "title": f"T{n}", "trail": "stated"}) for n in range(2, 25)]
    rows[7][1]["trail"] = "own"
    report = importing.preview(FINDINGS, rows)
    assert counts(report) == [22, 0, 0, 1]
    assert [line.number for line in report.lines if line.faults] == [9]
