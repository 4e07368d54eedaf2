"""The editors' side: one module a noun. Importing them here registers them."""

from django.contrib import admin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from taggit.models import Tag

from . import (
    audiences,
    developments,
    gaps,
    home,
    law,
    links,
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
    "law",
    "links",
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

# Themes are the only tags here, and they have a list of their own.
admin.site.unregister(Tag)
# Whoever sees the key of a second step can take it.
admin.site.unregister([TOTPDevice, StaticDevice])
