"""The editors' side: one module a noun. Importing them here registers them."""

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
    "verdicts",
    "versions",
]
