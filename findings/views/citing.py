"""How to cite a record: the texts on its pages, the files, and what machines read there."""

from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe

from findings.asking import strict
from findings.formats.citations import FILES, STYLES
from findings.formats.linked_data import block
from findings.imprint import EDITORS, LICENCE_URL, SITE
from findings.reading.edition import edition_of
from findings.reading.quoting import quote
from findings.representations.origin import root_of

from .errors import strictly
from .references import of_a_record, redacted


class Citing(NamedTuple):
    """What the pages of a record or of one of its versions show about citing it."""

    styles: list
    files: list
    meta: list
    linked_data: str


@of_a_record
@strictly
def citation(request, record, form, number=None):
    """A file for a reference manager: of one version, or of the one that readers see now."""
    strict.check_names(request.GET, (), ())
    version = version_of(record, number)
    if version.is_redacted:
        return redacted(request, version)
    write, content_type, _ = FILES[form]
    quotation = quote(edition_of(version), root_of(request))
    response = HttpResponse(write(quotation), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{quotation.key}.{form}"'
    return response


def version_of(record, number=None):
    """The version of this number, or the latest; a 404 where there is none."""
    wanted = {} if number is None else {"number": number}
    version = record.versions.numbered().filter(**wanted).last()
    if version is None:
        raise Http404
    # With what the caller has already looked up of the record.
    version.record = record
    return version


def citing(request, edition):
    """The Citing of one edition of a record."""
    quotation = quote(edition, root_of(request))
    return Citing(
        [(style, write(quotation)) for style, write in STYLES.items()],
        [(label, file_url(edition.version, form)) for form, (_, _, label) in FILES.items()],
        meta(quotation),
        # The block is JSON whose angle brackets and ampersands are escaped.
        mark_safe(block(linked_data(request, edition, quotation))),  # noqa: S308
    )


def file_url(version, form):
    record = version.record
    return reverse(f"{record.kind}-version-citation", args=[record.reference, version.number, form])


def meta(quotation):
    """[(name, content)] of the `citation_*` elements that reference managers read."""
    fields = [
        ("citation_title", quotation.title),
        ("citation_author", quotation.author),
        ("citation_publication_date", "/".join(map(str, quotation.issued))),
        ("citation_online_date", "/".join(map(str, quotation.versioned))),
        ("citation_technical_report_number", quotation.reference),
        ("citation_public_url", quotation.url),
        ("citation_language", "en-GB"),
    ]
    return [(name, content) for name, content in fields if content]


def linked_data(request, edition, quotation):
    version, record = edition.version, edition.version.record
    return {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": quotation.url,
        "url": request.build_absolute_uri(
            reverse(f"{record.kind}-detail", args=[record.reference])
        ),
        "identifier": record.reference,
        "version": str(version.number),
        "headline": edition.title,
        "abstract": edition.summary,
        "creativeWorkStatus": quotation.caveats[1],
        "inLanguage": "en-GB",
        "dateModified": "-".join(f"{part:02}" for part in quotation.versioned),
        "license": LICENCE_URL,
        "author": {"@type": "Organization", "name": EDITORS},
        "isPartOf": {
            "@type": "WebSite",
            "name": SITE,
            "url": request.build_absolute_uri(reverse("home")),
        },
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": source.title,
                "author": {"@type": "Organization", "name": source.byline},
                "url": source.url or request.build_absolute_uri(source.get_absolute_url()),
            }
            for source in edition.works
        ],
        "audience": [
            {"@type": "Audience", "audienceType": name} for name, _, _ in edition.audiences
        ],
        "keywords": [name for name, _ in edition.themes],
    }
