"""Fixtures into tables, in one transaction, without ever overwriting an editor.

For every row the loader keeps the hash of what it wrote last. When a fixture changes, the
hash tells whether the stored row is still as it was loaded (then it follows the fixture) or
was changed, withdrawn or deleted by an editor (then it stays, and the conflict is reported).
"""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field

import yaml
from django.conf import settings
from django.db import DataError, IntegrityError, transaction

from findings.models import LoadedRow, Record
from findings.search import upkeep
from findings.vocabulary import State, Via

from . import batches, knowledge, rules, versions
from .fields import Fault
from .nouns import BY_NAME, NOUNS
from .record_fields import present
from .rows import digest

# So many rows are read, compared and written together.
AT_ONCE = 200
NOTE = versions.Note(Via.FIXTURES, line="Loaded from the fixtures")


class LoadingFault(Exception):
    """A fixture that can't be loaded. Its text names file, record and field."""

    def __init__(self, file, key, fault):
        place = ", ".join(str(part) for part in (file, key, getattr(fault, "field", "")) if part)
        super().__init__(f"{place}: {getattr(fault, 'message', fault)}")


@dataclass
class Report:
    """What a load did: noun and key of each row, by outcome."""

    added: list = field(default_factory=list)
    updated: list = field(default_factory=list)
    unchanged: int = 0
    # Changed in the fixtures and by an editor since the last load: left as the editor has it.
    conflicts: list = field(default_factory=list)
    # Loaded before and missing in the fixtures now: left where it is.
    gone: list = field(default_factory=list)


class StrictLoader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    """YAML that refuses a key written twice, which plain YAML would silently overwrite."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key) for key, _ in node.value]
        for key, (key_node, _) in zip(keys, node.value, strict=True):
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"“{key}” is written twice", key_node.start_mark
                )
        return super().construct_mapping(node, deep)


@transaction.atomic
def load(folder, progress=None):
    """Load every fixture in `folder` (a Path). Returns a Report, or raises LoadingFault. After
    each batch `progress` is told how many rows of how many were looked at."""
    rows = read(folder)
    for noun in sorted(needed(folder) - rows.keys()):
        raise LoadingFault(f"{folder.name}/{noun}.yaml", "", "is missing")
    with upkeep.batched():
        return write(rows, folder, progress)


def write(rows, folder, progress):
    report, written = Report(), []
    total, done = sum(map(len, rows.values())), 0
    for noun in NOUNS:
        for some in batches.cut(at_present(rows[noun.name]), AT_ONCE):
            written.append((noun, settle(noun, some, str(folder.name), report)))
            done += len(some)
            if progress:
                progress(done, total)
    for noun, some in written:
        put(some, noun.write_all_deferred, noun.write_deferred)
    day = knowledge.knowledge_date()
    for noun, some in written:
        check(noun, some, day)
        if issubclass(noun.model, Record):
            versions.keep_all([each.thing for each in some], NOTE)
    report.gone = missing(rows, str(folder.name))
    return report


def at_present(rows):
    """The same rows, under the themes as they are now."""
    with batches.remembering():
        return [(file, key, present(row)) for file, key, row in rows]


def read(folder):
    """The parsed rows of every file: {noun name: [(file name, key, row), ...]}."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise LoadingFault(folder, "", "there is no fixture in this folder")
    rows = defaultdict(list)
    for path in files:
        file = f"{folder.name}/{path.name}"
        if path.stem not in BY_NAME:
            raise LoadingFault(file, "", f"is none of {', '.join(BY_NAME)}")
        rows[path.stem] = list(parse(BY_NAME[path.stem], file, path))
    return rows


def needed(folder):
    """The nouns of which there must be a file: in the site's own folder all, elsewhere those that
    came from there before."""
    if folder == settings.CONTENT_DIR:
        return set(BY_NAME)
    return set(LoadedRow.objects.filter(folder=folder.name).values_list("noun", flat=True))


