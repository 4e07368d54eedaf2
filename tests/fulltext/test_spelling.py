import pytest

from findings.fulltext import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organizational organized organizing", "organisational organised organising"),
        ("program programs", "programme programmes"),
        ("behavior neighborhood labor", "behaviour neighbourhood labour"),
        ("center analyze defense", "centre analyse defence"),
        ("counseling judgment", "counselling judgement"),
        ("ten systems, 3rd sector", "10 systems, third sector"),
        ("ICSs ICBs’", "ICS ICB"),
        ("co-production", "coproduction"),
        ("co design, Co-produce", "codesign coproduce"),
        ("well-being", "wellbeing"),
        ("gov\u00adernance net\u200bwork", "governance network"),
        ("R&amp;D", "R&D"),
        ("résumé", "re\u0301sume\u0301"),
        ("trust&nbsp;now", "trust now"),
        ("A&amp;amp;E", "A&E"),
        ("I.C.S. and N.H.S", "ICS and NHS"),
        ("sec. 75, sect 75", "section 75"),
        ("COVID19", "Covid-19"),
        ("twenty-one, Thirty five", "21, 35"),
        ("well being", "wellbeing"),
        ("focussed crises amongst", "focused crisis among"),
        ("systemwide placebased longterm", "system-wide place-based long-term"),
        ("Policymakers’ decisionmaking", "policy makers decision making"),
        ("1,000 people, 12 500 beds, 10k", "1000 people, 12500 beds, 10000"),
        ("£5m, 2bn, 5 mn", "5 million, 2 billion, 5 million"),
        ("5%, 7 % and 9 percent", "5 per cent, 7 percent and 9 per cent"),
        ("twenty-first, Ninety ninth", "21st, 99th"),
        ("wholesystem crosssector", "whole system cross-sector"),
    ],
)
def test_two_spellings_are_one(one, other):
    [first, second] = ([clause.phrases for clause in words.read(text)] for text in (one, other))
    assert first == second != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laboratory", "labour"),
        ("authors", "authorities"),
        ("competition", "competence"),
        ("informal", "information"),
        ("trusts", "trust"),
        ("health&care", "healthcare"),
        ("in 2018 200 people", "2018200 people"),
        ("1, 200", "1200"),
        ("a%20b", "a percent 20 b"),
    ],
)
def test_other_words_stay_apart(one, other):
    assert words.stems(one) != words.stems(other)


def test_a_hidden_letter_is_marked_with_its_word():
    text = "Good neigh\u00adbourhood teams"
    assert words.marked(text, words.read("neighbourhood")) == [
        ("Good ", False),
        ("neigh\u00adbourhood", True),
        (" teams", False),
    ]
