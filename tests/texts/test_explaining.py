import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from findings.texts.explaining import Explainer

TERMS = [
    ("icb", ["ICB", "integrated care board", "ICBs", "integrated care boards"]),
    ("integrated-care", ["Integrated care"]),
    ("co-production", ["Co-production"]),
    ("act", ["Carers' Act"]),
]


def button(slug, words):
    return f'<button type="button" class="term" popovertarget="term-{slug}">{words}</button>'


def test_only_the_first_occurrence_on_a_page_is_marked():
    explainer = Explainer(TERMS)
    assert explainer.inline("An ICB and ICBs.") == f"An {button('icb', 'ICB')} and ICBs."
    assert explainer.inline("The integrated care board.") == "The integrated care board."
    assert explainer.used == ["icb"]


def test_used_keeps_the_order_of_appearance():
    explainer = Explainer(TERMS)
    explainer.inline("co-production in an ICB")
    assert explainer.used == ["co-production", "icb"]


def test_the_longest_form_wins_and_hides_the_shorter_one_inside_it():
    explainer = Explainer(TERMS)
    marked = explainer.inline("Integrated care boards buy integrated care.")
    assert marked == (
        f"{button('icb', 'Integrated care boards')} buy "
        f"{button('integrated-care', 'integrated care')}."
    )


def test_acronyms_are_found_in_capitals_only_and_words_in_any_case():
    assert Explainer(TERMS).inline("icb Icb icbs") == "icb Icb icbs"
    marked = Explainer(TERMS).inline("INTEGRATED CARE")
    assert marked == button("integrated-care", "INTEGRATED CARE")


def test_only_whole_words_are_found():
    text = "ICBx xICB ICB-like pre-ICB disintegrated care"
    assert Explainer(TERMS).inline(text) == text


def test_forms_are_found_across_a_line_break_and_with_either_apostrophe():
    assert Explainer(TERMS).inline("integrated\ncare") == button(
        "integrated-care", "integrated\ncare"
    )
    assert Explainer(TERMS).inline("the Carers’ Act") == f"the {button('act', 'Carers’ Act')}"


def test_everything_is_escaped():
    explainer = Explainer([("a-b", ["R&D <b>"])])
    assert explainer.inline("<script>'\"&") == "&lt;script&gt;&#x27;&quot;&amp;"
    assert explainer.inline("(R&D <b>)") == f"({button('a-b', 'R&amp;D &lt;b&gt;')})"


def test_forms_are_words_and_never_patterns():
    explainer = Explainer([("dots", ["a.b", "(c", "x*"])])
    assert explainer.inline("aab") == "aab"
    assert explainer.inline("(c") == button("dots", "(c")


def test_letters_that_only_a_pattern_takes_for_others_are_left_alone():
    assert Explainer(TERMS).inline("\u0130ntegrated care") == "\u0130ntegrated care"


def test_empty_lines_part_paragraphs():
    text = "\nOne\nline.\r\n\r\n  Two.\n \n\nThree.\n"
    assert Explainer([]).paragraphs(text) == "<p>One\nline.</p>\n<p>Two.</p>\n<p>Three.</p>"
    assert Explainer([]).paragraphs(" \n ") == ""


def test_without_terms_the_text_is_only_escaped():
    assert Explainer([]).inline("ICB & all") == "ICB &amp; all"


@given(st.text(max_size=200))
def test_nothing_of_the_text_is_lost_or_added(text):
    marked = Explainer(TERMS).inline(text)
    assert unescape(re.sub(r"</?button[^>]*>", "", marked)) == text


@given(
    st.lists(st.text(min_size=1, max_size=8).filter(str.strip), max_size=5), st.text(max_size=80)
)
def test_any_form_in_any_text_is_marked_without_error(forms, text):
    explainer = Explainer([("term", forms)])
    explainer.inline(text + " " + " ".join(forms))
    assert set(explainer.used) <= {"term"}
