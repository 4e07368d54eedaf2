"""All rows of the site in one file, from either database into either; docs/adr/0040 says why.

A zip holds `manifest.json` and for each table the lines of its rows, as JSON. The manifest has
the number and the digest of the lines of each table, and the migrations by which they came.
"""

import hashlib
import json
import zipfile
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from findings.models import Record
from findings.search import upkeep

FORMAT = 1
# Sessions are keys to the admin for whoever finds the file; the index is made anew.
LEFT_OUT = {"sessions.Session", "findings.Attempt", "findings.SearchRow"}
MANIFEST = "manifest.json"


class Fault(Exception):
    """Why nothing was written or restored."""


def write(path: Path) -> dict:
    """Writes the file and returns its manifest. It is there whole or not at all."""
    if path.exists():
        raise Fault(f"{path} is there already.")
    part = path.with_name(f"{path.name}.part")
    part.touch(mode=0o600)
    try:
        with one_moment(), zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            tables = {label(model): put(archive, model) for model in models_of(apps)}
            manifest = {
                "format": FORMAT,
                "made_at": datetime.now(UTC).isoformat(),
                "left_out": sorted(LEFT_OUT),
                "migrations": sorted(MigrationRecorder(connection).applied_migrations()),
                "tables": tables,
            }
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return manifest


@contextmanager
def one_moment():
    """All is read as it was at one moment, while others go on writing."""
    postgresql = connection.vendor == "postgresql"
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if postgresql else "BEGIN")
        try:
            yield
        finally:
            cursor.execute("COMMIT")


def models_of(apps):
    every = apps.get_models(include_auto_created=True)
    kept = [model for model in every if not model._meta.proxy and model._meta.managed]
    return sorted((model for model in kept if label(model) not in LEFT_OUT), key=label)


def label(model):
    return model._meta.label


def put(archive, model) -> dict:
    """Writes the rows of a table, and returns how many there are and their digest."""
    rows, digest = 0, hashlib.sha256()
    with archive.open(f"{label(model)}.jsonl", "w", force_zip64=True) as file:
        for line in lines_of(model):
            digest.update(line)
            file.write(line)
            rows += 1
    return {"rows": rows, "sha256": digest.hexdigest()}


def lines_of(model):
    names = [field.attname for field in model._meta.local_concrete_fields]
    for row in model._base_manager.order_by("pk").values_list(*names):
        pairs = dict(zip(names, row, strict=True))
        # Sorted, since PostgreSQL keeps no order of the names in what is JSON already.
        text = json.dumps(pairs, default=plain, ensure_ascii=False, sort_keys=True)
        yield text.encode() + b"\n"


def plain(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"A backup can't hold {type(value).__name__}.")


def read(path: Path) -> dict:
    """The manifest of a file in which every line is as it was written."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest["format"] != FORMAT:
                raise Fault(
                    f"{path} has format {manifest['format']}, and this site reads {FORMAT}."
                )
            for name, table in manifest["tables"].items():
                with archive.open(f"{name}.jsonl") as file:
                    if hashlib.file_digest(file, "sha256").hexdigest() != table["sha256"]:
                        raise Fault(f"{path} is damaged: {name} is not as it was written.")
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, EOFError) as fault:
        raise Fault(f"{path} can’t be read as a backup: {fault}") from fault
    return manifest


def restore(path: Path) -> dict:
    """Fills an empty database with a backup, brings it up to date, and returns the manifest."""
    manifest = read(path)
    migrate_to(manifest["migrations"])
    if Record._base_manager.exists() or apps.get_model("auth.User").objects.exists():
        raise Fault("This database holds records or accounts. Restore into an empty one.")
    executor = MigrationExecutor(connection)
    state = executor.loader.project_state([tuple(each) for each in manifest["migrations"]])
    models = models_of(state.apps)
    with transaction.atomic(), zipfile.ZipFile(path) as archive:
        for model in models:
            model._base_manager.all()._raw_delete(connection.alias)
        for model in models:
            if label(model) in manifest["tables"]:
                take(archive, model)
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            connection.cursor().execute(statement)
        compare(models, manifest)
    call_command("migrate", verbosity=0, interactive=False)
    upkeep.rebuild()
    return manifest


def migrate_to(applied):
    """Makes the tables as they were when the backup was written."""
    executor = MigrationExecutor(connection)
    wanted = {tuple(each) for each in applied}
    if unknown := wanted - set(executor.loader.graph.nodes):
        names = ", ".join(sorted(".".join(each) for each in unknown))
        raise Fault(f"The backup is newer than this site, which doesn’t know {names}.")
    if set(executor.loader.applied_migrations) - wanted:
        if Record._base_manager.exists():
            raise Fault("This database holds records or accounts. Restore into an empty one.")
        raise Fault("The backup is older than these tables. Restore into a database without any.")
    if wanted == set(executor.loader.graph.nodes):
        call_command("migrate", verbosity=0, interactive=False)
    else:
        executor.migrate(sorted(wanted))


def take(archive, model):
    """Puts the rows of a table in as they are: no date is set anew."""
    fields = model._meta.local_concrete_fields
    size = connection.ops.bulk_batch_size(fields, [None] * 200) or 200
    with archive.open(f"{label(model)}.jsonl") as file:
        batch = []
        for line in file:
            batch.append(row_of(model, fields, json.loads(line)))
            if len(batch) == min(size, 200):
                model._base_manager._insert(batch, fields, raw=True, using=connection.alias)
                batch = []
        if batch:
            model._base_manager._insert(batch, fields, raw=True, using=connection.alias)


def row_of(model, fields, pairs):
    row = model()
    for field in fields:
        value = pairs[field.attname]
        setattr(row, field.attname, value if field.is_relation else field.to_python(value))
    return row


def compare(models, manifest):
    """Nothing is restored unless every table reads as it did when it was written."""
    for model in models:
        digest = hashlib.sha256()
        for line in lines_of(model):
            digest.update(line)
        written = manifest["tables"].get(label(model))
        if written and digest.hexdigest() != written["sha256"]:
            raise Fault(f"Nothing was restored: {label(model)} came out otherwise.")
