"""A paper as its address says it: read with care, written in one way."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from findings.asking.paper import LONGEST, MOST, Paper, Place
from findings.search import references

TWENTY = [f"ICS18-F{number:02}" for number in range(1, 21)]


def parse(query):
    return Paper.parse(QueryDict(query))


def records(*references):
    return "&".join(f"record={reference}" for reference in references)


def test_a_paper_is_what_its_address_says():
    paper = parse(
        "title=Winter+plan&record=ICS18-R02&record=ICS18-F03%402"
        "&note-ICS18-R02=We+met+late&owner-ICS18-R02=The+chair&q=trust"
    )
    assert paper.title == "Winter plan"
    assert paper.places == (
        Place("ICS18-R02", None, "We met late", "The chair"),
        Place("ICS18-F03", 2),
    )
    assert (paper.words, paper.remarks, paper.at, paper.excess) == ("trust", (), "", 0)
    assert paper.string == (
        "title=Winter+plan&record=ICS18-R02&record=ICS18-F03%402"
        "&note-ICS18-R02=We+met+late&owner-ICS18-R02=The+chair"
    )
    assert paper.page_string == f"{paper.string}&q=trust"
    assert parse(paper.string).places == paper.places


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("", ""),
        ("title=+", ""),
        ("record=", ""),
        ("record=+ics18-f03+", "record=ICS18-F03"),
        ("record=ICS18-F03&record=ics18-f03", "record=ICS18-F03"),
        ("record=ics18-f03@2", "record=ICS18-F03%402"),
        ("note-ics18-f03=A++b%0Ac&record=ICS18-F03", "record=ICS18-F03&note-ICS18-F03=A+b+c"),
        ("record=ICS18-F03&note-ICS18-F03=", "record=ICS18-F03"),
        ("record=ICS18-F03&note-ICS18-F03=a&note-ICS18-F03=b", "record=ICS18-F03&note-ICS18-F03=b"),
        ("title=a%E2%80%AEb%1B%7F", "title=a+b"),
    ],
)
def test_a_paper_has_one_address(typed, canonical):
    paper = parse(typed)
    assert (paper.string, paper.remarks) == (canonical, ())


@pytest.mark.parametrize(
    ("query", "order", "at"),
    [
        ("up=ICS18-F02", ["ICS18-F02", "ICS18-F01", "ICS18-F03@1"], "ICS18-F02"),
        ("up=ICS18-F01", ["ICS18-F01", "ICS18-F02", "ICS18-F03@1"], "ICS18-F01"),
        ("down=ICS18-F01", ["ICS18-F02", "ICS18-F01", "ICS18-F03@1"], "ICS18-F01"),
        ("down=ICS18-F03", ["ICS18-F01", "ICS18-F02", "ICS18-F03@1"], "ICS18-F03"),
        ("remove=ICS18-F02", ["ICS18-F01", "ICS18-F03@1"], "ICS18-F02"),
        ("pin=ICS18-F02@4", ["ICS18-F01", "ICS18-F02@4", "ICS18-F03@1"], "ICS18-F02"),
        ("pin=ICS18-F03", ["ICS18-F01", "ICS18-F02", "ICS18-F03"], "ICS18-F03"),
        ("add=ICS18-R01", ["ICS18-F01", "ICS18-F02", "ICS18-F03@1", "ICS18-R01"], "ICS18-R01"),
        ("add=ICS18-F02", ["ICS18-F01", "ICS18-F02", "ICS18-F03@1"], "ICS18-F02"),
        ("up=ICS18-F09", ["ICS18-F01", "ICS18-F02", "ICS18-F03@1"], ""),
        ("remove=what", ["ICS18-F01", "ICS18-F02", "ICS18-F03@1"], ""),
    ],
)
def test_each_button_does_one_thing_and_keeps_what_was_typed(query, order, at):
    paper = parse(
        f"title=T&{records('ICS18-F01', 'ICS18-F02', 'ICS18-F03@1')}&note-ICS18-F01=N&{query}"
    )
    assert [place.name for place in paper.places] == order
    assert (paper.title, paper.at, paper.remarks) == ("T", at, ())
    assert next(place.note for place in paper.places if place.reference == "ICS18-F01") == "N"


@pytest.mark.parametrize(
    "text",
    ["ICS18-G01", "what", "ICS18-F03@0", "ICS18-F03@999999999999", "ICS18-F03@²",
     "ICS18-F03@-1", "9" * 40, "ICS18-F" + "9" * 20],
)  # fmt: skip
def test_what_names_no_record_is_named_and_left_out(text):
    paper = parse(urlencode({"record": text}))
    assert paper.places == ()
    assert paper.remarks == (f"We don’t know “{text[:60]}”, so we left it out.",)


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("(ICS18-F03).", ["ICS18-F03"]),
        ("#ics18f3", ["ICS18-F03"]),
        ("“ICS18\u2013F\u00ad03”", ["ICS18-F03"]),
        ("ICS18-F03, ICS18-R02", ["ICS18-F03", "ICS18-R02"]),
        ("https://ics.example/findings/ICS18-F03/v2/", ["ICS18-F03@2"]),
        ("[ICS18-F03@2]", ["ICS18-F03@2"]),
    ],
)
def test_a_reference_may_be_pasted_in_any_dress(pasted, names):
    paper = parse(urlencode({"record": pasted}))
    assert ([place.name for place in paper.places], paper.remarks) == (names, ())
    if "@" not in pasted:
        assert references.named_by(pasted) == [name.partition("@")[0] for name in names]


def test_a_record_stands_once_and_the_first_counts():
    paper = parse(records("ICS18-F03@1", "ICS18-F03", "ICS18-F03@2"))
    assert [place.name for place in paper.places] == ["ICS18-F03@1"]
    assert paper.remarks == (
        "A record stands in a paper once, so we left out ICS18-F03.",
        "A record stands in a paper once, so we left out ICS18-F03@2.",
    )


def test_a_flood_is_cut_and_named():
    many = [f"ICS18-F{number}" for number in range(1, 901)]
    paper = parse(records(*many))
    assert [place.reference for place in paper.places] == many[:MOST]
    assert paper.remarks == (
        "A paper holds 20 records at most, so we left out "
        "ICS18-F21, ICS18-F22, ICS18-F23, ICS18-F24, ICS18-F25 and 875 more.",
    )
    strange = parse("&".join(f"record=x{number}" for number in range(900)))
    assert strange.remarks == ("We don’t know “x0”, “x1”, “x2”, “x3”, “x4” and 895 more, "
                               "so we left them out.",)  # fmt: skip
    orphans = parse("&".join(f"note-x{number}=a" for number in range(900)))
    assert len(orphans.remarks) == 12
    assert orphans.remarks[0] == "We left out the context for “X0”: it is not in the paper."


def test_a_full_paper_takes_no_more_and_says_so():
    paper = parse(f"{records(*TWENTY)}&add=ICS18-R01")
    assert paper.is_full
    assert paper.references == TWENTY
    assert paper.remarks == ("A paper holds 20 records at most, so we left out ICS18-R01.",)


def test_a_long_text_is_cut_and_named():
    paper = parse(f"title={'t' * 121}&record=ICS18-F03&note-ICS18-F03={'n' * 9999}"
                  f"&owner-ICS18-F03={'o' * 80}")  # fmt: skip
    place = paper.places[0]
    assert (paper.title, place.note, place.owner) == ("t" * 120, "n" * 500, "o" * 80)
    assert paper.remarks == (
        "The title is longer than 120 characters, so we cut it there.",
        "The context of ICS18-F03 is longer than 500 characters, so we cut it there.",
    )


def test_what_is_too_long_for_an_address_stays_whole_and_says_by_how_much():
    notes = "&".join(f"note-{reference}={'n' * 300}" for reference in TWENTY)
    paper = parse(f"{records(*TWENTY)}&{notes}")
    assert paper.excess == len(paper.string) - LONGEST == 659
    assert {place.note for place in paper.places} == {"n" * 300}
    assert paper.remarks == ()
