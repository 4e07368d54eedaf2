"""The days of a list or of a paper as a calendar, read by three programs."""

import datetime

import ics
import pytest
import vobject
from icalendar import Calendar

from findings.models import Audience, Development
from findings.views import diaries
from findings.vocabulary import DevelopmentStatus, Precision, State
from tests import factories
from tests.views.files import bytes_of
from tests.views.reading import count_queries

pytestmark = pytest.mark.django_db

LOOK, BILL = "verdict-ICS18-F01@testserver", "event-bill@testserver"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """It is 28 November 2026, until the function is called with another day."""

    def be(day):
        monkeypatch.setattr(diaries, "localdate", lambda: datetime.date.fromisoformat(day))

    be("2026-11-28")
    return be


@pytest.fixture
def shelf(verdicts_age):
    """A record with a law, a Bill and an event that is over, and beside it what none may see."""
    factories.home()
    record = factories.record("ICS18-F01")
    councils = factories.audience("councils")
    law = {"since": datetime.date(2022, 7, 1), "audience": councils}
    factories.law_line("duty", **law).bears_on.add(record)
    factories.law_line("undated", audience=councils).bears_on.add(record)
    bill = {"status": DevelopmentStatus.PROPOSED, "date": datetime.date(2027, 5, 1)}
    factories.development("bill", precision=Precision.MONTH, **bill).bears_on.add(record)
    factories.development("long-over").bears_on.add(record)
    draft = factories.record("ICS18-F02", state=State.DRAFT, title="Canary")
    factories.development("canary", status=DevelopmentStatus.PLANNED).bears_on.add(draft)
    factories.law_line("canary", since=datetime.date(2022, 7, 1)).bears_on.add(draft)
    factories.record("ICS18-F03", verdict=None)
    return record


def read(client, address="/browse.ics", **asked):
    """{uid: event} as icalendar reads it, where two others find as many."""
    response = client.get(address, asked)
    assert response.status_code == 200
    text = bytes_of(response).decode()
    events = {event["uid"]: event for event in Calendar.from_ical(text).walk("VEVENT")}
    assert {event.uid for event in ics.Calendar(text).events} == set(events)
    assert {each.uid.value for each in vobject.readOne(text).contents.get("vevent", [])} == set(
        events
    )
    assert all(not event.errors for event in events.values())
    return events


def dates(event):
    return f"{event['dtstart'].dt} to {event['dtend'].dt}", str(event["status"])


def test_it_holds_what_is_due_in_force_and_to_come_of_what_readers_see(client, shelf):
    events = read(client)
    assert {uid: dates(event) for uid, event in events.items()} == {
        LOOK: ("2027-07-02 to 2027-07-03", "CONFIRMED"),
        "law-duty@testserver": ("2022-07-01 to 2022-07-02", "CONFIRMED"),
        # Of a month the whole month; the last day of an event is the one before its end.
        BILL: ("2027-05-01 to 2027-06-01", "TENTATIVE"),
    }
    assert events[LOOK]["summary"] == "Look again: Title of ICS18-F01 (ICS18-F01)"
    assert events[LOOK]["url"] == "http://testserver/findings/ICS18-F01/"
    assert events[BILL]["summary"] == "Proposed: Title of bill"
    assert events["law-duty@testserver"]["summary"] == "Law for Councils: Title of duty"


def test_a_day_that_moved_moves_under_its_name_and_one_that_is_settled_is_cancelled(
    client, shelf, today
):
    before = read(client)[BILL]
    today("2026-11-29")
    Development.objects.filter(slug="bill").update(date=datetime.date(2027, 6, 1))
    moved = read(client)[BILL]
    assert dates(moved) == ("2027-06-01 to 2027-07-01", "TENTATIVE")
    assert moved["sequence"] > before["sequence"]
    Development.objects.filter(slug="bill").update(status=DevelopmentStatus.HAPPENED)
    assert dates(read(client)[BILL]) == ("2027-06-01 to 2027-07-01", "CANCELLED")
    today("2028-06-30")
    assert BILL in read(client)
    today("2028-07-02")
    assert BILL not in read(client)


def test_an_audience_has_its_own_law_alone(client, shelf):
    for owner in (Audience.objects.get(slug="councils"), factories.audience("housing")):
        shelf.addressings.create(audience=owner)
    assert "law-duty@testserver" in read(client, audience="councils")
    assert set(read(client, audience="housing")) == {LOOK, BILL}


def test_every_list_has_one_and_a_page_leads_to_it(client, shelf):
    shelf.themes.add(factories.theme("trust"))
    for path in ("/findings", "/themes/trust"):
        assert LOOK in read(client, f"{path}.ics")
    assert read(client, "/skills.ics") == {}
    page = client.get("/findings/?sort=title").content.decode()
    assert 'href="/findings.ics?sort=title"' in page


def test_what_has_not_changed_is_not_sent_again(client, shelf):
    tag = client.get("/browse.ics")["ETag"]
    assert client.get("/browse.ics", headers={"If-None-Match": tag}).status_code == 304


def test_a_past_day_is_refused(client, shelf):
    response = client.get("/browse.ics?as-at=2022-08-01")
    assert response.status_code == 400
    assert "A calendar is of today" in response.content.decode()


def test_a_paper_has_one_without_what_was_typed(client, shelf):
    typed = {"title": "Secret", "note-ICS18-F01": "Private", "record": ["ICS18-F01", "ICS18-F02"]}
    response = client.get("/paper.ics", typed)
    text = bytes_of(response).decode()
    assert "Secret" not in text
    assert "Private" not in text
    assert set(read(client, "/paper.ics", **typed)) == set(read(client))
    assert client.get("/paper.ics", {"recrod": "ICS18-F01"}).status_code == 400


def test_words_of_any_kind_are_read_as_they_stand(client, shelf):
    title = "Comma, semicolon; back\\slash, “quote” and 𝕌nicode " + "long " * 12
    Development.objects.filter(slug="bill").update(title=title.strip()[:120])
    assert str(read(client)[BILL]["summary"]) == f"Proposed: {title.strip()[:120]}"


def test_more_records_take_no_more_queries(client, shelf):
    few = count_queries(client, "/browse.ics")
    for number in range(10, 14):
        record = factories.record(f"ICS18-F{number}")
        factories.development(status=DevelopmentStatus.PLANNED).bears_on.add(record)
        since = datetime.date(2022, 7, 1)
        factories.law_line(f"law-{number}", since=since).bears_on.add(record)
    assert count_queries(client, "/browse.ics") == few


def test_the_last_day_of_all_has_no_day_after_it(client, shelf):
    Development.objects.filter(slug="bill").update(date=datetime.date.max, precision=Precision.DAY)
    assert read(client)[BILL]["dtstart"].dt == datetime.date.max
