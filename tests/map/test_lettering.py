from hypothesis import given
from hypothesis import strategies as st

from findings.map.lettering import cut, width, wrap


def test_width_is_the_sum_of_what_each_sign_takes():
    assert width("", 14) == 0
    assert width("aa", 10) == 2 * width("a", 10)
    assert width("W", 14) > width("i", 14)


def test_lines_come_out_alike():
    assert wrap("In 2018 leaders said relationships took more time than ever", 14, 300) == (
        "In 2018 leaders said relationships",
        "took more time than ever",
    )


def test_a_word_that_is_longer_than_a_line_is_broken():
    lines = wrap("x" * 60, 14, 100)
    assert "".join(lines) == "x" * 60
    assert len(lines) > 3


def test_too_many_lines_end_in_an_ellipsis():
    assert wrap("one two three four five six", 14, 40, 2)[-1].endswith("…")


@given(st.text(max_size=120), st.integers(40, 400))
def test_no_line_is_wider_than_the_room_and_no_word_is_lost(text, room):
    lines = wrap(text, 14, room)
    assert all(width(line, 14) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=80), st.integers(40, 200))
def test_a_cut_text_fits(text, room):
    assert width(cut(text, 12, room), 12) <= room
