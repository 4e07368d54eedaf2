from functools import partial
from types import SimpleNamespace

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from findings.models import Audience, Gap, Record, Source, Theme
from findings.vocabulary import Kind

PAGES = [
    "home",
    "start",
    "audience-list",
    "brief-list",
    "self-check",
    "browse",
    "map",
    *(f"{kind}-list" for kind in Kind),
    "theme-list",
    "source-list",
    "timeline",
    "coverage",
    "law",
    "compare",
    "changes",
    "glossary",
    "gap-list",
    "about",
    "api",
    "feed-list",
    "accessibility",
    "privacy",
    "contact",
]


class OfThisSite(Sitemap):
    """Under the one address of the site, where one is set; never more in a file than can be made
    while somebody waits."""

    limit = 10_000

    def get_urls(self, page=1, site=None, protocol=None):
        if settings.SITE_URL:
            protocol, _, name = settings.SITE_URL.partition("://")
            site = SimpleNamespace(domain=name)
        return super().get_urls(page, site, protocol)


class PageSitemap(OfThisSite):
    def items(self):
        return PAGES

    def location(self, item):
        return reverse(item)


class RecordSitemap(OfThisSite):
    def items(self):
        return Record.objects.published().order_by("sort_key")

    def lastmod(self, item):
        return item.changed_at


class RowSitemap(OfThisSite):
    """A page for each row of a model that has no drafts and keeps no date of change."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.order_by("pk")


class BriefSitemap(OfThisSite):
    def items(self):
        return Audience.objects.order_by("position")

    def location(self, item):
        return reverse("brief-detail", args=[item.slug])


class LawSitemap(BriefSitemap):
    def location(self, item):
        return reverse("law-audience", args=[item.slug])


# Classes and partials, not instances: Django makes one of each for every request.
SITEMAPS = {
    "pages": PageSitemap,
    "records": RecordSitemap,
    "briefs": BriefSitemap,
    "law": LawSitemap,
    "audiences": partial(RowSitemap, Audience),
    "themes": partial(RowSitemap, Theme),
    "sources": partial(RowSitemap, Source),
    "gaps": partial(RowSitemap, Gap),
}
