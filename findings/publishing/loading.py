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
from django.db import transaction

from findings.models import LoadedRow, Record
from findings.search import upkeep
from findings.vocabulary import State, Via

from . import knowledge, rules, versions
from .fields import Fault
from .nouns import BY_NAME, NOUNS
from .rows import digest


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
def load(folder):
    """Load every fixture in `folder` (a Path). Returns a Report, or raises LoadingFault."""
    rows = read(folder)
    for noun in sorted(needed(folder) - rows.keys()):
        raise LoadingFault(f"{folder.name}/{noun}.yaml", "", "is missing")
    with upkeep.batched():
        return write(rows, folder)


def write(rows, folder):
    report = Report()
    written = []
    for noun in NOUNS:
        for file, key, row in rows[noun.name]:
            if thing := settle(noun, key, row, str(folder.name), report, file):
                written.append((noun, file, key, row, thing))
    for noun, file, key, row, thing in written:
        with placed(file, key):
            noun.write_deferred(thing, row)
    check_rules(written)
    check_knowledge(written)
    for thing in records_in(written):
        versions.keep(thing, versions.Note(Via.FIXTURES, line="Loaded from the fixtures"))
    report.gone = missing(rows, str(folder.name))
    return report


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


def settle(noun, key, row, folder, report, file):
    """Decide what becomes of one row. Returns the thing to write, or None to leave it."""
    loaded = LoadedRow.objects.filter(noun=noun.name, key=key).first()
    new = digest(row)
    if loaded and loaded.digest == new:
        report.unchanged += 1
        return None
    thing = noun.find(key)
    stored = thing and digest(noun.read(thing))
    if thing and stored == new:
        report.unchanged += 1
    elif (thing and not (loaded and stored == loaded.digest)) or (loaded and not thing):
        report.conflicts.append((noun.name, key))
        return None
    else:
        (report.updated if thing else report.added).append((noun.name, key))
        thing = thing or noun.model()
        with placed(file, key):
            noun.write_columns(thing, row)
    LoadedRow.objects.update_or_create(
        noun=noun.name, key=key, defaults={"folder": folder, "digest": new}
    )
    return thing if stored != new else None


@contextmanager
def placed(file, key):
    """Adds file and record to a Fault that is raised inside."""
    try:
        yield
    except Fault as fault:
        raise LoadingFault(file, key, fault) from None


def records_in(written):
    return [thing for *_, thing in written if isinstance(thing, Record)]


def check_rules(written):
    for _noun, file, key, _row, thing in written:
        if isinstance(thing, Record) and thing.state == State.PUBLISHED:
            for fault in rules.faults_of(thing):
                raise LoadingFault(file, key, fault)


def check_knowledge(written):
    day = knowledge.knowledge_date()
    for _noun, file, key, row, _thing in written:
        for fault in knowledge.faults_of(row, day):
            raise LoadingFault(file, key, fault)


def missing(rows, folder):
    """What this set of fixtures loaded before and no longer holds: [(noun, key), ...]."""
    present = {(noun, key) for noun, some in rows.items() for _, key, _ in some}
    loaded = LoadedRow.objects.filter(folder=folder).values_list("noun", "key")
    return sorted(set(loaded) - present)
