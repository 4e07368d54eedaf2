"""A record, or a version of it, as a file: JSON, Word, PDF."""

import json

from findings import strict
from findings.as_at import KEY as AS_AT
from findings.documents import records as record_documents
from findings.documents import versions as version_documents
from findings.editions.edition import edition_of
from findings.models import Record
from findings.representations import around, records, versions
from findings.representations.origin import Origin

from .citing import citing, version_of
from .errors import bad_request
from .forms import answer, on_paper
from .references import of_a_record, redacted
from .versions import history, neighbours
from .words import explained


@of_a_record
def record_file(request, record, form):
    """The record as readers see it now, or with the verdict of a past day."""
    try:
        strict.check_names(request.GET, (), (AS_AT,))
        as_at = strict.as_at(request.GET)
    except strict.BadParameter as fault:
        return bad_request(request, fault)
    origin = Origin.of(request)
    record = Record.objects.published().for_data(as_at.day).get(pk=record.pk)
    shown = records.represent(record, origin)
    name = "-".join(part for part in (version_name(shown), as_at.text) if part)
    if form == "json":
        return answer(form, written(shown), name)

    def build():
        stands_around = around.represent(record, history(record), explained(record), origin)
        return record_documents.document(shown, stands_around, ways_to_cite(request, record))

    return on_paper(request, form, name, build)


def ways_to_cite(request, record):
    """[(style, text), ...] of the version that readers see now; none before one was kept."""
    if not record.numbered_versions:
        return []
    return citing(request, edition_of(version_of(record))).styles


def version_name(shown):
    """The name of the file without its suffix: "ICS18-F03-v2"."""
    version = shown["version"]
    return f"{shown['reference']}-v{version['number']}" if version else shown["reference"]


@of_a_record
def version_file(request, record, form, number):
    try:
        strict.check_names(request.GET, (), ())
    except strict.BadParameter as fault:
        return bad_request(request, fault)
    version = version_of(record, number)
    if version.is_redacted:
        return redacted(request, version)
    origin = Origin.of(request)
    shown = versions.represent(edition_of(version), origin)
    name = f"{record.reference}-v{number}"
    if form == "json":
        return answer(form, written(shown), name)

    def build():
        edition, around_it = edition_of(version), neighbours(record, number)
        return version_documents.document(
            shown,
            around_it["latest"].number,
            record.standing,
            around_it["difference_url"] and origin.root + around_it["difference_url"],
            citing(request, edition).styles,
        )

    return on_paper(request, form, name, build)


def written(shown):
    return f"{json.dumps(shown, ensure_ascii=False, indent=1)}\n".encode()
