"""A record, or a version of it, as a file: JSON, Word, PDF."""

import json

from findings import strict
from findings.as_at import KEY as AS_AT
from findings.documents import records as record_documents
from findings.documents import versions as version_documents
from findings.editions.edition import edition_of
from findings.formats import citations
from findings.representations import records, versions
from findings.representations.origin import Origin

from .citing import quote, version_of
from .errors import bad_request
from .forms import answer, on_paper
from .references import of_a_record, redacted


@of_a_record
def record_file(request, record, form):
    """The record as readers see it now, or with the verdict of a past day."""
    try:
        strict.check_names(request.GET, (), (AS_AT,))
        as_at = strict.as_at(request.GET)
    except strict.BadParameter as fault:
        return bad_request(request, fault)
    [shown] = records.represent_all([record.pk], Origin.of(request), as_at.day)
    name = "-".join(part for part in (version_name(shown), as_at.text) if part)
    if form == "json":
        return answer(form, written(shown), name)

    def build():
        cited = citation(request, version_of(record)) if shown["version"] else ""
        return record_documents.document(shown, cited)

    return on_paper(request, form, name, build)


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
    shown = versions.represent(edition_of(version), Origin.of(request))
    name = f"{record.reference}-v{number}"
    if form == "json":
        return answer(form, written(shown), name)

    def build():
        latest = record.versions.numbered().last().number
        cited = citation(request, version)
        return version_documents.document(shown, latest, record.standing, cited)

    return on_paper(request, form, name, build)


def written(shown):
    return f"{json.dumps(shown, ensure_ascii=False, indent=1)}\n".encode()


def citation(request, version):
    return citations.plain(quote(request, edition_of(version)))
