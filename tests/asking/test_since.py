import pytest
from django.http import QueryDict

from findings.asking.since import Since


def test_a_day_is_read_spelt_and_written():
    since = Since.read(QueryDict("since=2026-06-01"))
    assert (since.spelt, since.string, since.fault) == ("1 June 2026", "?since=2026-06-01", "")


@pytest.mark.parametrize("text", ["", "since=", "since=%20", "other=2026-06-01"])
def test_no_day_is_ever(text):
    assert Since.read(QueryDict(text)) == Since()


def test_what_is_no_day_is_kept_as_typed_and_said():
    since = Since.read(QueryDict("since=1+June"))
    assert (since.day, since.typed, since.string) == (None, "1 June", "")
    assert since.fault == (
        "We can’t read “1 June” as a day. Write it like 2026-06-01. So you see every change."
    )
