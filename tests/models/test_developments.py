import datetime

import pytest

from findings.models import Development, Passage, Source, Term
from tests import factories


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


@pytest.mark.alike
@pytest.mark.django_db
def test_what_was_planned_is_to_be_confirmed_once_its_last_day_is_over():
    day, end = datetime.date(2026, 4, 1), datetime.date(2026, 4, 20)
    for precision in ("day", "month", "year"):
        factories.development(precision, status="planned", precision=precision, date=day)
    factories.development("range", status="planned", precision="range", date=day, date_end=end)
    factories.development("done", date=day)
    asked = {
        today: sorted(
            each.slug for each in Development.objects.to_confirm(datetime.date.fromisoformat(today))
        )
        for today in ("2026-04-01", "2026-04-02", "2026-04-30", "2026-05-01", "2027-01-01")
    }
    assert asked == {
        "2026-04-01": [],
        "2026-04-02": ["day"],
        "2026-04-30": ["day", "range"],
        "2026-05-01": ["day", "month", "range"],
        "2027-01-01": ["day", "month", "range", "year"],
    }