def parse(noun, file, path):
    try:
        raws = StrictLoader(path.read_text(encoding="utf-8")).get_single_data()
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise LoadingFault(file, "", " ".join(str(error).split())) from None
    if not isinstance(raws, list):
        raise LoadingFault(file, "", "must be a list of rows")
    seen = set()
    for position, raw in enumerate(raws, start=1):
        if noun.ordered and isinstance(raw, dict):
            raw.setdefault("position", position)
        row, faults = noun.parse(raw)
        named = raw.get(noun.key) if isinstance(raw, dict) else None
        key = named if isinstance(named, str) else f"row {position}"
        if faults:
            raise LoadingFault(file, key, faults[0])
        if key in seen:
            raise LoadingFault(file, key, Fault(noun.key, "stands twice in this file"))
        seen.add(key)
        yield file, key, row


def settle(noun, some, folder, report):
    """Decide what becomes of these rows, and write what they themselves hold. Returns the
    Loading of each that is to be written."""
    keys = [key for _, key, _ in some]
    loaded = LoadedRow.objects.filter(noun=noun.name, key__in=keys)
    loaded = dict(loaded.values_list("key", "digest"))
    digests = {key: digest(row) for _, key, row in some}
    moved = [each for each in some if loaded.get(each[1]) != digests[each[1]]]
    report.unchanged += len(some) - len(moved)
    things = batches.by_key(noun, [key for _, key, _ in moved])
    settled = [
        decided(noun, Loading(things.get(key), row, file=file, key=key), loaded.get(key), report)
        for file, key, row in moved
    ]
    settled = [each for each in settled if each]
    due = [each for each in settled if each.is_due]
    put(due, noun.write_all_columns, noun.write_columns)
    LoadedRow.objects.bulk_create(
        [
            LoadedRow(noun=noun.name, key=each.key, folder=folder, digest=digests[each.key])
            for each in settled
        ],
        update_conflicts=True,
        unique_fields=["noun", "key"],
        update_fields=["folder", "digest", "loaded_at"],
    )
    return due


@dataclass
class Loading(batches.Writing):
    """A row of a fixture that is to be written: from which file, under which key."""

    file: str = ""
    key: str = ""
    is_due: bool = True


def decided(noun, loading, was_loaded, report):
    """The same, as new or to be changed or kept as it is; None for what an editor has changed,
    withdrawn or deleted since it was loaded as the digest `was_loaded`."""
    stored = loading.thing and digest(noun.read(loading.thing))
    if stored == digest(loading.row):
        report.unchanged += 1
        loading.is_due = False
    elif stored != was_loaded:
        report.conflicts.append((noun.name, loading.key))
        return None
    else:
        (report.updated if stored else report.added).append((noun.name, loading.key))
    if loading.thing is None:
        loading.thing, loading.is_new = noun.model(), True
    return loading


def put(loadings, together, alone):
    """Write them together; where that can't be, each alone, to name the one at fault."""
    if not loadings:
        return
    try:
        with transaction.atomic(), batches.remembering():
            together(loadings)
    except (Fault, IntegrityError, DataError):
        for each in loadings:
            with placed(each.file, each.key):
                alone(each.thing, each.row)


@contextmanager
def placed(file, key):
    """Adds file and record to a Fault that is raised inside."""
    try:
        yield
    except Fault as fault:
        raise LoadingFault(file, key, fault) from None


def check(noun, loadings, day):
    for each in loadings:
        if issubclass(noun.model, Record) and each.thing.state == State.PUBLISHED:
            for fault in rules.faults_of(each.thing):
                raise LoadingFault(each.file, each.key, fault)
        for fault in knowledge.faults_of(each.row, day):
            raise LoadingFault(each.file, each.key, fault)


def missing(rows, folder):
    """What this set of fixtures loaded before and no longer holds: [(noun, key), ...]."""
    present = {(noun, key) for noun, some in rows.items() for _, key, _ in some}
    loaded = LoadedRow.objects.filter(folder=folder).values_list("noun", "key")
    return sorted(set(loaded) - present)
