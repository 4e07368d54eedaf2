from urllib.parse import urlencode

from django.urls import reverse

from findings.asking.query import Query
from findings.asking.sentences import in_words
from findings.models import Audience, HomePage, Record
from findings.reading import actions
from findings.reading.excerpts import Excerpt, cut
from findings.reading.norms import Norm
from findings.vocabulary import Kind, Verdict

from . import threads
from .editing_link import page_of

MOST_GONE, MOST_PARTLY = 5, 3
# Searches to try, which a test holds to finding something.
EXAMPLES = ("meetings", "housing", "population health")


def home(request):
    page = HomePage.objects.current()
    everything = Query(path=reverse("browse"))
    return page_of(
        request,
        "home/page.html",
        {
            "page": page,
            **told(page.chosen() if page else {}),
            "audiences": Audience.objects.with_published_counts(),
            "totals": totals(everything.bitmaps),
            "record_count": everything.count,
            "examples": [(words, search_for(words)) for words in EXAMPLES],
            "tally": held(everything.bitmaps),
            "threads": threads.of_everything(),
        },
        page,
    )


def told(chosen):
    """What the editors chose, apart from what no longer holds, which has a place of its own."""
    found = [*chosen.get("lead", ()), *chosen.get("finding", ())]
    actions = chosen.get("action", [])
    return {
        "chosen": chosen,
        "quotable": [each for each in found if each.standing.word != Verdict.OVERTAKEN],
        "norm": Norm.of([*found, *actions]),
        "things": in_words(len(actions)),
        "gone": judged(Verdict.OVERTAKEN, MOST_GONE),
        "partly": judged(Verdict.PARTLY_OVERTAKEN, MOST_PARTLY),
    }


def search_for(words):
    """The address of a search, in the spelling that needs no redirect."""
    return f"{reverse('browse')}?{urlencode({'q': words})}"


def totals(maps):
    """How many records say something of their own: {"finding": 20, "skill": 7, ...}."""
    counted = maps.tally("kind", maps.everything & ~actions.notices(maps), {})
    return {kind.value: counted.get(kind.value, 0) for kind in Kind}


def held(maps):
    """How many bear each verdict, of what a source says; our own advice stands apart."""
    advice = maps.bearing("kind", (Kind.RECOMMENDATION.value,), {})
    counted = maps.tally("verdict", maps.everything & ~advice, {})
    return [(word, counted.get(word.value, 0)) for word in Verdict]


def judged(verdict, most):
    """The first records of this verdict."""
    query = Query(path=reverse("browse"), chosen={"verdict": (verdict.value,)})
    pks, count = cut(query, most)
    found = Record.objects.published().for_rows().in_bulk(pks)
    return Excerpt([found[pk] for pk in pks if pk in found], count, query)
