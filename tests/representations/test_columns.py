"""A record as one row of a table."""

import copy

from findings.representations import columns
from tests.representations.example import FULL

ROW = {
    "reference": "ICS18-R02",
    "kind": "Recommendation",
    "title": "Title of ICS18-R02",
    "what leads": "Summary of ICS18-R02.",
    "why this role": "",
    "summary": "Summary of ICS18-R02.",
    "verdict": "Stands",
    "verdict reason": "Why we say so.",
    "in effect since": "2022-07-01",
    "as of": "2026-07-02",
    "date checked": "2026-07-02",
    "may be out of date": "no",
    "under review since": "",
    "as at": "",
    "trail": "The editors’ own",
    "evidence": "Rests on: one work of a kind not recorded.",
    "speaker": "The editors",
    "name or note": "After talks",
    "audiences named": "Councils",
    "audiences addressed as all": "",
    "roles": "Director",
    "themes": "Trust",
    "line for briefs": "Ring round.",
    "text": "Why we say it.\n\nRead",
    "what to do": "Ring each partner.",
    "first step": "Ring one.",
    "who does it": "The chair",
    "what it takes (the editors’ estimate)": "Two hours",
    "what usually goes wrong": "Nobody answers.",
    "how you would know it worked": "Nobody is surprised.",
    "where it was done": "Leeds did.",
    "a notice": "no",
    "what it asks": "Councils: Agree who speaks.",
    "links": "Rests on ICS18-F01",
    "found since": "",
    "sources": "Rests on paragraph 8 of “The article” (A magazine, 2018)",
    "gaps": "ICS18-G01",
    "report": "Report ICS18",
    "version": "1",
    "version date": "2026-07-03",
    "address": "https://ics.example/recommendations/ICS18-R02/",
    "licence": "CC BY 4.0",
    "knowledge date": "2026-07-02",
}


def test_a_row_holds_a_text_for_each_column_in_one_order():
    assert list(columns.row(FULL).items()) == list(ROW.items())
    assert list(columns.COLUMNS) == list(ROW)


def test_what_there_is_none_of_is_an_empty_cell_and_no_role_means_all():
    record = copy.deepcopy(FULL) | {"version": None, "action": None, "roles": [], "themes": []}
    record["verdict"] |= {"effective": None, "as_of": None, "checked": None, "is_old": True}
    record["verdict"]["under_review"] = {"since": "2026-07-01", "because": None}
    changed = {
        "version": "",
        "version date": "",
        "what to do": "",
        "roles": "All three",
        "themes": "",
        "in effect since": "",
        "as of": "",
        "date checked": "",
        "may be out of date": "yes",
        "under review since": "2026-07-01",
    }
    assert columns.row(record) == ROW | changed


def test_several_stand_in_one_cell_apart():
    record = copy.deepcopy(FULL)
    record["audiences"] = [
        {"name": name, "addressed": {"value": how}}
        for name, how in (("NHS", "all"), ("Councils", "named"), ("Housing", "all"))
    ]
    row = columns.row(record)
    assert (row["audiences named"], row["audiences addressed as all"]) == (
        "Councils",
        "NHS; Housing",
    )
