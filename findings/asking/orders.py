"""The orders in which the database gives a list."""

from django.db.models import Case, Value, When
from django.db.models.functions import Lower

from findings.models.news import news_at
from findings.vocabulary import Speaker, Verdict


def ordered(records, sort, day, title):
    """`records`, with their `verdict_word`, sorted on `day`; `title` names the column shown."""
    by = {
        "title": lambda: Lower(title),
        "changed": lambda: news_at(day).desc(),
        "speaker": lambda: in_words("speaker", Speaker),
        "verdict": lambda: in_words("verdict_word", Verdict),
    }
    return records.order_by(by[sort](), "sort_key")


def in_words(column, words):
    """The place of what a column says among the words of its list; what has none comes last."""
    places = [When(**{column: word}, then=Value(place)) for place, word in enumerate(words)]
    return Case(*places, default=Value(len(places)))
