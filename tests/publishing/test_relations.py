"""Fields that lead from a row to others: what they refuse, keep and give back."""

import pytest

from findings.models import Audience, Passage, Question, Source, Theme
from findings.publishing.fields import Fault, Text
from findings.publishing.relations import Many, One, Place, Rows, Strings
from tests import factories

pytestmark = pytest.mark.django_db
QUESTIONS = Rows("questions", Question, "audience", [Text("text", 250)])
PLACE = Place(Passage)


def faults(field, row):
    with pytest.raises(Fault) as raised:
        field.check(row)
    return str(raised.value)


def test_one_is_named_by_its_key_and_has_to_be_there():
    field, source = One("source", Source), factories.source("an-article")
    assert field.say(source) == "an-article"
    assert field.store("an-article") == source
    assert faults(field, {"source": "gone"}) == "source: there is no source “gone”"
    assert faults(field, {"source": 7}) == "source: must be the slug of a row"


def test_a_place_is_a_source_and_a_locator():
    passage = factories.passage(factories.source("an-article"), "Paragraph 8")
    row = {"source": "an-article", "passage": "Paragraph 8"}
    assert PLACE.find(row) == passage
    assert PLACE.parse(row) == row
    assert faults(PLACE, {"source": "an-article"}) == "passage: is missing"
    gone = {**row, "passage": "Paragraph 9"}
    assert faults(PLACE, gone) == "passage: “an-article” has no passage “Paragraph 9”"


def test_many_have_no_order_and_no_twins():
    field = Many("themes", Theme)
    assert field.parse({"themes": ["trust", "law"]}) == {"themes": ["law", "trust"]}
    with pytest.raises(Fault, match="names a row twice"):
        field.parse({"themes": ["law", "law"]})


def test_what_is_gone_is_left_out_and_named():
    factories.theme("law")
    row, lost = Many("themes", Theme).fit({"themes": ["law", "trust"]}, None)
    assert row == {"themes": ["law"]}
    assert [str(fault) for fault in lost] == ["themes: there is no theme “trust”"]


def test_smaller_rows_go_with_their_row_in_their_order():
    audience = factories.audience("councils")
    QUESTIONS.write(audience, {"questions": [{"text": "Who pays?"}, {"text": "Who decides?"}]})
    assert QUESTIONS.say(audience.questions) == [{"text": "Who pays?"}, {"text": "Who decides?"}]
    QUESTIONS.write(audience, {"questions": [{"text": "Who decides?"}]})
    assert list(Audience.objects.get().questions.values_list("text", flat=True)) == ["Who decides?"]


def test_rows_that_say_the_same_are_left_as_they_are():
    audience = factories.audience("councils")
    QUESTIONS.write(audience, {"questions": [{"text": "Who pays?"}]})
    before = audience.questions.get().pk
    QUESTIONS.write(audience, {"questions": [{"text": "Who pays?"}]})
    assert audience.questions.get().pk == before


def test_a_fault_in_a_smaller_row_says_which():
    with pytest.raises(Fault) as raised:
        QUESTIONS.parse({"questions": [{"text": "Who pays?"}, {"text": ""}]})
    assert str(raised.value) == "questions[2].text: is missing"


def test_texts_stand_as_a_plain_list():
    field = Strings("questions", Question, "audience", Text("text", 250))
    audience = factories.audience("councils")
    field.write(audience, {"questions": ["Who pays?", "Who decides?"]})
    assert field.say(audience.questions) == ["Who pays?", "Who decides?"]
    assert field.parse({"questions": []}) == {"questions": []}
