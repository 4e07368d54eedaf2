"""How to cite a record: the texts on its pages, the files, and what machines read there."""

from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe

from findings.asking import strict
from findings.formats.citations import FILES, STYLES, Quotation, date_in, long_date
from findings.formats.linked_data import block
from findings.models import HomePage
from findings.models.standing import Standing
from findings.reading.edition import edition_of
from findings.vocabulary import Trail

from .errors import strictly
from .references import of_a_record, redacted

EDITORS = "The editors of ICS Leadership"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


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
    quotation = quote(request, edition_of(version))
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
    quotation = quote(request, edition)
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


def quote(request, edition, knowledge=None):
    """An edition as a Quotation. Its verdict is today's, so that nobody quotes a dead fact.

    Whoever quotes many gives the sentence on the editors' knowledge, read once.
    """
    version, record = edition.version, edition.version.record
    today = timezone.localdate()
    standing = Standing(record.verdict_on(today), today, record.recheck_since)
    on = numbers(timezone.localdate(version.made_at))
    return Quotation(
        **work(edition, on),
        kind=record.kind,
        reference=record.reference,
        version=version.number,
        versioned=on,
        caveats=(
            edition.trail.label,
            standing.sentence if standing.row else "",
            about(edition),
            HomePage.objects.knowledge() if knowledge is None else knowledge,
        ),
        checked=numbers(standing.checked_on),
        url=request.build_absolute_uri(version.get_absolute_url()),
    )


def numbers(day):
    return (day.year, day.month, day.day) if day else ()


def work(edition, on):
    """Who made what is cited, and when: the work that the record rests on, or the editors."""
    source, citation = cited(edition)
    if source is None:
        own = {"author": EDITORS, "title": edition.title, "heading": "", "place": ""}
        return {**own, "published": long_date(on), "issued": on}
    return {
        "author": source.byline,
        "title": source.title,
        "heading": edition.title,
        "published": source.published,
        "issued": numbers(source.published_on) or date_in(source.published),
        "place": edition.passage(citation).label,
    }


def cited(edition):
    """The source that is the author of what the record says, and the citation; or two None."""
    citation = edition.main_citation
    source = citation and edition.names.sources.get(citation["source"])
    return (source, citation) if source and edition.trail != Trail.OWN else (None, None)


def about(edition):
    """The report behind the record, where that is not the work that is cited."""
    source, _ = cited(edition)
    report = edition.names.sources.get(edition.row["source"])
    if report is None or report == source:
        return ""
    relation = "It is about" if source else "It rests on"
    return f"{relation} {report.byline}, “{report.title}”, {report.published}"


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
        "license": LICENCE,
        "author": {"@type": "Organization", "name": EDITORS},
        "isPartOf": {
            "@type": "WebSite",
            "name": "ICS Leadership",
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
