"""Rows of one noun out of the knowledge base, and back in: all of a file or nothing.

A preview is the import itself, undone. An import publishes nothing: new records are drafts, and
a change to a published record is its pending edit. What somebody changed since the file was
exported is merged; where both changed the same words, the row is refused.
"""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from findings.editorial import coming
from findings.formats import tables
from findings.models import Record, Version
from findings.models.sound import every
from findings.publishing import edits, references, saving, versions
from findings.publishing.fields import Fault, Lines, Number
from findings.publishing.relations import Many, Rows
from findings.publishing.states import Refused
from findings.publishing.undoing import apart
from findings.publishing.versions import Note
from findings.search import upkeep
from findings.texts.diffing import differ_rows
from findings.vocabulary import State, Via

# What the row of an export says of the row it was, so that an import is merged against that.
VERSION = "version"
NEW, CHANGED, UNCHANGED, WRONG = "new", "changed", "unchanged", "wrong"


@dataclass
class Line:
    """What becomes of one row of a file. `faults` are (column, sentence)."""

    number: int
    key: str
    outcome: str
    differences: list = field(default_factory=list)
    faults: list = field(default_factory=list)


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


def preview(noun, rows, editor=None):
    """The Report of an import that leaves no trace. `rows` as tables.read() gives them."""
    with apart():
        return bring(noun, rows, editor)


@transaction.atomic
def apply(noun, rows, editor=None):
    """Import `rows`, all or nothing. Returns the Report, or raises Unsound."""
    report = bring(noun, rows, editor)
    if not report.is_sound:
        raise Unsound(report)
    return report


def bring(noun, rows, editor):
    note = Note(Via.IMPORT, editor, "Imported")
    seen = set()
    with upkeep.batched():
        return Report([bring_row(noun, number, raw, note, seen) for number, raw in rows])


def bring_row(noun, number, raw, note, seen):
    key = raw.get(noun.key)
    key = key.strip() if isinstance(key, str) else ""
    line = Line(number, key, UNCHANGED)
    try:
        with transaction.atomic():
            if key and key in seen:
                raise Fault(noun.key, "stands twice in this file")
            seen.add(key)
            write(noun, key, raw, note, line)
    except Fault as fault:
        line.faults = [(fault.field, fault.message)]
    except Refused as refusal:
        line.faults = [(refusal.field, reason) for reason in refusal.reasons]
    except IntegrityError as error:
        line.faults = [("", f"the database refuses it: {error}")]
    if line.faults:
        line.outcome = WRONG
    return line


def write(noun, key, raw, note, line):
    thing = noun.find(key) if key else None
    now = working_row(noun, thing) if thing else {}
    row = parsed(noun, {**now, **given(noun, raw)}, line)
    if line.faults:
        return
    if thing is None:
        create(noun, row, note)
        line.key, line.outcome = row[noun.key], NEW
        line.differences = differ_rows({}, row, spell)
        return
    base = base_of(thing, raw) or now
    if row.get("state", "") != now.get("state", ""):
        raise Fault("state", "is changed by the actions in the list, never by an import")
    merged = change(thing, noun, base, row, note)
    if merged.conflicts:
        names = ", ".join(conflict.field for conflict in merged.conflicts)
        raise Fault(merged.conflicts[0].field, f"was changed here too since the export ({names})")
    after = working_row(noun, every(type(thing)).get(pk=thing.pk))
    line.differences = differ_rows(now, after, spell)
    line.outcome = CHANGED if line.differences else UNCHANGED


def given(noun, raw):
    """The values of a row of a file, lists as lists."""
    lists = {each.key for each in noun.fields if isinstance(each, Lines | Many | Rows)}
    numbers = {each.key for each in noun.fields if isinstance(each, Number)}
    values = {}
    for column, cell in raw.items():
        if column == VERSION:
            continue
        values[column] = cell
        try:
            if isinstance(cell, str) and column in lists:
                values[column] = tables.value_of(cell, is_list=True)
            elif isinstance(cell, str) and column in numbers and cell.isascii() and cell.isdigit():
                values[column] = int(cell[:9])
        except (ValueError, RecursionError):
            raise Fault(column, "is neither one text a line nor JSON") from None
    return values


def parsed(noun, raw, line):
    if issubclass(noun.model, Record) and not raw.get("state"):
        raw = {**raw, "state": State.DRAFT.value}
    if noun.letter and not raw.get(noun.key):
        raw = {**raw, noun.key: issued(noun, raw)}
    row, faults = noun.parse(raw)
    faults = faults or coming.faults(row)
    line.faults = [(fault.field, fault.message) for fault in faults]
    return row


def issued(noun, raw):
    """A reference for a row that has none yet."""
    source = noun.source_field.find(raw.get("source") or "")
    if not source.report_code:
        raise Fault("source", "is no report, so it has no references to issue")
    return references.issue(source, noun.letter)


def create(noun, row, note):
    if "state" in row:
        row["state"] = State.DRAFT.value
    thing = noun.model()
    noun.write_columns(thing, row)
    noun.write_deferred(thing, row)
    if isinstance(thing, Record):
        versions.keep(thing, note)


def change(thing, noun, base, row, note):
    if isinstance(thing, Record):
        if row == edits.working_row(thing):
            return edits.Outcome()
        outcome = edits.save(thing, base, row, note)
        if outcome.conflicts:
            # Told in the report of the file, which the editor still has: nothing to set aside.
            outcome.edit.delete()
        return outcome
    return saving.save(noun, thing, base, row)


def base_of(thing, raw):
    """The row that was exported, if the file says which, and it is one of this record's."""
    number = raw.get(VERSION)
    if not (isinstance(thing, Record) and isinstance(number, str) and number.isascii()):
        return None
    if not number.isdigit() or len(number) > 18:
        return None
    version = Version.objects.filter(record_id=thing.pk, pk=int(number), redacted_at=None).first()
    return version and version.row


def spell(_field, value):
    if isinstance(value, list):
        return "\n".join(tables.cell_of(each) for each in value)
    return tables.cell_of(value)
