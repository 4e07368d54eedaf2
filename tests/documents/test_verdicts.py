"""The verdict in its box."""

from findings.documents.verdicts import note

VERDICT = {
    "value": "stands",
    "sentence": "Stands, as of 2 July 2026, looked at 28 November 2026; under review since 1 June",
    "as_of": "2026-07-02",
    "checked": "2026-11-28",
    "effective": "2022-07-01",
    "reason": "A law.",
}


def test_each_day_of_a_verdict_is_said_once():
    assert note(VERDICT).label == (
        "Stands, as of 2 July 2026. Under review since 1 June. Looked at 28 November 2026. "
        "From 1 July 2022."
    )


def test_a_day_that_is_both_is_said_as_one():
    same = {**VERDICT, "sentence": "Stands, as of 2 July 2026", "checked": "2026-07-02"}
    assert note(same).label == "Stands, as of 2 July 2026. From 1 July 2022."
