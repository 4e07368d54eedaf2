"""Everything at once: all records and all they lead to, with the licence, in one ZIP file."""

import io
import json
import zipfile

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.urls import reverse

from findings.formats import tables
from findings.models import HomePage
from findings.query import Query
from findings.representations import columns, records, roles

from .answers import no_parameters, operation
from .nouns import NOUNS

# A date of its own would make each copy differ.
NO_DATE = (1980, 1, 1, 0, 0, 0)
ABOUT = """\
All that ICS Leadership publishes: {origin}

records.json       every finding, skill and recommendation, in full
records.csv        the same as a table, a record a row
*.json             audiences, roles, themes, sources, developments, gaps, terms
LICENCE.txt        what you may do with it: CC BY 4.0

The keys are explained at {origin}{docs}. Reference, version, verdict and the day on which the
verdict was checked stand in each record. {knowledge}
"""


@operation
def dump(request, origin):
    no_parameters(request)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, content in contents(origin):
            parcel.writestr(zipfile.ZipInfo(name, NO_DATE), content, zipfile.ZIP_DEFLATED)
    response = HttpResponse(stream.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="ics-leadership.zip"'
    return response


def contents(origin):
    """Yields (name, content) of every file in the parcel."""
    yield "README.txt", about(origin)
    yield "LICENCE.txt", (settings.BASE_DIR / "LICENSE-CONTENT").read_text()
    everything = list(records.found(Query.parse(QueryDict(), reverse("browse")), origin))
    yield "records.json", written(everything)
    yield "records.csv", tables.write("csv", list(columns.COLUMNS), map(columns.row, everything))
    for noun, (rows, represent) in NOUNS.items():
        yield f"{noun}s.json", written([represent(row, origin) for row in rows()])
    yield "roles.json", written(roles.represent_all(origin))


def about(origin):
    knowledge = HomePage.objects.knowledge()
    return ABOUT.format(origin=origin.root, docs=reverse("api"), knowledge=knowledge).strip() + "\n"


def written(data):
    return json.dumps(data, ensure_ascii=False, indent=1)
