import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.fulltext import words


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Leaders’ relationships, in SCIE's words", ("leader", "relationship", "scie", "word")),
        ("community communication", ("communiti", "communic")),
        ("government and governance", ("government", "governance")),
        ("Café CAFÉ cafe\u0301", ("cafe", "cafe", "cafe")),
        ("C++ and C#", ("c", "c")),
        ("co-production", ("coproduct",)),
        ("the of and", ()),
        ("1 July 2022", ("1", "juli", "2022")),
        ("日本", ("xe697a5e69cac",)),
    ],
)
def test_a_text_becomes_stems(text, stems):
    assert words.stems(text) == stems


def phrases(text):
    return [(clause.phrases, clause.quoted) for clause in words.read(text)]


def test_what_a_reader_types_becomes_clauses():
    assert phrases('trust "one page" governance') == [
        ((("trust",),), False),
        ((("1", "page"),), True),
        ((("governance",),), False),
    ]


@pytest.mark.parametrize("text", ["", '"', '""', "( ) * : ^ - + & | !", "and or not", "“”", "''"])
def test_what_holds_no_word_becomes_no_clause(text):
    assert words.read(text) == []


def test_operators_are_words_like_others_or_nothing():
    assert phrases("AND (trust* OR -leaders) NEAR/2 title:x") == [
        ((("trust",),), False),
        ((("leader",),), False),
        ((("near",),), False),
        ((("2",),), False),
        ((("titl",),), False),
        ((("x",),), False),
    ]


def test_the_same_word_twice_is_one_clause():
    assert len(words.read("trust Trust TRUST")) == 1


def test_a_long_question_is_read_up_to_a_limit():
    assert len(words.read(" ".join(f"word{n}" for n in range(500)))) == words.MOST_WORDS


@given(st.text(max_size=200))
def test_any_text_can_be_read_marked_and_cut(text):
    clauses = words.read(text)
    pieces = words.marked(text, clauses)
    assert "".join(piece for piece, _ in pieces) == text
    words.snippet(text, clauses)
    for clause in clauses:
        for phrase in clause.phrases:
            assert all(stem.isascii() and stem.isalnum() for stem in phrase)


@pytest.mark.parametrize(("text", "stems"), [("⑴", ("1",)), ("½", ("12",)), ("Élan", ("elan",))])
def test_signs_that_fall_apart_leave_letters_and_digits(text, stems):
    assert words.stems(text) == stems


def test_matching_words_are_marked_in_the_original_text():
    assert words.marked("A Leader leads, as leaders do.", words.read("leaders")) == [
        ("A ", False),
        ("Leader", True),
        (" leads, as ", False),
        ("leaders", True),
        (" do.", False),
    ]


def test_of_a_quoted_phrase_only_the_whole_phrase_is_marked():
    assert words.marked("One side, one page.", words.read('"one page"')) == [
        ("One side, ", False),
        ("one", True),
        (" ", False),
        ("page", True),
        (".", False),
    ]


def test_a_snippet_starts_at_the_sentence_of_the_match_when_that_is_near():
    text = "First things first. The governance of systems is slow. More follows."
    assert words.snippet(text, words.read("governance")) == [
        ("… ", False),
        ("The ", False),
        ("governance", True),
        (" of systems is slow. More follows.", False),
    ]


def test_a_snippet_is_cut_between_words():
    text = "Governance " + "slowly " * 100
    cut = "".join(piece for piece, _ in words.snippet(text, words.read("governance"), length=40))
    assert cut == "Governance slowly slowly slowly slowly …"


def test_without_a_match_there_is_no_snippet():
    assert words.snippet("Nothing here.", words.read("governance")) == []


def test_a_phrase_does_not_run_across_the_parts_of_a_text():
    held = words.indexed(["The last word", "first of all"]).split()
    assert words.occurrences(("word", "first"), held) == 0
    assert words.occurrences(("last", "word"), held) == 1
