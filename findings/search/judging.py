"""How good the search is: judged queries, and the measures by which searches are compared.

Grades: 3 exactly what the reader wants, 2 clearly relevant, 1 touches it, 0 otherwise.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import yaml
from django.conf import settings

from findings.models import JudgedQuery, Record

from . import ranking
from .resolving import resolve

QUERIES = settings.CONTENT_DIR / "search" / "queries.yaml"
DEPTH = 10
RELEVANT = 2


@dataclass(frozen=True)
class Judgement:
    """One judged query and the references that the search gave for it, best first."""

    query: str
    split: str
    grades: dict
    found: tuple
    type: str = ""

    @property
    def ndcg(self):
        """Normalised discounted cumulative gain of the first ten, from 0 to 1."""
        ideal = gain(sorted(self.grades.values(), reverse=True)[:DEPTH])
        return gain([self.grades.get(reference, 0) for reference in self.found[:DEPTH]]) / ideal

    @property
    def reciprocal_rank(self):
        """1 over the place of the first relevant record; 0 when there is none."""
        places = [
            place
            for place, reference in enumerate(self.found, start=1)
            if self.grades.get(reference, 0) >= RELEVANT
        ]
        return 1 / places[0] if places else 0.0

    @property
    def succeeds(self):
        """Whether a relevant record stands among the first three."""
        return any(self.grades.get(reference, 0) >= RELEVANT for reference in self.found[:3])

    @property
    def answers_nothing(self):
        """Whether nothing answers it, and nothing is found."""
        return not self.grades and not self.found

    @property
    def quality(self):
        """From 0 to 1: nDCG@10, or whether nothing is found where nothing answers."""
        return round(self.ndcg, 4) if self.grades else float(self.answers_nothing)


def gain(grades):
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1))


def search(text):
    """References of the published records for these words, best first."""
    wanted = resolve(text)
    records = wanted.narrow(Record.objects.published())
    references = dict(records.values_list("pk", "reference"))
    return tuple(references[pk] for pk in ranking.ranked(wanted, records))


def judge(path=None, find=search):
    """The judged queries of a YAML file and of the editors, and those that no record answers.

    Records that came later and bear no grade for any query were never judged, and are passed over:
    to count them as irrelevant would say that a library gets worse as it grows. What editors
    judge, they judge with all of today's records in sight.
    """
    rows = read(path or QUERIES)
    pool = {reference for row in rows["judged"] for reference in row["grades"]}

    def found(query):
        return tuple(reference for reference in find(query) if reference in pool)

    judged = [
        Judgement(row["query"], row["split"], row["grades"], found(row["query"]), row["type"])
        for row in rows["judged"]
    ]
    unanswered = [
        Judgement(row["query"], row["split"], {}, found(row["query"]), "nothing")
        for row in rows["nothing"]
    ]
    for row in JudgedQuery.objects.all():
        one = Judgement(row.words, "tune", row.graded, find(row.words), row.TYPE)
        (judged if row.graded else unanswered).append(one)
    return judged, unanswered


def read(path):
    """The rows of a file of judged queries."""
    return parsed(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def parsed(path, _written):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def averages(judged):
    """(number, mean nDCG@10, mean reciprocal rank, share of successes at 3)."""
    number = len(judged)
    return (
        number,
        sum(judgement.ndcg for judgement in judged) / number,
        sum(judgement.reciprocal_rank for judgement in judged) / number,
        sum(judgement.succeeds for judgement in judged) / number,
    )
