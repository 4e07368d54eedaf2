import datetime

import pytest

from findings.models import Development, Passage, Source, Term


def day(text):
    return text and datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("precision", "first", "last", "when", "machine"),
    [
        ("day", "2022-07-01", None, "1 July 2022", "2022-07-01"),
        ("month", "2018-05-01", None, "May 2018", "2018-05"),
        ("year", "2021-01-01", None, "2021", "2021"),
        ("range", "2026-06-18", "2026-07-02", "18 June to 2 July 2026", "2026-06-18"),
        ("range", "2015-12-01", "2016-03-31", "December 2015 to March 2016", "2015-12-01"),
        ("range", "2022-04-01", "2022-08-31", "April to August 2022", "2022-04-01"),
        ("range", "2019-12-30", "2020-01-02", "30 December 2019 to 2 January 2020", "2019-12-30"),
    ],
)
def test_a_date_is_spelt_as_exactly_as_it_is_known(precision, first, last, when, machine):
    event = Development(precision=precision, date=day(first), date_end=day(last))
    assert event.when == when
    assert event.first_machine_date == machine


@pytest.mark.parametrize(
    ("locator", "label", "anchor"),
    [
        ("P8", "paragraph 8", "p8"),
        ("P11", "paragraph 11", "p11"),
        ("Opening", "opening", "opening"),
        ("Opening messages, skill 1", "opening messages, skill 1", "opening-messages-skill-1"),
        ("Page", "page", "page"),
    ],
)
def test_a_passage_is_named_as_a_reader_would(locator, label, anchor):
    passage = Passage(source=Source(title="A work"), locator=locator)
    assert (passage.label, passage.anchor) == (label, anchor)


def test_a_term_is_found_under_every_form():
    term = Term(name="ICB", full_name="integrated care board", also="ICBs\n\n boards ")
    assert term.forms == ["ICB", "integrated care board", "ICBs", "boards"]
