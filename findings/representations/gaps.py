"""Something that the sources do not say."""

from . import mentions


def represent(gap, origin):
    """A gap prepared by for_page()."""
    return {
        **mentions.gap(gap, origin),
        "statement": gap.statement,
        "why_it_matters": gap.why_it_matters,
        "what_would_close_it": gap.what_would_close_it,
        "bears_on": [mentions.record(each, origin) for each in gap.bears_on.all()],
        "developments": [mentions.development(each, origin) for each in gap.developments.all()],
        "citations": [mentions.citation(each, origin) for each in gap.citations.all()],
        "report": mentions.source(gap.source, origin),
        **origin.terms,
    }
