import pytest

from findings.asking.sentences import ended, lower_first, spell_list


@pytest.mark.parametrize(
    ("words", "spelt"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_a_list_of_choices(words, spelt):
    assert spell_list(words) == spelt


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Councils", "councils"), ("NHS", "NHS"), ("Voluntary sector", "voluntary sector"), ("", "")],
)
def test_a_label_inside_a_sentence_keeps_its_capitals_where_it_has_more_than_one(label, inside):
    assert lower_first(label) == inside


@pytest.mark.parametrize(("text", "whole"), [("So", "So."), ("So?", "So?"), ("So…", "So…")])
def test_a_sentence_ends_once(text, whole):
    assert ended(text) == whole
