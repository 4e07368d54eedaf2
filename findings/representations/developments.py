"""A development, when it was, and what it bears on."""

from findings.vocabulary import Precision

from . import mentions
from .origin import iso, word


def represent(development, origin):
    """A development prepared by for_data()."""
    return {
        **mentions.development(development, origin),
        "summary": development.summary,
        "first_day": iso(development.date),
        "last_day": iso(development.last_day),
        "precision": word(Precision(development.precision)),
        "bears_on": [mentions.record(each, origin) for each in development.bears_on.all()],
        "citations": [mentions.citation(each, origin) for each in development.citations.all()],
        **origin.terms,
    }
