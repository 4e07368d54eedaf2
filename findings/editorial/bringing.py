"""What becomes of the rows of a file: compared and written batch by batch, with few queries."""

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from django.db import DataError, IntegrityError, transaction

from findings.editorial import coming
from findings.formats import tables
from findings.models import Edit, Record, Version
from findings.publishing import batches, edits, references, refusals, versions
from findings.publishing.batches import Writing
from findings.publishing.fields import Fault, Lines, Number
from findings.publishing.record_fields import present
from findings.publishing.relations import Many, Rows
from findings.publishing.states import Refused
from findings.texts import pasted
from findings.texts.diffing import differ_rows
from findings.texts.merging import merge
from findings.vocabulary import State

# What the row of an export says of the row it was, so that an import is merged against that.
VERSION = "version"
# What the file of wrong rows says of each.
WHY = "what_is_wrong"
NEW, CHANGED, UNCHANGED, WRONG = "new", "changed", "unchanged", "wrong"
# So many rows are written together; where one of them can't be, in so many parts.
AT_ONCE, PARTS = 200, 10


@dataclass
class Line:
    """What becomes of one row of a file. `faults` are (column, sentence); `passed` names the
    columns that an import can't change and that were passed over."""

    number: int
    key: str
    raw: dict
    thing: object = None
    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)
    passed: list = field(default_factory=list)

    @property
    def outcome(self):
        if self.faults:
            return WRONG
        if self.thing is None:
            return NEW
        return CHANGED if self.after != self.before else UNCHANGED

    @cached_property
    def differences(self):
        return differ_rows(self.before, self.after, spell)


def lines_of(noun, rows):
    """The Line of each row; one whose key stood above is wrong."""
    seen = set()
    for number, raw in rows:
        line = Line(number, key_of(noun, raw), raw)
        if line.key and line.key in seen:
            line.faults = [(noun.key, "stands twice in this file")]
        seen.add(line.key)
        yield line


def key_of(noun, raw):
    key = raw.get(noun.key)
    if not isinstance(key, str):
        return ""
    return references.spelt(key).strip() if noun.letter else pasted.seen(key).strip()


