"""A record, or a version of it, as a file: JSON, Word, PDF."""

import json

from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking import strict
from findings.asking.printed import KEY as PRINTED
from findings.documents import closing
from findings.documents import records as record_documents
from findings.documents import versions as version_documents
from findings.models import Record
from findings.reading.edition import edition_of
from findings.representations import around, records, versions
from findings.representations.origin import Origin
from findings.texts.days import KEY as AS_AT

from .citing import citing, version_of
from .downloads import answer, on_paper
from .errors import strictly
from .references import of_a_record, redacted
from .versions import history, neighbours
from .words import explained


@of_a_record
@strictly
def record_file(request, record, form):
    """The record as readers see it now, or with the verdict of a past day."""
    strict.check_names(request.GET, (), (AS_AT,))
    as_at = strict.as_at(request.GET)

    def read():
        return Record.objects.published().for_data(as_at.day).get(pk=record.pk)

    if form == "json":
        shown = records.represent(read(), Origin.of(request))
        return answer(form, written(shown), name_of(shown))

    def build():
        whole, origin = read(), Origin.of(request)
        shown = records.represent(whole, origin)
        stands_around = around.represent(whole, history(whole), explained(whole), origin)
        cited, code = ways_to_cite(request, whole), code_of(shown, origin)
        return record_documents.document(shown, stands_around, cited, code), name_of(shown)

    return on_paper(request, form, build)


def code_of(shown, origin):
    """What leads from paper to what changed since; nothing on that of a past day."""
    if shown["as_at"]:
        return ()
    reference, today = shown["reference"], localdate()
    path = reverse("reference", args=[reference])
    address = f"{origin.root}{path}?{PRINTED}={today.isoformat()}"
    return (closing.printed(today, address, reference),)


def ways_to_cite(request, record):
    """[(style, text), ...] of the version that readers see now; none before one was kept."""
    kept = record.numbered_versions
    if not kept or kept[-1].is_redacted:
        return []
    return citing(request, edition_of(version_of(record))).styles


def name_of(shown):
    """The name of the file without its suffix: "ICS18-F03-v2-2022-08-01"."""
    version, day = shown["version"], shown["as_at"]
    parts = [shown["reference"], version and f"v{version['number']}", day]
    return "-".join(part for part in parts if part)


@of_a_record
@strictly
def version_file(request, record, form, number):
    strict.check_names(request.GET, (), ())
    version = version_of(record, number)
    if version.is_redacted:
        return redacted(request, version)
    if form == "json":
        shown = versions.represent(edition_of(version), Origin.of(request))
        return answer(form, written(shown), f"{record.reference}-v{number}")

    def build():
        return whole_version(request, record, version), f"{record.reference}-v{number}"

    return on_paper(request, form, build)


def whole_version(request, record, version):
    origin, edition = Origin.of(request), edition_of(version)
    beside = neighbours(record, version.number)
    return version_documents.document(
        versions.represent(edition, origin),
        beside["latest"].number,
        record.standing,
        beside["difference_url"] and origin.root + beside["difference_url"],
        citing(request, edition).styles,
    )


def written(shown):
    return f"{json.dumps(shown, ensure_ascii=False, indent=1)}\n".encode()
