"""Nothing later than the knowledge date, and nothing that nobody read."""

import datetime

import pytest

from findings.models import Development
from findings.publishing import knowledge, loading, rules
from tests import factories, fixture_sets

DAY = "2026-07-02"


def said(row):
    return [str(fault) for fault in knowledge.faults_of(row, DAY)]


LATE = "is later than 2026-07-02, up to which the editors have read"


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        ({"status": "happened", "date": "2026-07-02"}, []),
        ({"status": "happened", "date": "2026-07-03"}, [f"date: {LATE}"]),
        ({"status": "proposed", "date": "2026-07-03"}, [f"date: {LATE}"]),
        ({"status": "planned", "date": "2028-04-01"}, []),
        ({"as_of": "2026-07-03"}, [f"as_of: {LATE}"]),
        ({"verdicts": [{"as_of": DAY, "checked": "2026-11-28"}]}, []),
        ({"verdicts": [{"as_of": None, "checked": "2026-11-28"}]}, [f"verdicts[1].as_of: {LATE}"]),
        ({"verdicts": [{"as_of": None, "checked": None}]}, []),
        (
            {"fact": ["N12", "Launch: NOT FOUND"]},
            ["fact[2]: is marked NOT FOUND: write only what was read"],
        ),
        (
            {"verdicts": [{"as_of": None, "checked": None, "reason": "MEMORY only"}]},
            ["verdicts[1].reason: is marked MEMORY: write only what was read"],
        ),
        ({"text": "It was not found; the memory stays."}, []),
    ],
)
def test_a_row_says_nothing_too_late_and_nothing_unread(row, faults):
    assert said(row) == faults


def test_without_a_knowledge_date_only_marks_are_faults():
    assert list(knowledge.faults_of({"status": "happened", "date": "2030-01-01"}, None)) == []


@pytest.mark.django_db
def test_no_event_later_than_the_knowledge_date_is_loaded(tmp_path):
    factories.home()
    rows = fixture_sets.invented()
    rows["developments"][0]["date"] = "2026-07-03"
    with pytest.raises(loading.LoadingFault, match=f"electric-lamp, date: {LATE}"):
        loading.load(fixture_sets.write(tmp_path / "lighthouse", rows))
    assert not Development.objects.exists()


@pytest.mark.django_db
def test_the_audit_names_all_that_is_too_late():
    late = datetime.date(2026, 7, 3)
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, as_of=late, checked_on=late)
    factories.development("late", date=late)
    factories.development("planned", date=late, status="planned")
    factories.law_line("line", as_of=late)
    assert list(knowledge.audit()) == []
    factories.home()
    assert [name for name, _ in knowledge.audit()] == ["late", "ICS18-F01", "line"]
    assert ["late", LATE] in [[name, fault.message] for name, fault in rules.audit()]
