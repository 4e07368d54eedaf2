from hypothesis import given
from hypothesis import strategies as st

from findings.texts.diffing import Difference, Piece, differ, differ_rows


def test_words_that_changed_are_told_from_those_that_stayed():
    assert differ("One page for the board.", "One sheet for the whole board.") == (
        Piece("same", "One "),
        Piece("gone", "page"),
        Piece("new", "sheet"),
        Piece("same", " for the "),
        Piece("new", "whole "),
        Piece("same", "board."),
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_off_their_difference(old, new):
    pieces = differ(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


def test_rows_differ_by_field_in_the_order_of_the_newer():
    old = {"title": "A", "summary": "Same", "gone": "Once"}
    new = {"title": "B", "summary": "Same", "added": "Now"}
    assert differ_rows(old, new, lambda field, value: value or "") == [
        Difference("title", (Piece("gone", "A"), Piece("new", "B"))),
        Difference("added", (Piece("new", "Now"),)),
        Difference("gone", (Piece("gone", "Once"),)),
    ]


def test_lines_that_stayed_are_left_alone():
    assert differ("One\n\nTwo\n\nThree", "One\n\n2\n\nThree") == (
        Piece("same", "One\n\n"),
        Piece("gone", "Two"),
        Piece("new", "2"),
        Piece("same", "\n\nThree"),
    )


def test_a_very_long_stretch_is_shown_as_wholly_changed():
    old, new = "a b " * 1500, "a c " * 1500
    assert differ(old, new) == (Piece("gone", old), Piece("new", new))
