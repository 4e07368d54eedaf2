"""The names of all public pages, so that a list of pages can be held against them."""

from urllib.parse import urlsplit

from django.urls import URLPattern, resolve

from findings.urls import urlpatterns
from findings.vocabulary import Kind


def all_pages():
    return {
        without_kind(route.name)
        for route in urlpatterns
        if isinstance(route, URLPattern) and route.name and is_page(str(route.pattern))
    }


def named_by(paths):
    return {without_kind(resolve(urlsplit(path).path).url_name) for path in paths}


def is_page(route):
    return not route or route.endswith("/")


def without_kind(name):
    """Findings, skills and recommendations share their pages: list, detail, version."""
    kind, _, rest = name.partition("-")
    return rest if kind in Kind.values else name
