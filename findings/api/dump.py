"""Everything at once: all records and all they lead to, with the licence, in one ZIP file."""

import io
import json
import shutil
import tempfile
import zipfile
from itertools import chain, islice

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpResponse, QueryDict
from django.urls import reverse

from findings.asking.query import Query
from findings.formats.press import PRESS
from findings.formats.tables import stream_csv
from findings.models import HomePage, Record, Version
from findings.reading.edition import editions
from findings.representations import columns, records, roles, tables, versions

from .answers import no_parameters, operation
from .nouns import NOUNS

# A date of its own would make each copy differ.
NO_DATE = (1980, 1, 1, 0, 0, 0)
AT_A_TIME = 200
ABOUT = """\
All that ICS Leadership publishes: {origin}

records.*          every finding, skill and recommendation
versions.*         every version of them that has a text
audiences.*        and roles, themes, sources, developments, gaps, laws, terms
LICENCE.txt        what you may do with it: CC BY 4.0

Each as JSON, in full, and as CSV, a row for each: there a thing that has a place of its own is
given by its reference or name.

The keys are explained at {origin}{docs}. Reference, version, verdict and the day on which the
verdict was checked stand in each record. {knowledge}
"""


@operation
def dump(request, origin):
    no_parameters(request)
    # Packed, it is small; the lists themselves are read and written a few rows at a time.
    parcel = io.BytesIO()
    with PRESS.turn(), zipfile.ZipFile(parcel, "w", zipfile.ZIP_DEFLATED) as files:
        add(files, "README.txt", about(origin))
        add(files, "LICENCE.txt", (settings.BASE_DIR / "LICENSE-CONTENT").read_text())
        for name, rows, tell in contents(origin):
            add_both(files, name, rows, tell)
    response = HttpResponse(parcel.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="ics-leadership.zip"'
    return response


def contents(origin):
    """Yields (name, representations, how one is a row of a table) of all that there is."""
    everything = Query.parse(QueryDict(), reverse("browse"))
    yield "records", records.found(everything, origin), columns.row
    yield "versions", all_versions(origin), tables.row
    for noun, (rows, represent) in NOUNS.items():
        yield f"{noun}s", (represent(row, origin) for row in rows()), tables.row
    yield "roles", roles.represent_all(origin), tables.row


def all_versions(origin):
    """Yields every version that readers can open, a number of them read at a time."""
    prepared = Prefetch("record", Record.objects.for_rows())
    found = Version.objects.public().order_by("record__sort_key", "number")
    rest = found.prefetch_related(prepared).iterator(chunk_size=AT_A_TIME)
    while batch := list(islice(rest, AT_A_TIME)):
        for edition in editions(batch).values():
            yield versions.represent(edition, origin)


def add(files, name, text):
    files.writestr(named(name), text)


def named(name):
    info = zipfile.ZipInfo(name, NO_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def add_both(files, name, rows, tell):
    """A list as JSON and as CSV, read once: the table waits on disk until the other is whole."""
    with tempfile.TemporaryFile() as table:
        with files.open(named(f"{name}.json"), "w") as whole:
            for line in stream_csv_of(written(whole, rows), tell):
                table.write(line)
        table.seek(0)
        with files.open(named(f"{name}.csv"), "w") as file:
            shutil.copyfileobj(table, file)


def written(file, rows):
    """Yields each of `rows` after it was written to the JSON file."""
    apart = "[\n"
    for row in rows:
        file.write(f"{apart}{json.dumps(row, ensure_ascii=False, indent=1)}".encode())
        apart = ",\n"
        yield row
    file.write(b"[]" if apart.startswith("[") else b"\n]")


def stream_csv_of(rows, tell):
    """Yields the lines of a table; its columns are those of the first row."""
    rows = map(tell, rows)
    first = next(rows, None)
    if first is not None:
        yield from stream_csv(first, chain([first], rows))


def about(origin):
    knowledge = HomePage.objects.knowledge()
    return ABOUT.format(origin=origin.root, docs=reverse("api"), knowledge=knowledge).strip() + "\n"
