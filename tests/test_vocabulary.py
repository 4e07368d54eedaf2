import pytest

from findings.vocabulary import LINK_ENDS, Kind, LinkRelation, Speaker, Trail, Verdict


@pytest.mark.parametrize(
    "text", ["partly-overtaken", "Partly overtaken", " PARTLY_OVERTAKEN ", "partly  overtaken"]
)
def test_a_word_is_understood_in_any_near_spelling(text):
    assert Verdict.parse(text) is Verdict.PARTLY_OVERTAKEN


@pytest.mark.parametrize("text", ["", "overtake", "partly", "\0", 7, None, "²"])
def test_anything_else_is_no_word(text):
    assert Verdict.parse(text) is None


def test_kinds_know_their_letter_address_and_order():
    assert [(kind.letter, kind.slug, kind.rank) for kind in Kind] == [
        ("F", "findings", 1),
        ("S", "skills", 2),
        ("R", "recommendations", 3),
    ]


def test_every_link_relation_says_what_it_joins():
    assert set(LINK_ENDS) == set(LinkRelation)


@pytest.mark.parametrize("words", [Kind, Speaker, Verdict])
def test_every_label_has_a_meaning_of_its_own(words):
    meanings = [word.meaning for word in words]
    assert len(set(meanings)) == len(list(words))


@pytest.mark.parametrize(
    ("verdict", "trail", "begins"),
    [
        (Verdict.STANDS, Trail.STATED, "Later law or evidence"),
        (Verdict.STANDS, Trail.INFERRED, "Later law or evidence"),
        (Verdict.STANDS, Trail.OWN, "It fits the law"),
        (Verdict.OVERTAKEN, Trail.OWN, "It is no longer true."),
    ],
)
def test_a_verdict_says_of_a_record_only_what_concerns_it(verdict, trail, begins):
    assert verdict.meaning_of(trail).startswith(begins)
    assert "recommendation" not in verdict.meaning_of(trail)
