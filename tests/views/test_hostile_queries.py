"""Whatever is typed into an address: a page or a clear refusal, on both databases.

How long they take is measured in bench/; here the number of queries to the database is bounded,
which is the same on every machine.
"""

import random
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client

from findings.asking.facets import BY_KEY
from findings.asking.query import SORTS

pytestmark = pytest.mark.django_db

# A search that finds nothing, whose rescues are counted one by one, and the redirect before it.
MOST_QUERIES = 250

WORDS = [
    '"',
    "'",
    "''",
    '"unclosed',
    "“curly”",
    "AND",
    "OR (",
    "NOT*",
    "NEAR/2",
    "title:x",
    "a:*",
    "!",
    "& |",
    "<->",
    "\\",
    "%",
    "_",
    ";--",
    "'; DROP TABLE findings_record; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% debug %}",
    "../../etc/passwd",
    "𝕿𝖗𝖚𝖘𝖙",
    "İ",
    "ß",
    "ﬁnding",
    "\u202e",
    "\u200b",
    "\ufffd",
    "\U0010ffff",
    "日本語",
    "ع",
    "e\u0301" * 50,
    "0part0",
    "²",
    "9" * 400,
    "-1",
    "1e309",
    "x" * 4000,
    "a " * 2000,
    '" ' * 500,
    "(" * 500,
    "ICS18-F999999999",
    "f" * 50 + "3",
    "trust",
    "governance",
    "colaboration",
]
KEYS = [*BY_KEY, *(f"{key}[]" for key in BY_KEY), "sort", "page", "as-at", "since", "zzz"]


def hostile(chance):
    """A query of random keys and values, some of them real."""
    real = [value for facet in BY_KEY.values() for value in (facet.words or [])]
    values = [*WORDS, *map(str, real), *SORTS, "0", "2", "abc", ""]
    pairs = [("q", " ".join(chance.choices(WORDS, k=chance.randint(1, 4))))]
    pairs += [
        (chance.choice(KEYS), chance.choice(values)) for _ in range(chance.choice([0, 1, 2, 5, 30]))
    ]
    return pairs


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.thorough) for seed in (2, 3))]
)
def test_hostile_queries_are_answered_with_bounded_work(content, exhaustive, seed):
    chance = random.Random(seed)
    client = Client()
    answers, costly = set(), []
    for _ in range(number_of(exhaustive)):
        path = chance.choice(["/browse/", "/findings/", "/themes/governance/"])
        query = hostile(chance)
        work = Work()
        with connection.execute_wrapper(work):
            response = client.get(f"{path}?{urlencode(query)}", follow=True)
        answers.add(response.status_code)
        assert work.queries > 0
        if work.queries > MOST_QUERIES:
            costly.append((path, query, work.queries))
    assert answers <= {200, 404}
    assert costly == []


class Work:
    """Counts queries and keeps none: Django's own log of them ends at 9,000 with a warning."""

    queries = 0

    def __call__(self, execute, *arguments):
        self.queries += 1
        return execute(*arguments)


def number_of(exhaustive):
    """1,600 over the four seeds on SQLite; PostgreSQL, whose parser differs, gets 400."""
    if not exhaustive:
        return 25
    return 400 if connection.vendor == "sqlite" else 100
