"""The editors' side: one module a noun. Importing them here registers them."""

from django.contrib import admin
from taggit.models import Tag

from . import (
    audiences,
    developments,
    gaps,
    home,
    records,
    references,
    searching,
    sources,
    terms,
    themes,
    users,
    verdicts,
    versions,
)

__all__ = [
    "audiences",
    "developments",
    "gaps",
    "home",
    "records",
    "references",
    "searching",
    "sources",
    "terms",
    "themes",
    "users",
    "verdicts",
    "versions",
]

admin.site.site_header = "ICS Leadership: for its editors"
admin.site.site_title = "ICS Leadership"
admin.site.index_title = "What you can edit"
# Themes are the only tags here, and they have a list of their own.
admin.site.unregister(Tag)
