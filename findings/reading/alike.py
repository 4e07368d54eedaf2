"""Records side by side: in which of their parts they say the same."""


def alike(records):
    """The names of the parts that are the same in all `records`, prepared by for_page()."""
    return {name for name, said in PARTS.items() if len({said(each) for each in records}) == 1}


def verdict(record):
    standing = record.standing
    return standing.word, standing.reason, standing.as_of, standing.review_since


def addressed(record):
    return frozenset((each.audience_id, each.addressed) for each in record.addressings.all())


def rests(record):
    cited = frozenset((each.passage_id, each.relation) for each in record.citations.all())
    return record.trail, record.speaker, cited


def asks(record):
    return frozenset((each.audience_id, each.text) for each in record.notes.all())


PARTS = {"verdict": verdict, "addressed": addressed, "rests": rests, "asks": asks}
