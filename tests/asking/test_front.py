"""The front sheet of a paper: read with care, none of it needed."""

from urllib.parse import urlencode

from django.http import QueryDict

from findings.asking.front import FIELDS
from findings.asking.paper import Paper

TYPED = {
    "title": "Winter",
    "meeting": "Integrated care board",
    "date": "2026-12-04",
    "item": "7.2",
    "purpose": "decide",
    "sponsor": "The chair",
    "author": "The secretary",
    "asks": "Agree who leads\nAsk for a report",
    "risk": "None",
    "equality": "Small",
    "money": "£0",
    "record": "ICS18-R02",
    "by-ICS18-R02": "2027-01-31",
}


def parse(**typed):
    return Paper.parse(QueryDict(urlencode(typed)))


def test_all_of_it_stands_in_the_address_and_comes_back():
    paper = parse(**TYPED)
    assert (paper.string, paper.remarks) == (urlencode(TYPED), ())
    assert Paper.parse(QueryDict(paper.string)) == paper
    assert paper.front.head == [
        ("Meeting", "Integrated care board"),
        ("Date", "4 December 2026"),
        ("Agenda item", "7.2"),
        ("Purpose", "To decide"),
        ("Sponsor", "The chair"),
        ("Author", "The secretary"),
    ]
    assert paper.front.asks == ["Agree who leads", "Ask for a report"]
    assert paper.front.bearing == [("Risk", "None"), ("Equality", "Small"), ("Money", "£0")]
    assert paper.places[0].by == "2027-01-31"


def test_what_was_typed_is_carried_to_no_other_page():
    assert parse(record="ICS18-R02").carrying == "ICS18-R02"
    assert parse(record="ICS18-R02", sponsor="A name").carrying == ""
    assert parse(**{"record": "ICS18-R02", "by-ICS18-R02": "May"}).carrying == ""


def test_a_date_in_words_stays_and_lines_lose_what_nobody_sees():
    front = parse(date="First Tuesday", asks=" a\x00\r\n\r\n b\tc ", meeting="a\nb").front
    assert front.head == [("Meeting", "a b"), ("Date", "First Tuesday")]
    assert front.asks == ["a", "b c"]


def test_what_is_too_long_or_unknown_is_said():
    long = {field.name: "x" * (field.longest + 1) for field in FIELDS if field.name != "purpose"}
    paper = parse(**long, purpose="vote")
    assert dict(paper.front.texts) == {name: text[:-1] for name, text in long.items()}
    assert "“Risk” is longer than 300 characters, so we cut it there." in paper.remarks
    assert "We don’t know the purpose “vote”, so we left it out." in paper.remarks
    assert len(paper.remarks) == len(FIELDS)
    assert not parse(purpose=" ").front
