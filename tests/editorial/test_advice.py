"""Advice to editors, from the row of a record."""

import datetime

import pytest

from findings.editorial.advice import TEXTS, advice_on

TODAY = datetime.date(2026, 10, 1)
ROW = {
    **dict.fromkeys(TEXTS, ""),
    "title": "Speak to partners first",
    "summary": "Partners who were asked early come along.",
    "body": "Boards that ask find out.",
    "action": "The chair calls each partner.",
    "measure": "Nobody is surprised.",
    "trail": "stated",
    "citations": [{"source": "a", "passage": "b"}],
    "verdicts": [{"checked": "2026-07-02"}],
}


def given(others=(), acronyms=frozenset(), kind="recommendation", **changes):
    row = {**ROW, **changes}
    advice = advice_on(row, kind, acronyms=acronyms, others=others, today=TODAY)
    return [(each.code, each.sentence) for each in advice]


def other(title, summary=ROW["summary"]):
    return {"reference": "ICS18-R02", "title": title, "summary": summary}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "Talk \U0001f389\ufe0f"}, "title"),
        ({"body": "\u5b57"}, "body"),
        ({"speaker_note": "\U0001f389"}, "speaker_note"),
        ({"notes": [{"audience": "nhs", "text": "\U0001f389"}]}, "notes"),
        ({"verdicts": [{"checked": "2026-07-02", "reason": "\u0627"}]}, "verdicts"),
    ],
)
def test_a_sign_that_no_font_has_is_said(changes, field):
    (advice,) = advice_on({**ROW, **changes}, "recommendation", today=TODAY)
    assert (advice.code, advice.field) == ("no-glyph", field)
    assert advice.sentence == (
        f"No font of ours has {advice.about}: "
        "a PDF shows a mark in its place, and Word may show a box."
    )


def test_a_letter_of_another_alphabet_within_a_word_is_said():
    said = "“\u043e” in “w\u043ers” is a letter of another alphabet: type the word anew."
    assert given(title="Two w\u043ers") == [("other-alphabet", said)]


def test_a_list_that_would_be_lost_is_said():
    said = "Signs such as “•” within a line make no list: begin each point with “-” or “1.” on a "
    assert given(body="Points: • a • b") == [("lost-list", f"{said}line of its own.")]
    assert given(body="•\tOne\n•\tTwo", title="Łódź — αβγ “é” €") == []


def test_there_is_nothing_to_say_of_a_sound_record():
    assert given() == []


@pytest.mark.parametrize(
    ("changes", "code", "sentence"),
    [
        ({"action": "It gets done."}, "nobody-acts", "Nobody is named who acts: say who."),
        (
            {"action": "The chair calls. In addition, papers go out."},
            "two-actions",
            "“In addition” may join two actions: give each a record of its own.",
        ),
        (
            {"summary": "The ICP meets."},
            "acronym",
            "“ICP” is explained neither here nor in the glossary.",
        ),
        (
            {"body": "word " * 35 + "end."},
            "long-sentence",
            f"A sentence of 36 words: “{('word ' * 12)[:60]}…”. Make two of it.",
        ),
        (
            {"citations": []},
            "no-citation",
            "It cites nothing, and isn’t marked as our own.",
        ),
        ({"verdicts": []}, "no-verdict", "It isn’t said whether the record still holds."),
        (
            {"verdicts": [{"checked": None}]},
            "never-checked",
            "No verdict says when somebody looked.",
        ),
        (
            {"verdicts": [{"checked": "2025-09-30"}]},
            "old-verdict",
            "The verdict is as of 30 September 2025, and may be out of date.",
        ),
        (
            {"body": "# One\n\n### Three"},
            "heading-jump",
            "A heading skips a level. Readers get the next one down.",
        ),
        (
            {"body": "See [here](https://a.example)."},
            "bare-link",
            "The link “here” doesn’t say where it leads.",
        ),
        (
            {"body": "See [https://a.example](https://a.example)."},
            "bare-link",
            "The link “https://a.example” doesn’t say where it leads.",
        ),
    ],
)
def test_each_rule_says_what_it_found(changes, code, sentence):
    assert given(**changes) == [(code, sentence)]


@pytest.mark.parametrize(
    "changes",
    [
        {"summary": "The Integrated Care Partnership (ICP) meets. The ICP decides."},
        {"summary": "NHS and GPs."},
        {"citations": [], "trail": "own"},
        {"verdicts": [{"checked": None}, {"checked": "2026-07-02"}]},
        {"body": "# One\n\n## Two\n\n# One"},
        {"body": "See [the guide of 2022](https://a.example)."},
        {"body": "word " * 34 + "end. Another one."},
    ],
)
def test_what_is_right_is_left_alone(changes):
    assert given(**changes) == []


def test_an_acronym_of_the_glossary_is_explained():
    assert given(summary="The ICP meets. ICPs meet.", acronyms={"ICP"}) == []


def test_only_a_recommendation_needs_somebody_who_acts():
    assert given(kind="finding", action="") == []


def test_one_that_says_the_same_is_probably_a_duplicate():
    advice = given(others=[other("Speak first to partners"), other("Money", "Budgets are thin.")])
    assert advice == [
        (
            "duplicate",
            "100 per cent of its words are alike to ICS18-R02 “Speak first to partners”. "
            "Is it the same?",
        )
    ]


def test_one_that_says_the_opposite_is_probably_a_contradiction():
    advice = given(title="Spend more on partners", others=[other("Spend less on partners")])
    assert advice == [
        (
            "contradiction",
            "It may contradict ICS18-R02 “Spend less on partners”: this says “more”, that says "
            "“less”.",
        )
    ]