def bring(noun, lines, note):
    """Bring the rows of these lines into the tables; those that can't be are left out."""
    try:
        with transaction.atomic(), batches.remembering():
            Batch(noun, lines, note).write()
    except (Fault, Refused, IntegrityError, DataError) as error:
        if len(lines) == 1:
            lines[0].faults = list(told(noun, error))
            return
        size = max(1, len(lines) // PARTS)
        for start in range(0, len(lines), size):
            bring(noun, lines[start : start + size], note)


def told(noun, error):
    """Yields what is wrong, as (column, sentence)."""
    if isinstance(error, Fault):
        yield error.field, error.message
    elif isinstance(error, Refused):
        yield from ((error.field, reason) for reason in error.reasons)
    else:
        yield from told(noun, refusals.fault_of(error, noun.model, noun.fields))


class Batch:
    """Rows that are read, compared and written together."""

    def __init__(self, noun, lines, note):
        self.noun, self.lines, self.note = noun, lines, note
        self.is_of_records = issubclass(noun.model, Record)
        self.things = batches.by_key(noun, [key_of(noun, line.raw) for line in lines])
        self.stored = {key: noun.read(thing) for key, thing in self.things.items()}
        self.working = self.read_working() if self.is_of_records else self.stored
        self.versions = self.read_versions() if self.is_of_records else {}
        # What is free to be issued, by source.
        self.free = {}

    def read_working(self):
        pks = [thing.pk for thing in self.things.values()]
        waiting = {each.record_id: each for each in Edit.objects.pending().filter(record__in=pks)}
        return {
            key: edits.brought_up(thing, self.stored[key], waiting.get(thing.pk)).row
            for key, thing in self.things.items()
        }

    def read_versions(self):
        """{number: version} of those that the lines say they were exported from."""
        numbers = [number for line in self.lines if (number := number_of(line.raw))]
        return Version.objects.filter(redacted_at=None).in_bulk(numbers)

    def write(self):
        for line in self.lines:
            if not line.faults:
                self.settle(line)
        sound = [line for line in self.lines if not line.faults]
        self.create([line for line in sound if line.outcome == NEW])
        changed = [line for line in sound if line.outcome == CHANGED]
        if not self.is_of_records:
            self.noun.write_all([Writing(line.thing, line.after) for line in changed])
            return
        held = [line for line in changed if line.thing.is_published]
        written = [line for line in changed if not line.thing.is_published]
        edits.write_all([(line.thing, line.after) for line in written], self.note)
        edits.hold_all([(e.thing, self.stored[e.key], e.after) for e in held], self.note)

    def settle(self, line):
        """Decide what is to become of a line: of what was there, what the file makes of it."""
        line.key = key_of(self.noun, line.raw)
        line.thing = self.things.get(line.key)
        line.before = line.after = self.working.get(line.key, {})
        line.passed = []
        with suppress(Wrong):
            row = self.parsed(line)
            line.after = row if line.thing is None else self.merged(line, row)

    def parsed(self, line):
        raw = {**line.before, **given(self.noun, line)}
        if self.is_of_records and not raw.get("state"):
            raw["state"] = State.DRAFT.value
        if self.noun.letter and not raw.get(self.noun.key):
            raw[self.noun.key] = self.issued(line, raw)
        row, faults = self.noun.parse(raw)
        faults = faults or coming.faults(row)
        if faults:
            raise Wrong(line, *told_all(faults))
        row = present(row)
        line.key = row[self.noun.key]
        if self.is_of_records:
            fixed = line.before or {**row, "state": State.DRAFT.value}
            line.passed = [key for key in edits.FIXED if row[key] != fixed[key]]
            row = edits.alike(row, fixed)
        return row

    def merged(self, line, row):
        base = self.base_of(line) or line.before
        merged = merge(edits.alike(base, row) if self.is_of_records else base, row, line.before)
        if merged.conflicts:
            names = ", ".join(conflict.field for conflict in merged.conflicts)
            sentence = f"was changed here too since the export ({names})"
            raise Wrong(line, (merged.conflicts[0].field, sentence))
        return merged.row

    def base_of(self, line):
        """The row that was exported, if the file says which, and it is one of this record's."""
        version = self.versions.get(number_of(line.raw))
        return present(version.row) if version and version.record_id == line.thing.pk else None

    def issued(self, line, raw):
        """A reference for a row that has none yet."""
        slug = raw.get("source") or ""
        try:
            source = self.noun.source_field.find(slug)
        except Fault as fault:
            raise Wrong(line, (fault.field, fault.message)) from None
        if not source.report_code:
            raise Wrong(line, ("source", "is no report, so it has no references to issue"))
        if slug not in self.free:
            self.free[slug] = references.free(source, self.noun.letter)
        return next(self.free[slug])

    def create(self, lines):
        made = [Writing(self.noun.model(), line.after, is_new=True) for line in lines]
        self.noun.write_all(made)
        if self.is_of_records:
            versions.keep_all([each.thing for each in made], self.note)


class Wrong(Exception):
    """A line is wrong, and so says the line."""

    def __init__(self, line, *faults):
        super().__init__(line.number)
        line.faults = list(faults)


def told_all(faults):
    return [(fault.field, fault.message) for fault in faults]


def number_of(raw):
    number = raw.get(VERSION)
    is_number = isinstance(number, str) and number.isascii() and number.isdigit()
    return int(number) if is_number and len(number) <= 18 else None


def given(noun, line):
    """The values of a row of a file, lists as lists."""
    lists = {each.key for each in noun.fields if isinstance(each, Lines | Many | Rows)}
    numbers = {each.key for each in noun.fields if isinstance(each, Number)}
    values = {}
    for column, cell in line.raw.items():
        if column in (VERSION, WHY):
            continue
        values[column] = cell
        try:
            if isinstance(cell, str) and column in lists:
                values[column] = tables.value_of(cell, is_list=True)
            elif isinstance(cell, str) and column in numbers and cell.isascii() and cell.isdigit():
                values[column] = int(cell[:9])
        except (ValueError, RecursionError):
            raise Wrong(line, (column, "is neither one text a line nor JSON")) from None
    return values


def spell(_field, value):
    if isinstance(value, list):
        return "\n".join(tables.cell_of(each) for each in value)
    return tables.cell_of(value)
