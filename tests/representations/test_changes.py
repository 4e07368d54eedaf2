"""What changed, as data."""

import pytest
from django.utils.timezone import localdate

from findings.reading.changes import changes_since, with_differences
from findings.representations import changes
from tests import histories
from tests.representations.example import FINDING, ORIGIN, STANDS

pytestmark = pytest.mark.django_db


def told(day=None):
    found = with_differences(changes_since(day, localdate()))
    return [changes.represent(change, ORIGIN) for change in found]


CHANGED = {
    "reference": "ICS18-F01",
    "kind": FINDING["kind"],
    "title": "Title of ICS18-F01",
    "verdict": STANDS,
    "url": FINDING["url"],
    "html_url": FINDING["html_url"],
    "date": "2026-07-05",
    "is_major": True,
    "withdrawn": None,
    "steps": [
        {
            "what": "changed",
            "label": "Changed",
            "at": "2026-07-05T11:00:00+00:00",
            "is_major": True,
            "line": "Counted again",
            "version": 2,
            "html_url": "https://ics.example/findings/ICS18-F01/v2/",
        },
        {
            "what": "published",
            "label": "Published",
            "at": "2026-07-03T11:00:00+00:00",
            "is_major": True,
            "line": "",
            "version": 1,
            "html_url": "https://ics.example/findings/ICS18-F01/v1/",
        },
    ],
    "differences": [
        {
            "field": "Summary",
            "pieces": [
                {"kind": "gone", "text": "One"},
                {"kind": "new", "text": "Two"},
                {"kind": "same", "text": " "},
                {"kind": "gone", "text": "word"},
                {"kind": "new", "text": "words"},
                {"kind": "same", "text": "."},
            ],
        }
    ],
    "knowledge_date": "2026-07-02",
}


def test_a_changed_record_tells_its_steps_and_words():
    with histories.on("2026-07-03"):
        record = histories.published(summary="One word.")
    with histories.on("2026-07-05"):
        histories.change(record, summary="Two words.", line="Counted again", is_major=True)
    with histories.on("2026-07-06"):
        [change] = told()
    assert change.pop("licence")
    assert change == CHANGED


def test_of_a_withdrawn_record_there_is_the_notice_alone():
    with histories.on("2026-07-03"):
        successor = histories.published("ICS18-F02")
        record = histories.published("ICS18-F01", title="Canary")
    with histories.on("2026-07-05"):
        histories.withdraw(record, "It was wrong.", successor)
        shown = {change["reference"]: change for change in told()}["ICS18-F01"]
    assert "Canary" not in str(shown)
    assert (shown["title"], shown["verdict"], shown["steps"]) == (None, None, [])
    assert shown["differences"] is None
    assert shown["withdrawn"] == {
        "date": "2026-07-05",
        "why": "It was wrong.",
        "successor": {
            "reference": "ICS18-F02",
            "title": "Title of ICS18-F02",
            "url": "https://ics.example/api/v1/records/ICS18-F02",
            "html_url": "https://ics.example/findings/ICS18-F02/",
        },
    }


def test_a_successor_that_is_hidden_is_not_named():
    with histories.on("2026-07-03"):
        successor = histories.published("ICS18-F02", title="Canary")
        record = histories.published("ICS18-F01")
    with histories.on("2026-07-05"):
        histories.withdraw(record, "It was wrong.", successor)
        histories.withdraw(successor, "So was this.")
        shown = told()
    assert "Canary" not in str(shown)
    withdrawn = {change["reference"]: change["withdrawn"] for change in shown}
    assert withdrawn["ICS18-F01"]["successor"] is None
