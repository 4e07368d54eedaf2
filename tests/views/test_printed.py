"""A paper that knows its age: the code on it, the address behind it, and what that page says."""

import datetime

import pytest

from findings.asking.paper import Place
from findings.asking.short import lengthened, shortened
from findings.models import Record
from findings.vocabulary import State
from tests import factories, histories
from tests.formats.papers import codes_in_word, word_lines
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    factories.home()
    with histories.on("2026-07-03"):
        made = [histories.published("ICS18-R02", title="Ring each partner"), histories.published()]
    with histories.on("2026-08-01"):
        histories.change(made[0], title="Ring them all")
    return made


@pytest.fixture(autouse=True)
def december():
    """Every day here is asked for on 4 December 2026."""
    with histories.on("2026-12-04"):
        yield


def test_a_paper_says_what_changed_since_it_was_printed(client, two):
    page = words(client.get("/paper/?record=ICS18-R02&record=ICS18-F01&printed=2026-07-10"))
    assert "Printed 10 July 2026: 1 of 2 records has changed since" in page
    assert "To paste over ICS18-R02: ICS18-R02, version 2: Ring them all. Summary of" in page
    assert "Which words changed from version 1 to version 2 of ICS18-R02" in page
    later = words(client.get("/paper/?record=ICS18-R02&record=ICS18-F01&printed=2026-09-01"))
    assert "Printed 1 September 2026: nothing has changed since in its 2 records" in later
    histories.withdraw(two[1], "Wrong.")
    gone = words(client.get("/paper/?record=ICS18-R02&record=ICS18-F01&printed=2026-09-01"))
    assert "1 of 2 records has changed since" in gone
    assert "strike ICS18-F01 out" in gone


def test_a_record_says_it_too(client, two):
    page = client.get("/recommendations/ICS18-R02/?printed=2026-07-10")
    assert "Printed 10 July 2026: it has changed since" in words(page)
    same = words(client.get("/recommendations/ICS18-R02/?printed=2026-08-02"))
    assert "Printed 2 August 2026: nothing has changed since" in same
    assert "Printed" not in words(client.get("/recommendations/ICS18-R02/"))


@pytest.mark.parametrize("page", ["/recommendations/ICS18-R02/?", "/paper/?record=ICS18-R02&"])
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("yesterday", "We can’t read “yesterday” as a day of printing. Write it like 2026-12-04."),
        ("2026-13-01", "We can’t read “2026-13-01” as a day of printing."),
        ("2026-12-05", "5 December 2026 is still to come, so nothing was printed then."),
        ("0001-01-01", "is too early: we know of nothing before 2014."),
    ],
)
def test_a_day_on_which_nothing_was_printed_is_said(client, two, page, day, said):
    response = client.get(f"{page}printed={day}")
    assert response.status_code == 200
    assert said in words(response)
    assert "changed since" not in words(response)


@pytest.mark.parametrize(
    "path", ["/paper.pdf?record=ICS18-R02&", "/recommendations/ICS18-R02.docx?", "/browse.pdf?"]
)
def test_a_file_refuses_it_by_name(client, two, path):
    response = client.get(f"{path}printed=2026-07-10")
    assert response.status_code == 400
    assert "printed" in response.content.decode()


def test_the_code_on_a_paper_holds_its_records_and_day_and_nothing_typed(client, two):
    typed = "title=Secret&meeting=Secret&note-ICS18-R02=Secret&owner-ICS18-R02=Secret"
    query = f"{typed}&record=ICS18-R02@1&record=ICS18-F01&q=Secret"
    content = client.get(f"/paper.docx?{query}").content
    lines = word_lines(content)
    address = "http://testserver/p/ICS18.R02@1.F01?printed=2026-12-04"
    assert codes_in_word(content) == [address]
    said = "Printed 4 December 2026. What has changed in these records since: "
    assert said + address in lines
    there = client.get("/p/ICS18.R02@1.F01?printed=2026-12-04")
    assert there["Location"] == ("/paper/?record=ICS18-R02%401&record=ICS18-F01&printed=2026-12-04")
    page = client.get(there["Location"])
    assert "nothing has changed since" in words(page)
    assert '<a href="http://testserver/p/ICS18.R02@1.F01">' in page.content.decode()


def test_the_code_on_a_record_leads_to_its_page(client, two):
    content = client.get("/recommendations/ICS18-R02.docx").content
    address = "http://testserver/ICS18-R02?printed=2026-12-04"
    assert codes_in_word(content) == [address]
    there = client.get("/ICS18-R02?printed=2026-12-04", follow=True)
    assert there.redirect_chain[-1][0] == "/recommendations/ICS18-R02/?printed=2026-12-04"
    assert "Printed 4 December 2026: nothing has changed since" in words(there)
    past = client.get("/recommendations/ICS18-R02.docx?as-at=2026-11-01").content
    assert codes_in_word(past) == []


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["ICS18-R02"], "ICS18.R02"),
        (["ICS18-R02", "ICS18-F03@2", "PBP25-F01", "ICS18-F100"],
         "ICS18.R02.F03@2.PBP25.F01.ICS18.F100"),
    ],
)  # fmt: skip
def test_a_short_address_leads_back(names, code):
    assert shortened([Place.read(name) for name in names]) == code
    assert lengthened(code.lower()) == names
    assert lengthened("ics18.r2.f3@2") == ["ICS18-R02", "ICS18-F03@2"]
    assert [lengthened(strange) for strange in ("", "F03", "ICS18.G1", "x..y", "ICS18")] == [[]] * 5


def test_a_short_address_that_is_none_is_not_found(client):
    for strange in ("x", "ics18", "f03", "-", "ics18.f" + "9" * 500):
        assert client.get(f"/p/{strange}").status_code == 404


def test_drafts_and_what_is_to_come_are_nowhere(client, two):
    hidden = factories.record("ICS18-F09", title="Hidden title", state=State.DRAFT)
    page = client.get("/paper/?record=ICS18-R02&record=ICS18-F09&printed=2026-07-01")
    assert hidden.title not in page.content.decode()
    assert "1 of 2" not in words(page)
    assert client.get("/findings/ICS18-F09/?printed=2026-07-10").status_code == 404
    record = Record.objects.get(reference="ICS18-F01")
    factories.verdict_on(record, effective_on=datetime.date(2027, 1, 1), reason="To come.")
    page = client.get("/findings/ICS18-F01/?printed=2026-07-10")
    assert "To come." not in page.content.decode()


@pytest.mark.alike
def test_queries_are_constant(client, two):
    few = count_queries(client, "/paper/?record=ICS18-R02&record=ICS18-F01&printed=2026-07-10")
    names = [f"ICS18-F{number}" for number in range(10, 28)]
    for name in names:
        with histories.on("2026-07-03"):
            record = histories.published(name)
        histories.change(record, title="Other")
    query = "&".join(f"record={name}" for name in ["ICS18-R02", "ICS18-F01", *names])
    assert count_queries(client, f"/paper/?{query}&printed=2026-07-10") == few
