"""Text out of a word processor, a PDF or a web page."""

import pytest

from findings.texts import markdown, pasted

BULLETS = "<ul>\n<li>First</li>\n<li>Second</li>\n</ul>"
NUMBERS = "<ol>\n<li>First</li>\n<li>Second</li>\n</ol>"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("neigh\u00adbour\u00adhood", "neighbourhood"),
        ("\ufeffA\u200b \u200e\u202aB\u202c\u2060\u200d", "A B"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\x00\x07\x9fb\tc", "ab\tc"),
        ("cafe\u0301 \ufb01nance", "café finance"),
        ("A\u00a0B – “C” € é", "A\u00a0B – “C” € é"),
    ],
)
def test_what_nobody_sees_falls_away(text, seen):
    assert pasted.seen(text) == seen
    assert pasted.seen(seen) == seen


@pytest.mark.parametrize(
    "sign",
    [
        *("•\t", "•", "• ", "\u00a0•\u00a0", "    •\t", "•\n", "·  ", "–\t", "— ", "\uf0b7\t"),
        *("▪ ", "◦ ", "o\t", "\t●\t", "- ", "* ", "*\t"),
    ],
)
def test_bullets_of_all_kinds_are_a_list(sign):
    assert markdown.html(f"{sign}First\n{sign}Second") == BULLETS
    assert markdown.html(f"{sign}First\r\n{sign}Second\r\n") == BULLETS
    assert markdown.html(f"Before:\n{sign}First\n{sign}Second") == f"<p>Before:</p>\n{BULLETS}"
    assert markdown.plain(f"{sign}First\n{sign}Second") == "First\n\nSecond"


@pytest.mark.parametrize("form", ["{})\t", "{}) ", "({}) ", "{}.\t", "{}.\u00a0", " {}.\t"])
def test_numbers_of_all_kinds_are_a_list(form):
    assert markdown.html(f"{form.format(1)}First\n{form.format(2)}Second") == NUMBERS


def test_points_joined_on_a_line_are_parted():
    assert markdown.html("• First • Second") == BULLETS
    nested = markdown.html("•\tA\no\tB\n•\tC")
    assert nested == "<ul>\n<li>A\n<ul>\n<li>B</li>\n</ul>\n</li>\n<li>C</li>\n</ul>"


@pytest.mark.parametrize(
    "text", ["A – B", "Ask • why", "1.5 million", "2018 was late", "o so", "–5"]
)
def test_running_text_stays_as_it_is(text):
    assert markdown.html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a) First\nb) Second", ["Lines that begin with “a)”"]),
        ("(i)\tFirst\n(ii)\tSecond", ["Lines that begin with “(i)”"]),
        ("Points: • First • Second", ["Signs such as “•” within a line"]),
        ("•\tFirst\n1)\tSecond\na) alone", []),
    ],
)
def test_a_list_that_would_be_lost_is_named(text, lost):
    assert pasted.lost_lists(text) == lost


def test_arrows_begin_a_list_and_capitals_are_said():
    assert pasted.lists("→ One\n⇒ Two\n❖ Three") == "- One\n- Two\n- Three"
    assert pasted.lost_lists("A) One\nB) Two") == ["Lines that begin with “A)”"]
    assert pasted.lost_lists("From A → B") == []
