from collections import Counter
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse

from findings.asking.sentences import in_words
from findings.models import Audience, HomePage, Record
from findings.reading.gathering import tally
from findings.reading.norms import Norm
from findings.vocabulary import Kind, Verdict

from . import threads

# Searches to try, which a test holds to finding something.
EXAMPLES = ("meetings", "housing", "population health")


def home(request):
    page = HomePage.objects.current()
    verdicts = (
        Record.objects.published().with_verdict().values_list("kind", "verdict_word", "is_notice")
    )
    return render(
        request,
        "home/page.html",
        {
            "page": page,
            **told(page.chosen() if page else {}),
            "audiences": Audience.objects.with_published_counts(),
            "totals": totals(kind for kind, _, is_notice in verdicts if not is_notice),
            "record_count": len(verdicts),
            "examples": [(words, search_for(words)) for words in EXAMPLES],
            # What holds is asked of what a source says; our own advice stands apart.
            "tally": tally(word for kind, word, _ in verdicts if kind != Kind.RECOMMENDATION),
            "threads": threads.of_everything(),
        },
    )


def told(chosen):
    """What the editors chose, apart from what no longer holds, which has a place of its own."""
    found = [*chosen.get("lead", ()), *chosen.get("finding", ())]
    actions = chosen.get("action", [])
    judged = Record.objects.published().with_verdict().for_rows()
    ended = judged.filter(verdict_word__in=[Verdict.OVERTAKEN, Verdict.PARTLY_OVERTAKEN])
    return {
        "chosen": chosen,
        "quotable": [each for each in found if each.standing.word != Verdict.OVERTAKEN],
        "norm": Norm.of([*found, *actions]),
        "things": in_words(len(actions)),
        "gone": [each for each in ended if each.verdict_word == Verdict.OVERTAKEN],
        "partly": [each for each in ended if each.verdict_word == Verdict.PARTLY_OVERTAKEN],
    }


def search_for(words):
    """The address of a search, in the spelling that needs no redirect."""
    return f"{reverse('browse')}?{urlencode({'q': words})}"


def totals(kinds):
    """How many records there are: {"finding": 20, "skill": 7, "recommendation": 10}."""
    counted = Counter(kinds)
    return {kind.value: counted[kind] for kind in Kind}
