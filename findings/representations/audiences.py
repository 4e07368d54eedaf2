"""An audience: the editors' texts for it, and how much reaches it."""

from . import mentions


def represent(audience, origin):
    """An audience prepared by for_data()."""
    return {
        **mentions.audience(audience, origin),
        "hook": audience.hook,
        "orientation": audience.orientation,
        "questions": [question.text for question in audience.questions.all()],
        "changes": [change(each, origin) for each in audience.changes.all()],
        "counts": {
            "records": audience.record_count,
            "named": audience.named_count,
            "all": audience.shared_count,
        },
        **origin.terms,
    }


def change(change, origin):
    """What changed for the audience since 2018, and what shows it."""
    return {
        "text": change.text,
        "developments": [mentions.development(each, origin) for each in change.developments.all()],
        "source": change.source and mentions.source(change.source, origin),
    }
