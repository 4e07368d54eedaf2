import pytest

from findings.representations import tables
from tests.representations.example import ARTICLE, COUNCILS, PASSAGE


def test_a_thing_is_a_row_with_its_keys_as_columns():
    shown = {
        "slug": "law",
        "first_day": "2022-07-01",
        "status": {"value": "happened", "label": "Happened"},
        "is_old": True,
        "number": 3,
        "none": None,
        "counts": {"records": 4, "named": 0},
        "body": {"text": "Words.", "html": "<p>Words.</p>"},
        "bears_on": [{"reference": "ICS18-F01", "title": "A"}, {"reference": "ICS18-F02"}],
        "audience": COUNCILS,
        "report": ARTICLE,
        "citations": [{"relation": {"value": "rests-on", "label": "Rests on"}, "passage": PASSAGE}],
        "questions": [],
        "version": {"number": 2, "date": "2026-07-03"},
        "rests_on": [
            {"relation": "Rests on", "passage": "page 2", "work": "A work", "made_by": "Us, 2018"}
        ],
    }
    assert tables.row(shown) == {
        "slug": "law",
        "first day": "2022-07-01",
        "status": "Happened",
        "is old": "yes",
        "number": "3",
        "none": "",
        "count of records": "4",
        "count of named": "0",
        "body": "Words.",
        "bears on": "ICS18-F01; ICS18-F02",
        "audience": "Councils",
        "report": "The article",
        "citations": "Rests on paragraph 8 of “The article” (A magazine, 2018)",
        "questions": "",
        "version": "2",
        "rests on": "Rests on page 2 of “A work” (Us, 2018)",
    }


def test_what_cannot_be_called_is_a_fault():
    with pytest.raises(ValueError, match="not enough values"):
        tables.row({"thing": {"url": "https://ics.example"}})
