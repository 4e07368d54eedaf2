"""Rows of one noun out of the knowledge base, and back in: all of a file or nothing.

A preview is the import itself, undone. An import publishes nothing: new records are drafts, and
a change to a published record is its pending edit. What somebody changed since the file was
exported is merged; where both changed the same words, the row is refused.
"""

from dataclasses import dataclass

from findings.formats import tables
from findings.models import Record
from findings.models.sound import every
from findings.publishing import batches, edits
from findings.publishing.rehearsing import rehearsed
from findings.publishing.undoing import apart
from findings.publishing.versions import Note
from findings.search import upkeep
from findings.vocabulary import Via

from .bringing import AT_ONCE, CHANGED, NEW, VERSION, WHY, WRONG, bring, lines_of


@dataclass
class Report:
    lines: list

    def count(self, outcome):
        return sum(line.outcome == outcome for line in self.lines)

    @property
    def is_sound(self):
        return not self.count(WRONG)

    @property
    def changes(self):
        return self.count(NEW) + self.count(CHANGED)


class Unsound(Exception):
    """An import that was taken back because a row is wrong. Carries the Report."""

    def __init__(self, report):
        super().__init__("A row is wrong: nothing was imported.")
        self.report = report


def export(noun, form):
    """The bytes of a file that holds every row of `noun`."""
    things = every(noun.model).all()
    rows = [{**working_row(noun, thing), VERSION: version_of(thing)} for thing in things]
    return tables.write(form, columns_of(noun), rows)


def columns_of(noun):
    return [*(key for each in noun.fields for key in each.keys), VERSION]


def version_of(thing):
    """The number of the last version that the site kept of a record; empty for other nouns."""
    last = thing.versions.last() if isinstance(thing, Record) else None
    return str(last.pk) if last else ""


def working_row(noun, thing):
    return edits.working_row(thing) if isinstance(thing, Record) else noun.read(thing)


def preview(noun, rows, editor=None, progress=None):
    """The Report of an import that leaves no trace. `rows` as uploads.read() gives them; after
    each batch `progress` is told how many of them are done."""
    with apart(), upkeep.passing():
        return brought(noun, rows, editor, progress)


def apply(noun, rows, editor=None, progress=None):
    """Import `rows`, all or nothing. Returns the Report, or raises Unsound."""

    def work():
        report = brought(noun, rows, editor, progress)
        if not report.is_sound:
            raise Unsound(report)
        return report

    return rehearsed(work)


def only(outcomes, table, report):
    """The rows of `table` of which the report says so."""
    return table.of([(line.number, line.raw) for line in report.lines if line.outcome in outcomes])


def wrong_rows(report):
    """The bytes of a CSV file of the rows that are wrong, each with what is wrong, to be mended
    and sent again."""
    rows = [
        {**line.raw, WHY: "\n".join(f"{column}: {said}" for column, said in line.faults)}
        for line in report.lines
        if line.outcome == WRONG
    ]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return tables.write("csv", columns, [dict.fromkeys(columns) | row for row in rows])


def brought(noun, rows, editor, progress):
    note = Note(Via.IMPORT, editor, "Imported")
    lines = list(lines_of(noun, rows))
    with upkeep.batched():
        done = 0
        for some in batches.cut(lines, AT_ONCE):
            bring(noun, some, note)
            done += len(some)
            if progress:
                progress(done, len(lines))
    return Report(lines)
