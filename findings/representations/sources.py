"""A work that records, gaps and developments rest on, passage by passage."""

from . import mentions
from .origin import iso


def represent(source, origin):
    """A source prepared by for_page()."""
    return {
        **mentions.source(source, origin),
        "description": source.description,
        "published_on": iso(source.published_on),
        "report_code": source.report_code,
        "account_of": source.account_of and mentions.source(source.account_of, origin),
        "passages": [passage(each, origin) for each in source.passages.all()],
        **origin.terms,
    }


def passage(passage, origin):
    uses = [use(each, origin) for each in passage.citations.all()]
    return {**mentions.place(passage, origin), "cited_by": uses}


def use(citation, origin):
    """What cites a passage: `identifier` is a reference, or the slug of a development."""
    record = citation.record or (citation.verdict and citation.verdict.record)
    owner = record or citation.gap or citation.development
    noun = next(noun for noun in NOUNS if getattr(citation, noun))
    return {
        "noun": noun,
        "relation": {"value": citation.relation, "label": citation.get_relation_display()},
        "identifier": getattr(owner, "reference", None) or owner.slug,
        "title": owner.title,
        "html_url": origin.page(owner) + ("#verdict" if noun == "verdict" else ""),
    }


NOUNS = ("record", "verdict", "gap", "development")
