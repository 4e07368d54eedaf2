import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.texts.lines import hold_together

TERM = '<button type="button" class="term" popovertarget="term-icb">integrated care boards</button>'


@pytest.mark.parametrize(
    "date", ["2 July 2026", "28 April", "May 2026", "31 December 1999", "ICS18-F03"]
)
def test_a_date_or_a_reference_stays_on_one_line(date):
    assert hold_together(f"<p>On {date}, at last.</p>") == (
        f'<p>On <span class="nowrap">{date}</span>, at last.</p>'
    )


@pytest.mark.parametrize("text", ["It may 20", "In May it came", "100 Augusts", "March on, 2026"])
def test_what_is_no_date_is_left_alone(text):
    assert hold_together(text) == text


def test_addresses_are_left_alone():
    link = '<a href="/findings/ICS18-F03/?day=2 July 2026">'
    assert hold_together(f"{link}ICS18-F03</a>") == (
        f'{link}<span class="nowrap">ICS18-F03</span></a>'
    )


@pytest.mark.parametrize("after", [".", ",", ")", "’s"])
def test_an_explained_word_keeps_what_follows_it(after):
    assert hold_together(f"of {TERM}{after} Then") == (
        f'of <span class="nowrap">{TERM}{after}</span> Then'
    )


def test_an_explained_word_before_a_space_or_a_tag_is_left_alone():
    for text in (f"{TERM} buy", f"<p>{TERM}</p>", f"{TERM}<br>x"):
        assert hold_together(text) == text


@given(st.text(max_size=60), st.sampled_from(["1 July 2022", "2019", "May 2018 "]))
def test_nothing_of_the_text_is_lost_or_added(text, date):
    held = hold_together(escape(text + date + text))
    assert unescape(re.sub(r"</?span[^>]*>", "", held)) == text + date + text
