"""What every question has in common, tried on one about things at hand."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.http import QueryDict

from findings.asking.faceted import BearingQuery, Chip, Option
from findings.texts.days import AsAt, parse


@dataclass(frozen=True)
class Question(BearingQuery):
    """About pairs of a kind and a trail."""

    borne: ClassVar = {"kind": lambda thing: {thing[0]}, "trail": lambda thing: {thing[1]}}
    keys: ClassVar = tuple(borne)


THINGS = [("finding", "stated"), ("finding", "inferred"), ("skill", "stated")]


def ask(text, **more):
    chosen, unknown, choices = Question.read(QueryDict(text))
    return Question(path="/x/", chosen=chosen, unknown=tuple(unknown), choices=choices, **more)


def test_known_values_stand_in_the_order_of_facets_and_options_and_unknown_ones_apart():
    asked = ask("trail=stated&kind=skill&kind=finding&kind=zzz&other=1")
    assert asked.chosen == {"kind": ("finding", "skill"), "trail": ("stated",)}
    assert asked.unknown == (("kind", "zzz"),)
    assert asked.url == "/x/?kind=finding&kind=skill&trail=stated"


def test_what_the_address_fixes_is_not_read():
    chosen, unknown, choices = Question.read(QueryDict("kind=skill&trail=own"), fixed={"kind": "x"})
    assert (chosen, unknown) == ({"trail": ("own",)}, [])
    assert [value for value, _ in choices["kind"]] == ["finding", "skill", "recommendation"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", THINGS),
        ("kind=finding", THINGS[:2]),
        ("kind=finding&kind=skill&trail=stated", [THINGS[0], THINGS[2]]),
        ("kind=skill&trail=inferred", []),
    ],
)
def test_a_thing_answers_that_bears_one_value_of_each_facet(text, left):
    assert [thing for thing in THINGS if ask(text).answers(thing)] == left


def test_a_number_beside_an_option_leaves_its_own_facet_out():
    asked = ask("kind=skill&trail=stated")
    assert asked.tally("kind", THINGS) == {"finding": 1, "skill": 1}
    assert asked.options_with("kind", asked.tally("kind", THINGS))[:2] == [
        Option("finding", "Findings", 1, False),
        Option("skill", "Skills", 1, True),
    ]


def test_the_questions_beside_it():
    day = AsAt(parse("2020-01-01"))
    asked = ask("kind=finding&kind=skill&trail=stated&kind=zzz", as_at=day)
    assert asked.choosing("kind", ()).url == "/x/?trail=stated&as-at=2020-01-01"
    assert asked.choosing("trail", ("own",)).chosen["trail"] == ("own",)
    assert asked.without_value("kind", "skill").chosen["kind"] == ("finding",)
    assert asked.today.url == "/x/?kind=finding&kind=skill&trail=stated"
    assert asked.cleared.url == "/x/?as-at=2020-01-01"
    assert asked.cleared.unknown == ()


def test_a_chip_leads_to_the_same_without_it():
    assert ask("kind=skill&trail=stated").chips() == [
        Chip("Kind", "Skills", "/x/?trail=stated"),
        Chip("Trail", "Stated in the source", "/x/?kind=skill"),
    ]


def test_it_is_said_as_a_sentence():
    asked = ask("kind=skill&trail=stated")
    assert asked.sentence(1) == "1 skill marked as stated in the source"
    assert asked.labels("kind") == ["Skills"]
