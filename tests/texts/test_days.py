import datetime

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from findings.texts.days import AsAt

TODAY = datetime.date(2026, 11, 22)


def read(text):
    return AsAt.read(QueryDict(text), TODAY)


@pytest.mark.parametrize("text", ["2014-01-01", "2018-11-20", "2026-11-22"])
def test_a_day_is_read(text):
    as_at = read(f"as-at={text}")
    assert as_at == AsAt(datetime.date.fromisoformat(text))
    assert (as_at.text, as_at.suffix, as_at.parameter) == (
        text,
        f"?as-at={text}",
        f"&as-at={text}",
    )


@pytest.mark.parametrize("text", ["", "as-at=", "as-at=++", "other=2018-11-20"])
def test_no_day_is_today(text):
    as_at = read(text)
    assert as_at == AsAt()
    assert (bool(as_at), as_at.text, as_at.suffix, as_at.parameter) == (False, "", "", "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("yesterday", "We can’t read “yesterday” as a day. Write it like 2018-11-20."),
        ("2018-02-30", "We can’t read “2018-02-30” as a day. Write it like 2018-11-20."),
        ("20181120", "We can’t read “20181120” as a day. Write it like 2018-11-20."),
        ("2018-W47-2", "We can’t read “2018-W47-2” as a day. Write it like 2018-11-20."),
        ("2026-11-23", "23 November 2026 is still to come."),
        ("2013-12-31", "31 December 2013 is too early: we know of nothing before 2014."),
        ("0001-01-01", "1 January 0001 is too early: we know of nothing before 2014."),
        ("0000-01-01", "We can’t read “0000-01-01” as a day. Write it like 2018-11-20."),
    ],
)
def test_what_is_no_day_to_look_at_is_said_and_ignored(text, fault):
    as_at = read(f"as-at={text}")
    assert (as_at.day, as_at.text) == (None, text)
    assert as_at.fault == f"{fault} So you see today."


@given(st.text())
def test_no_text_is_a_fault_of_ours(text):
    params = QueryDict(mutable=True)
    params["as-at"] = text
    as_at = AsAt.read(params, TODAY)
    assert len(as_at.text) <= 60
    again = QueryDict(mutable=True)
    again["as-at"] = as_at.text
    assert AsAt.read(again, TODAY) == as_at
