import re

from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, register_converter

from findings.api import docs
from findings.asking import short
from findings.formats.citations import FILES
from findings.sitemaps import SITEMAPS
from findings.views import (
    audiences,
    briefs,
    browse,
    cards,
    changes,
    citing,
    compare,
    coverage,
    crawlers,
    decks,
    diaries,
    feeds,
    gaps,
    glossary,
    home,
    law,
    lists,
    mapping,
    pages,
    papers,
    preview,
    record_files,
    records,
    references,
    self_check,
    sources,
    start,
    themes,
    timeline,
    versions,
)
from findings.views.downloads import FORMS, OF_A_RECORD
from findings.vocabulary import Kind


class ReferenceConverter:
    """A reference in any case: ICS18-F03, ics18-g01. The views redirect to the canonical one."""

    regex = r"[A-Za-z]+[0-9]+-[A-Za-z][0-9]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class VersionConverter:
    """The public number of a version: 1, 2, 3."""

    regex = r"[1-9][0-9]{0,5}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class FormConverter(ReferenceConverter):
    """The suffix of a file with a citation."""

    regex = "|".join(map(re.escape, FILES))


class ListFormConverter(ReferenceConverter):
    """The suffix of a list as a file."""

    regex = "|".join(FORMS)


class RecordFormConverter(ReferenceConverter):
    """The suffix of a record, or of a version of it, as a file."""

    regex = "|".join(OF_A_RECORD)


class DigestConverter(ReferenceConverter):
    """What a stylesheet made by the site is named after: the start of the digest of its text."""

    regex = r"[0-9a-f]{12}"


class MapFormConverter(ReferenceConverter):
    """The suffix of a file with the map."""

    regex = "|".join(mapping.FORMS)


class PaperConverter(ReferenceConverter):
    """The suffix of a document for paper, or of its words alone."""

    regex = "docx|pdf|md"


register_converter(PaperConverter, "paper")


class ShortConverter(ReferenceConverter):
    """The records of a paper as one word."""

    regex = short.TAKEN


register_converter(ReferenceConverter, "reference")
register_converter(ShortConverter, "short")
register_converter(VersionConverter, "version")
register_converter(DigestConverter, "digest")
register_converter(MapFormConverter, "map-form")
register_converter(FormConverter, "form")
register_converter(ListFormConverter, "listform")
register_converter(RecordFormConverter, "recordform")


def pages_of(kind):
    """The list of one kind of record, and all the addresses of each."""
    record = f"{kind.slug}/<reference:reference>"
    version = f"{record}/v<version:number>"
    between = f"{record}/v<version:older>..v<version:newer>/"
    routes = [
        (f"{kind.slug}/", browse.record_list, "list"),
        (f"{kind.slug}.<listform:form>", lists.record_list_file, "list-file"),
        (f"{record}/", records.record_detail, "detail"),
        (f"{record}.<form:form>", citing.citation, "citation"),
        (f"{record}.<recordform:form>", record_files.record_file, "file"),
        (f"{record}.png", cards.record_card, "card"),
        (f"{version}/", versions.version_detail, "version"),
        (f"{version}.<form:form>", citing.citation, "version-citation"),
        (f"{version}.<recordform:form>", record_files.version_file, "version-file"),
        (between, versions.version_difference, "difference"),
    ]
    return [path(route, view, {"kind": kind}, f"{kind}-{name}") for route, view, name in routes]


urlpatterns = [
    path("", home.home, name="home"),
    path("start/", start.start, name="start"),
    path("start.<paper:form>", start.start_file, name="start-file"),
    path("browse/", browse.browse, name="browse"),
    path("browse.<listform:form>", lists.browse_file, name="browse-file"),
    path("map/", mapping.map_page, name="map"),
    path("map.<digest:asked>.css", mapping.map_lights, name="map-lights"),
    path("map.<map-form:form>", mapping.map_form, name="map-form"),
    path("for/", audiences.audience_list, name="audience-list"),
    path("for/<slug:slug>.pptx", decks.audience_slides, name="audience-slides"),
    path("for/<slug:slug>/", audiences.audience_detail, name="audience-detail"),
    *(route for kind in Kind for route in pages_of(kind)),
    path("<reference:reference>", references.reference_redirect, name="reference"),
    path("<reference:reference>/", references.reference_redirect),
    path("themes/", themes.theme_list, name="theme-list"),
    path("themes/<slug:slug>/", browse.theme_detail, name="theme-detail"),
    path("themes/<slug:slug>.<listform:form>", lists.theme_file, name="theme-file"),
    path("sources/", sources.source_list, name="source-list"),
    path("sources/<slug:slug>/", sources.source_detail, name="source-detail"),
    path("law/", law.law, name="law"),
    path("law.<paper:form>", law.law_file, name="law-file"),
    path("law/<slug:slug>/", law.law_of_audience, name="law-audience"),
    path("law/<slug:slug>.<paper:form>", law.law_file, name="law-audience-file"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("compare/", compare.compare, name="compare"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("briefs/", briefs.brief_list, name="brief-list"),
    path("briefs/<slug:slug>/", briefs.brief_detail, name="brief-detail"),
    path("briefs/<slug:slug>.<paper:form>", briefs.brief_file, name="brief-file"),
    path("self-check/", self_check.self_check, name="self-check"),
    path("paper/", papers.paper, name="paper"),
    path("paper.pptx", decks.paper_slides, name="paper-slides"),
    path("p/<short:code>", papers.short, name="paper-short"),
    path("paper.ics", diaries.paper_days, name="paper-days"),
    path("paper.<paper:form>", papers.paper_file, name="paper-file"),
    path("gaps/", gaps.gap_list, name="gap-list"),
    path("gaps/<reference:reference>/", gaps.gap_detail, name="gap-detail"),
    path("about/", pages.about, name="about"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("contact/", pages.contact, name="contact"),
    path("preview/<str:token>/", preview.preview, name="preview"),
    path("changes/", changes.changes, name="changes"),
    path("feeds/", feeds.feed_list, name="feed-list"),
    path("changes.atom", changes.feed, name="changes-feed"),
    path("api/", docs.docs, name="api"),
    path("api/v1/", include("findings.api.urls")),
    path("sitemap.xml", crawlers.sitemap_of_all, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
    path("opensearch.xml", crawlers.opensearch, name="opensearch"),
    path("llms.txt", crawlers.llms, name="llms"),
    path("robots.txt", crawlers.robots, name="robots"),
    path(".well-known/security.txt", crawlers.security, name="security"),
]
