"""Data is asked for strictly: what isn't known is refused by name."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from findings.asking import strict
from findings.asking.strict import BadParameter
from tests import factories

NAMES = (
    "There is no such parameter. Known: kind, audience, addressed, role, theme, speaker, "
    "evidence, trail, verdict, source, q, sort, as-at, page."
)
KINDS = "Known: finding, skill, recommendation."
SORTS = "Known: best, reference, title, speaker, verdict, changed."


@pytest.fixture
def shelf(db):
    factories.audience("councils")
    factories.theme("trust")
    factories.report()


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "kind=finding&kind=skill&audience=councils&theme=trust&source=report-ics18",
        "q=C%2B%2B+%22&sort=best&as-at=2018-11-20&verdict=as-published&page=2",
        "q=&sort=title&role=director&speaker=policy&trail=own&addressed=named",
    ],
)
def test_what_a_page_understands_is_read_alike(shelf, asked):
    params = QueryDict(asked)
    assert strict.query(params, "/browse/") == strict.Query.parse(params, "/browse/")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("colour=red", f"“colour”: {NAMES}"),
        ("audience[]=councils", f"“audience[]”: {NAMES}"),
        ("kind=finding&kind=book", f"“kind”: It can’t be “book”. {KINDS}"),
        ("kind=Finding", f"“kind”: It can’t be “Finding”. {KINDS}"),
        ("kind=", f"“kind”: It can’t be “”. {KINDS}"),
        ("audience=nobody", "“audience”: It can’t be “nobody”. Known: councils."),
        ("theme=x", "“theme”: It can’t be “x”. Known: trust."),
        (
            "verdict=as-published",
            "“verdict”: It can’t be “as-published”. "
            "Known: stands, partly-overtaken, overtaken, unsettled, not-checked.",
        ),
        ("sort=up", f"“sort”: It can’t be “up”. {SORTS}"),
        ("sort=Title", f"“sort”: It can’t be “Title”. {SORTS}"),
        ("q=a&q=b", "“q”: It is given more than once."),
        ("as-at=soon", "“as-at”: We can’t read “soon” as a day. Write it like 2018-11-20."),
        ("as-at=", "“as-at”: It isn’t a day. Write it like 2026-06-01."),
        ("as-at=+2018-11-20", "“as-at”: It isn’t a day. Write it like 2026-06-01."),
        ("page=0", "“page”: It must be a number from 1 to 9999999."),
        ("page=²", "“page”: It must be a number from 1 to 9999999."),
        (f"page={'9' * 5000}", "“page”: It must be a number from 1 to 9999999."),
        ("page=1&page=2", "“page”: It is given more than once."),
    ],
)
def test_what_is_not_known_is_refused_by_name(shelf, asked, said):
    with pytest.raises(BadParameter) as refused:
        strict.query(QueryDict(asked), "/browse/")
    assert str(refused.value) == said


def test_what_the_address_fixes_can_not_be_asked_again(shelf):
    with pytest.raises(BadParameter, match=r"^“kind”: There is no such parameter"):
        strict.query(QueryDict("kind=skill"), "/findings/", {"kind": "finding"})


def test_further_names_are_known_where_the_caller_says_so(shelf):
    params = QueryDict("per_page=101")
    assert strict.query(params, "/", single=("per_page",)).page == 1
    assert strict.number(params, "per_page", 20, 101) == 101
    with pytest.raises(BadParameter, match="It must be a number from 1 to 100"):
        strict.number(params, "per_page", 20, 100)


def test_many_values_are_not_listed(db):
    for number in range(21):
        factories.theme(f"theme-{number}")
    with pytest.raises(BadParameter) as refused:
        strict.query(QueryDict("theme=x"), "/browse/")
    assert str(refused.value) == "“theme”: It can’t be “x”."


def test_a_day_is_read_or_refused():
    assert str(strict.day(QueryDict("since=2026-06-01"), "since")) == "2026-06-01"
    assert strict.day(QueryDict(""), "since") is None
    for text in ("", "2026-13-01", "20260601"):
        with pytest.raises(BadParameter, match=r"^“since”: It isn’t a day"):
            strict.day(QueryDict(f"since={text}"), "since")


@given(st.text())
def test_a_refusal_repeats_what_was_sent_only_in_part(text):
    params = QueryDict(mutable=True)
    params[text * 40] = text
    with pytest.raises(BadParameter) as refused:
        strict.check_names(params, (), ("q",))
    assert len(refused.value.name) <= 60
