"""What stands on the sheet of an audience, and in which order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings.models import Addressing, AudienceChange, AudienceNote, HomePlace, Question
from findings.reading.briefs import brief_of
from findings.vocabulary import Addressed, State, Verdict
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def councils():
    return factories.audience("councils", name="Councils")


def reaching(audience, reference, named=False, **fields):
    record = factories.record(reference, **fields)
    how = Addressed.NAMED if named else Addressed.ALL
    passage = factories.passage() if named else None
    Addressing.objects.create(record=record, audience=audience, addressed=how, passage=passage)
    return record


def references(records):
    return [record.reference for record in records]


def test_what_names_the_audience_comes_first_then_the_home_page_then_the_rest(councils):
    for number in range(1, 8):
        reaching(councils, f"ICS18-F0{number}", named=number == 6)
    other = reaching(factories.audience("nhs"), "ICS18-F09", named=True)
    home = factories.home()
    for place, reference in enumerate(["ICS18-F05", "ICS18-F09", "ICS18-F02"]):
        record = type(other).objects.get(reference=reference)
        HomePlace.objects.create(home=home, record=record, slot="finding", position=place)
    brief = brief_of(councils)
    assert references(brief.findings) == ["ICS18-F06", "ICS18-F05", "ICS18-F02", "ICS18-F01"]
    assert (brief.count, brief.left, brief.skills, brief.asks) == (7, 3, [], [])


def test_the_report_that_leads_the_home_page_comes_first_and_a_notice_is_left_out(councils):
    newer = reaching(councils, "ABC25-F01", named=True)
    older = reaching(councils, "ICS18-F01")
    reaching(councils, "ICS18-R01", is_notice=True)
    newer.links.create(relation="adds-to", target=older, reason="It counts them.")
    brief = brief_of(councils)
    assert references(brief.findings) == ["ABC25-F01", "ICS18-F01"]
    HomePlace.objects.create(home=factories.home(), record=older, slot="lead")
    brief = brief_of(councils)
    assert references(brief.findings) == ["ICS18-F01", "ABC25-F01"]
    assert [link.record for link in brief.findings[0].found_since] == [newer]
    assert brief.asks == []


def test_of_other_works_the_newest_that_name_the_audience_come_after_the_leading_report(councils):
    for number in range(1, 5):
        lead = reaching(councils, f"ICS18-F0{number}", named=True)
    for reference, published in (
        ("ABC19-F01", "2019"),
        ("ABC25-F01", "April 2025"),
        ("ABC25-F02", "April 2025"),
        ("ABC1-F01", "undated"),
    ):
        record = reaching(councils, reference, named=True)
        type(record.source).objects.filter(pk=record.source_id).update(published=published)
    reaching(councils, "ABC26-F01")
    reaching(councils, "ABC24-F01", named=True, state=State.DRAFT)
    reaching(factories.audience("nhs"), "ABC23-F01", named=True)
    assert brief_of(councils).since == []

    HomePlace.objects.create(home=factories.home(), record=lead, slot="lead")
    brief = brief_of(councils)
    assert references(brief.since) == ["ABC25-F01", "ABC19-F01", "ABC1-F01"]
    assert brief.left == 9 - 4 - 3


def test_what_a_recommendation_asks_stands_beside_it_where_it_has_room(councils):
    first = reaching(councils, "ICS18-R01", brief_line="A line.")
    second = reaching(councils, "ICS18-R02", brief_line="Another line.")
    third = reaching(councils, "ICS18-R03", brief_line="A third.")
    nhs = factories.audience("nhs")
    AudienceNote.objects.create(record=first, audience=councils, text="a" * 200)
    AudienceNote.objects.create(record=first, audience=nhs, text="For others.")
    AudienceNote.objects.create(record=second, audience=councils, text="a" * 201)
    third.role_readings.create(role="director", reason="They lead.")
    third.role_readings.create(role="senior-manager", reason="They do.", position=1)
    assert [(ask.text, ask.roles) for ask in brief_of(councils).asks] == [
        ("a" * 200, "All three roles"),
        ("Another line.", "All three roles"),
        ("A third.", "Director, Senior manager"),
    ]


def test_what_has_no_room_is_left_out(councils):
    for place, length in enumerate([141, 140, 10, 10, 10]):
        Question.objects.create(audience=councils, text="q" * length, position=place)
    for place, length in enumerate([201, 200, 10, 10]):
        AudienceChange.objects.create(audience=councils, text="c" * length, position=place)
    brief = brief_of(councils)
    assert [len(question.text) for question in brief.questions] == [140, 10, 10]
    assert [len(change.text) for change in brief.changes] == [200, 10]


def test_it_counts_what_still_holds_among_all_that_reaches_the_audience(councils):
    reaching(councils, "ICS18-F01")
    reaching(councils, "ICS18-F02", verdict=Verdict.OVERTAKEN)
    reaching(councils, "ICS18-S01", verdict=Verdict.NOT_CHECKED)
    reaching(councils, "ICS18-R01", verdict=Verdict.PARTLY_OVERTAKEN)
    reaching(councils, "ICS18-F03", state=State.DRAFT)
    reaching(councils, "ICS18-F04", state=State.WITHDRAWN)
    brief = brief_of(councils)
    assert brief.holds == (
        "Of 3 findings and skills that reach you, 1 stand, 0 are partly overtaken, 1 overtaken, "
        "0 not settled and 1 not checked. Our own advice is not counted."
    )
    assert references(brief.shown) == ["ICS18-F01", "ICS18-F02", "ICS18-S01", "ICS18-R01"]
    assert brief.checked == "Verdicts as of 2 July 2026."


def test_only_gaps_that_bear_on_what_names_the_audience_are_shown(councils):
    named = reaching(councils, "ICS18-F01", named=True)
    other = reaching(councils, "ICS18-F02")
    factories.gap("ICS18-G01").bears_on.add(other)
    factories.gap("ICS18-G02").bears_on.add(named)
    assert [gap.reference for gap in brief_of(councils).gaps] == ["ICS18-G02"]


@pytest.mark.alike
def test_queries_are_constant(councils):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert brief_of(councils)
        return len(captured)

    reaching(councils, "ICS18-F01", named=True)
    reaching(councils, "ICS18-R01")
    some = cost()
    for number in range(10, 40):
        reaching(councils, f"ICS18-R{number}")
    # Some of these read what counting needs, once for all pages.
    assert cost() == some == 21
