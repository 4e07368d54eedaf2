"""A theme, what belongs under it, and how many records do."""

from . import mentions


def represent(theme, origin):
    """A theme prepared by with_published_counts()."""
    return {
        **mentions.theme(theme, origin),
        "description": theme.description,
        "counts": {"records": theme.record_count},
        **origin.terms,
    }
