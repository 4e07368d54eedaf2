"""How each kind of value in a row is checked, said and stored."""

import datetime
from types import SimpleNamespace

import pytest

from findings.publishing.fields import Address, Code, Day, Fault, Key, Lines, Number, Text, Word
from findings.vocabulary import State

NEEDED = [Text("a"), Key("a"), Address("a"), Day("a"), Lines("a"), Number("a")]


@pytest.mark.parametrize("field", NEEDED, ids=lambda field: type(field).__name__)
@pytest.mark.parametrize("raw", [{}, {"a": None}, {"a": ""}, {"a": []}])
def test_what_is_needed_is_missed_by_name(field, raw):
    with pytest.raises(Fault, match=r"^a: is missing$"):
        field.parse(raw)


@pytest.mark.parametrize(
    ("field", "empty"),
    [
        (Text("a", required=False), ""),
        (Code("a", required=False), None),
        (Day("a", required=False), None),
        (Lines("a", required=False), []),
        (Number("a", required=False), 0),
        (Word("a", State, default=State.DRAFT), "draft"),
    ],
)
def test_what_may_be_left_out_has_a_value_all_the_same(field, empty):
    assert field.parse({}) == {"a": empty}


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (Text("a"), "  two\r\nlines ", "two\nlines"),
        (Key("a"), "better-care-fund", "better-care-fund"),
        (Address("a"), "https://example.org/x", "https://example.org/x"),
        (Word("a", State), "in-review", "in-review"),
        (Day("a"), "2022-07-01", "2022-07-01"),
        (Day("a"), datetime.date(2022, 7, 1), "2022-07-01"),
        (Lines("a", between=", "), "F03, F04 ", ["F03", "F04"]),
        (Lines("a"), [" one", "two "], ["one", "two"]),
        (Number("a"), 30000, 30000),
    ],
)
def test_a_value_is_kept_in_one_spelling(field, value, kept):
    assert field.parse({"a": value}) == {"a": kept}


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        (Text("a"), 7, "must be text, and is int"),
        (Text("a"), "a\0b", "holds a NUL character"),
        (Text("a"), " \r\n ", "is missing"),
        (Text("a", 3), "four", "has 4 characters, and 3 are allowed"),
        (Key("a"), "Café", "“Café” is not well formed"),
        (Address("a"), "javascript:x", "begins with neither https:// nor http://"),
        (Word("a", State), "gone", "“gone” is none of draft"),
        (Day("a"), "1 July", "“1 July” is not a date such as 2022-07-01"),
        (Day("a"), datetime.datetime(2022, 7, 1, tzinfo=datetime.UTC), "is not a date"),
        (Lines("a"), [1], "must be a list of texts"),
        (Lines("a"), ["a\nb"], "or a NUL character"),
        (Number("a"), True, "is not a whole number up to 30000"),
        (Number("a"), 30001, "is not a whole number up to 30000"),
    ],
)
def test_what_cannot_be_kept_says_why(field, value, fault):
    with pytest.raises(Fault) as raised:
        field.parse({"a": value})
    assert raised.value.field == "a"
    assert fault in raised.value.message


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        (Text("a"), "text", "text"),
        (Day("a"), "2022-07-01", datetime.date(2022, 7, 1)),
        (Day("a", required=False), None, None),
        (Lines("a", between=", "), ["F03", "F04"], "F03, F04"),
        (Lines("a", required=False), [], ""),
        (Code("a", required=False), None, None),
    ],
)
def test_what_is_stored_is_read_back_as_it_was(field, value, stored):
    thing = SimpleNamespace()
    field.write(thing, {"a": value})
    assert thing.a == stored
    assert field.read(thing) == {"a": value}


def test_an_editor_reads_where_a_fault_stands_in_words():
    fault = Fault("short_title", "is missing").under("citations[2]")
    assert fault.told == "citations 2, short title: is missing"
    assert Fault("", "is refused").told == "is refused"


def test_a_fault_inside_a_list_says_where():
    fault = Fault("passage", "is missing").under("citations[2]")
    assert str(fault) == "citations[2].passage: is missing"
    assert Fault("", "is no row").under("links[0]").field == "links[0]"
