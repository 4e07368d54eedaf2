"""What some write as one word and others as two finds the same."""

import pytest

from findings.models import Record
from findings.search.resolving import resolve
from tests import factories

pytestmark = pytest.mark.django_db


def found(text):
    records = resolve(text).narrow(Record.objects.published())
    return [record.reference for record in records.order_by("sort_key")]


@pytest.fixture
def library():
    texts = [
        "Healthcare is local.",
        "Health care costs money.",
        "Leadership of primary schools, in care of boards.",
        "The overview is online.",
    ]
    for number, text in enumerate(texts, start=1):
        factories.record(f"ICS18-F0{number}", summary=text, title="A finding")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("healthcare", ["ICS18-F01", "ICS18-F02"]),
        ("health care", ["ICS18-F01", "ICS18-F02"]),
        ("health-care", ["ICS18-F01", "ICS18-F02"]),
        ('"health care"', ["ICS18-F02"]),
        ("leader ship", ["ICS18-F03"]),
        ("over view", ["ICS18-F04"]),
        ("on-line", ["ICS18-F04"]),
        ("primaryschools", ["ICS18-F03"]),
    ],
)
def test_one_word_or_two(library, typed, expected):
    assert found(typed) == expected


def test_a_word_that_nobody_wrote_is_told_as_two(library):
    assert resolve("primaryschools").corrections == [("primaryschools", "primary schools")]
    assert resolve("leader ship").corrections == []


@pytest.mark.parametrize("typed", ["ICS 18", "ics-18", "“ICS_18”", "ICS 18-", "ICS18-F", "(ICS18)"])
def test_the_start_of_references_in_any_dress(library, typed):
    assert resolve(typed).report.report_code == "ICS18"


def test_a_number_beside_letters_that_no_report_has_is_two_words(library):
    assert resolve("NHS 111").report is None
