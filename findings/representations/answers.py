"""Sentences that answer a question, each with what it is quoted from."""

from . import mentions

MENTIONS = {
    "record": mentions.record,
    "gap": mentions.gap,
    "development": mentions.development,
}


def represent(answers, origin):
    return [
        {
            "sentence": answer.sentence,
            **{
                noun: mention(answer.thing, origin) if answer.noun == noun else None
                for noun, mention in MENTIONS.items()
            },
        }
        for answer in answers
    ]
