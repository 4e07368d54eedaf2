import datetime
from pathlib import Path

import pytest
import yaml
from django.test import RequestFactory

from findings import models
from findings.asking.query import Query
from findings.search import answers
from findings.texts import markdown
from findings.vocabulary import State
from tests import factories

pytestmark = pytest.mark.django_db

QUERIES = Path(__file__).parents[2] / "fixtures" / "search" / "queries.yaml"


def answered(text, **more):
    params = RequestFactory().get("/browse/", {"q": text, **more}).GET
    return [(each.sentence, str(each.thing)) for each in Query.parse(params, "/browse/").answers()]


def gap(number=1, **fields):
    made = {"why_it_matters": "It does.", "what_would_close_it": "Work."} | fields
    return models.Gap.objects.create(
        reference=f"ICS18-G{number:02}", source=factories.report(), **made
    )


def test_the_sentence_that_answers_is_quoted_as_it_stands():
    body = "Nothing here.\n\nLanterns, *they said*, need (some) oil “daily”. Wicks do not. Really?"
    record = factories.record("ICS18-F01", title="On light", body=body)
    assert answered("what do lanterns need?") == [
        ("Lanterns, they said, need (some) oil “daily”.", str(record))
    ]


def test_three_at_most_and_one_from_each():
    for number in range(1, 6):
        factories.record(f"ICS18-F0{number}", summary="Lanterns need oil. Lanterns need more oil.")
    found = answered("do lanterns need oil")
    assert [sentence for sentence, _ in found] == ["Lanterns need oil."] * 3
    assert len({thing for _, thing in found}) == 3


@pytest.mark.parametrize(
    "text", ["lanterns", "lanterns oil", "ICS18-F01 and ICS18-F02", "", "the of?"]
)
def test_only_a_question_gets_an_answer(text):
    factories.record("ICS18-F01", summary="Lanterns need oil.")
    assert answered(text) == []
    assert len(answered("lanterns?")) == 1


def test_where_a_gap_says_that_it_is_missing_the_gap_is_the_answer():
    factories.record("ICS18-F01", summary="Lanterns need oil.", body="The price of lanterns.")
    missing = gap(
        title="We don’t know the price of oil",
        statement="The price of oil is hinted at. It is never told.",
    )
    assert answered("what is the price of oil?")[0] == ("It is never told.", str(missing))


def test_an_event_answers_unless_it_had_not_happened():
    models.Development.objects.create(
        slug="oil", title="Oil runs out", summary="All the oil ran out.",
        date=datetime.date(2020, 5, 1),
    )  # fmt: skip
    assert answered("when did oil run out") == [("All the oil ran out.", "Oil runs out")]
    assert answered("when did oil run out", **{"as-at": "2019-01-01"}) == []


def test_nothing_is_quoted_from_what_readers_can_t_see():
    factories.record("ICS18-F01", summary="Lanterns need oil.", state=State.DRAFT)
    factories.record("ICS18-F02", summary="Lanterns need oil.", state=State.WITHDRAWN)
    assert answered("do lanterns need oil?") == []


def test_filters_hold_for_records():
    factories.record("ICS18-F01", summary="Lanterns need oil.")
    assert answered("do lanterns need oil?", kind="skill") == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("A line\n\nand another", ["A line", "and another"]),
        ("About 4.5 per cent, e.g. here.", ["About 4.5 per cent, e.g. here."]),
        ("… !\n\n", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text, sentences):
    assert answers.sentences(text) == sentences


def test_every_sentence_stands_in_a_published_text(content):
    """Letter by letter, for all judged queries: none is made up."""
    texts = {
        str(thing): [
            markdown.plain(getattr(thing, name)) if name in ("body", "action", "measure")
            else getattr(thing, name)
            for name in names
        ]
        for things, names in [
            (models.Record.objects.published(), ["summary", "body", "action", "measure"]),
            (models.Gap.objects.all(), ["statement", "why_it_matters"]),
            (models.Development.objects.all(), ["summary"]),
        ]
        for thing in things
    }  # fmt: skip
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    number = 0
    for row in [*rows["judged"], *rows["nothing"]]:
        for sentence, thing in answered(row["query"]):
            number += 1
            assert any(sentence in text for text in texts[thing]), (row["query"], sentence)
    assert number > 100
