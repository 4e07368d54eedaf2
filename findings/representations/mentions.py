"""A thing in short, where another leads to it: what it is called, and where to read it."""

from findings.texts.days import AsAt
from findings.vocabulary import DevelopmentStatus, Extent, Method

from .origin import word


def record(record, origin):
    """A record prepared by for_rows(): with the verdict, so that nobody quotes a dead fact."""
    return {
        "reference": record.reference,
        "kind": word(record.kind_word),
        "title": record.title,
        "verdict": word(record.standing.word),
        "url": at(record, origin),
        "html_url": origin.page(record),
    }


def at(record, origin):
    """Its address in the API, on the day looked at."""
    return origin.address("api-record", record.reference) + AsAt(record.seen_on).suffix


def theme(theme, origin):
    return named("theme", theme, origin)


def audience(audience, origin):
    return named("audience", audience, origin)


def named(noun, thing, origin):
    return {
        "slug": thing.slug,
        "name": thing.name,
        "url": origin.address(f"api-{noun}", thing.slug),
        "html_url": origin.page(thing),
    }


def source(source, origin):
    """A work; `published_at` is where its publisher has it, "" where we know no such address."""
    return {
        "slug": source.slug,
        "title": source.title,
        "byline": source.byline,
        "published": source.published,
        "extent": word(Extent(source.extent)),
        "method": word(Method(source.method)),
        "who": source.who,
        "how_many": source.how_many or None,
        "gathered": source.gathered,
        "published_at": source.url,
        "url": origin.address("api-source", source.slug),
        "html_url": origin.page(source),
    }


def place(passage, origin):
    """A place in a work that is known."""
    return {
        "locator": passage.locator,
        "label": passage.label,
        "paraphrase": passage.paraphrase,
        "second_hand": passage.hand,
        "html_url": origin.page(passage),
    }


def passage(passage, origin):
    """A place in a work, with the work."""
    return {**place(passage, origin), "source": source(passage.source, origin)}


def citation(citation, origin):
    return {
        "relation": {"value": citation.relation, "label": citation.get_relation_display()},
        "passage": passage(citation.passage, origin),
    }


def development(development, origin):
    return {
        "slug": development.slug,
        "title": development.title,
        "when": development.when,
        "status": word(DevelopmentStatus(development.status)),
        "url": origin.address("api-development", development.slug),
        "html_url": origin.page(development),
    }


def gap(gap, origin):
    return {
        "reference": gap.reference,
        "title": gap.title,
        "url": origin.address("api-gap", gap.reference),
        "html_url": origin.page(gap),
    }
