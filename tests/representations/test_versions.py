"""A version as data: what it said then, under today's verdict."""

import json

import pytest

from findings.models import Record
from findings.publishing.erasing import redact
from findings.reading.edition import edition_of
from findings.representations import versions
from tests import factories, histories
from tests.representations.example import EDITORS, FINDING, FULL, ORIGIN, STANDS, full

pytestmark = pytest.mark.django_db


def version_of(reference, number):
    record = Record.objects.for_rows().get(reference=reference)
    version = record.versions.get(number=number)
    version.record = record
    return version


CITED = {
    "relation": "Rests on",
    "passage": "paragraph 8",
    "work": "The article",
    "made_by": "A magazine, 2018",
    "html_url": "https://ics.example/sources/article/#p8",
}
KEPT = (
    *("title", "short_title", "summary", "brief_line", "body", "action", "first_step"),
    *("who", "hours", "pitfall", "measure", "case", "is_notice"),
)
VERSION = {
    "record": {
        **FINDING,
        "reference": "ICS18-R02",
        "kind": {"value": "recommendation", "label": "Recommendation"},
        "title": "Title of ICS18-R02",
        "url": "https://ics.example/api/v1/records/ICS18-R02",
        "html_url": "https://ics.example/recommendations/ICS18-R02/",
    },
    "version": {
        "number": 1,
        "date": "2026-07-03",
        "line": "Reworded",
        "is_major": False,
        "redacted": None,
        "url": "https://ics.example/api/v1/records/ICS18-R02/versions/1",
        "html_url": "https://ics.example/recommendations/ICS18-R02/v1/",
    },
    **{key: FULL[key] for key in KEPT},
    "speaker": FULL["speaker"],
    "trail": FULL["trail"],
    "themes": ["Trust"],
    "audiences": [
        {
            "name": "Councils",
            "addressed": {"value": "named", "label": "Names you"},
            "passage": "paragraph 8 of “The article”",
        }
    ],
    "roles": [{"label": "Director", "reason": "They can change a paper.", "speaker": EDITORS}],
    "asks": [{"audience": "Councils", "text": "Agree who speaks.", "speaker": EDITORS}],
    "links": [
        {
            "relation": "Rests on",
            "reference": "ICS18-F01",
            "title": "Title of ICS18-F01",
            "reason": "",
        }
    ],
    "citations": [CITED],
    "report": "Report ICS18",
    "verdicts": [
        {
            **STANDS,
            "reason": "Why we say so.",
            "effective": "2022-07-01",
            "as_of": "2026-07-02",
            "checked": "2026-07-02",
            "developments": ["A law"],
            "citations": [{**CITED, "relation": "Supported by"}],
        }
    ],
    "licence": FULL["licence"],
    "knowledge_date": "2026-07-02",
}


def test_a_version_keeps_what_it_said():
    record = full()
    with histories.on("2026-07-05"):
        histories.change(record, summary="Quite another summary.", line="Reworded", is_major=True)
    shown = versions.represent(edition_of(version_of("ICS18-R02", 1)), ORIGIN)
    assert json.dumps(shown, indent=1) == json.dumps(VERSION, indent=1)
    assert versions.listed(version_of("ICS18-R02", 2), ORIGIN) == {
        "number": 2,
        "date": "2026-07-05",
        "line": "Reworded",
        "is_major": True,
        "redacted": None,
        "url": "https://ics.example/api/v1/records/ICS18-R02/versions/2",
        "html_url": "https://ics.example/recommendations/ICS18-R02/v2/",
    }


def test_of_a_redacted_version_there_is_the_notice():
    with histories.on("2026-07-01"):
        record = histories.published(summary="Canary.")
    histories.change(record, summary="Clean.", line="Cleaned")
    with histories.on("2026-07-09"):
        redact(version_of("ICS18-F01", 1), "It named somebody.")
    assert versions.listed(version_of("ICS18-F01", 1), ORIGIN) == {
        "number": 1,
        "date": "2026-07-01",
        "line": "",
        "is_major": False,
        "redacted": {"date": "2026-07-09", "why": "It named somebody."},
        "url": "https://ics.example/api/v1/records/ICS18-F01/versions/1",
        "html_url": "https://ics.example/findings/ICS18-F01/v1/",
    }


def test_a_version_names_the_records_that_readers_can_open():
    record = factories.record("ICS18-F01")
    record.links.create(relation="calls-for", target=factories.record("ICS18-S01"))
    hidden = factories.record("ICS18-S02", state="draft", title="Canary")
    record.links.create(relation="calls-for", target=hidden)
    histories.keep(record, histories.EDITOR)
    shown = versions.represent(edition_of(version_of("ICS18-F01", 1)), ORIGIN)
    assert [link["reference"] for link in shown["links"]] == ["ICS18-S01"]
