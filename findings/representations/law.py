"""Where the law stands for an audience: one line of it."""

from findings.vocabulary import Force

from . import mentions
from .origin import iso, word


def represent(line, origin):
    """A line prepared by for_page()."""
    return {
        "slug": line.slug,
        "title": line.title,
        "audience": mentions.audience(line.audience, origin),
        "force": word(Force(line.force)),
        "text": line.text,
        "since": iso(line.since),
        "development": line.development and mentions.development(line.development, origin),
        "would_change": line.would_change,
        "bill": line.bill and mentions.development(line.bill, origin),
        "check_at": mentions.source(line.source, origin),
        "as_of": iso(line.as_of),
        "bears_on": [mentions.record(each, origin) for each in line.bears_on.all()],
        "url": origin.address("api-law", line.slug),
        "html_url": origin.page(line),
        **origin.terms,
    }
