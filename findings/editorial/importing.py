"""Rows of one noun out of the knowledge base, and back in: all of a file or nothing.

A preview is the import itself, undone. An import publishes nothing: new records are drafts, and
a change to a published record is its pending edit. What somebody changed since the file was
exported is merged; where both changed the same words, the row is refused.
"""

from dataclasses import dataclass

from findings.formats import tables
from findings.models import Record
from findings.models.sound import every
from findings.publishing import edits
from findings.publishing.rehearsing import rehearsed
from findings.publishing.undoing import apart
from findings.publishing.versions import Note
from findings.search import upkeep
from findings.vocabulary import Via

from .bringing import AT_ONCE, CHANGED, NEW, VERSION, WRONG, bring, lines_of


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
    """The Report of an import that leaves no trace. `rows` as tables.read() gives them; after
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


def brought(noun, rows, editor, progress):
    note = Note(Via.IMPORT, editor, "Imported")
    lines = list(lines_of(noun, rows))
    with upkeep.batched():
        for start in range(0, len(lines), AT_ONCE):
            bring(noun, lines[start : start + AT_ONCE], note)
            if progress:
                progress(min(start + AT_ONCE, len(lines)), len(lines))
    return Report(lines)
