"""Where the law stands: a page, a file and data, made from lines that an editor keeps."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from findings.models import LawLine
from findings.vocabulary import Force, State
from tests import factories
from tests.api.asking import faults, get
from tests.formats.papers import drawn, spelt, styled_lines
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 7, 2)


@pytest.fixture
def line():
    councils = factories.audience("councils", name="Councils")
    made = factories.law_line(
        "seat",
        audience=councils,
        title="A seat on the board",
        text="A council names a member.",
        since=datetime.date(2022, 7, 1),
        source=factories.source(title="The Act", url="https://law.example/act"),
        would_change="The seat would go.",
        bill=factories.development("bill", title="A Bill", date=datetime.date(2026, 5, 14)),
    )
    made.bears_on.add(factories.record("ICS18-F01"))
    made.bears_on.add(factories.record("ICS18-F02", title="Secret title", state=State.DRAFT))
    return made


def test_a_line_says_what_is_asked_since_when_what_would_change_and_where_to_check(client, line):
    said = words(client.get("/law/councils/"))
    assert (
        "Law Since 1 July 2022 A seat on the board A council names a member. "
        "A Bill would change it. The seat would go. It is not law. A Bill, 14 May 2026 "
        "Check today: The Act. As of 2 July 2026. Records that depend on it: 1" in said
    )
    html = client.get("/law/").content.decode()
    assert 'href="https://law.example/act"' in html
    assert line.get_absolute_url() == "/law/councils/#seat"


def test_the_day_of_most_lines_is_said_once(client, line):
    factories.home()
    later = {"as_of": datetime.date(2026, 8, 1), "title": "A later line"}
    factories.law_line("later", audience=line.audience, source=line.source, **later)
    said = words(client.get("/law/councils/"))
    assert "each line is as of that day unless dated" in said
    assert "Check today: The Act. Records" in said
    assert "Check today: The Act. As of 1 August 2026." in said


def test_each_audience_has_its_own_lines_and_no_draft_is_named(client, line):
    housing = factories.audience("housing", name="Housing")
    factories.law_line("promise", audience=housing, title="A promise", force=Force.AGREEMENT)
    assert "A seat on the board" not in words(client.get("/law/housing/"))
    for path in ("/law/", "/law/councils/", "/api/v1/laws"):
        shown = client.get(path).content.decode()
        assert "A seat on the board" in shown
        assert "Secret title" not in shown
    assert client.get("/law/nobody/").status_code == 404
    assert client.get("/law/nobody.pdf").status_code == 404


def test_nothing_written_down_is_said(client):
    factories.audience("nhs", name="NHS")
    assert "Nothing has been written down for this audience yet." in words(client.get("/law/nhs/"))
    assert "Nothing has been written down yet." in words(client.get("/law/"))


def test_the_files_say_the_same(client, line):
    lines = styled_lines(client.get("/law/councils.docx").content)
    said = [text for _, text in lines]
    assert "A council names a member." in said
    assert "The seat would go." in said
    assert drawn(client.get("/law/councils.pdf").content) == spelt(lines)
    assert not any("Secret" in text for text in said)


def test_the_data_has_its_shape(client, line):
    data = get(client, "/laws")
    assert faults(data, "Laws") == []
    assert data["results"][0]["check_at"]["published_at"] == "https://law.example/act"
    assert [each["reference"] for each in data["results"][0]["bears_on"]] == ["ICS18-F01"]
    assert get(client, "/laws/seat") == data["results"][0]


@pytest.mark.alike
def test_it_costs_the_same_however_many_lines_there_are(client, line):
    few = count_queries(client, "/law/")
    for number in range(3):
        more = factories.law_line(f"line-{number}", audience=line.audience)
        more.bears_on.add(factories.record(f"ICS18-F1{number}"))
    assert count_queries(client, "/law/") == few


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"would_change": "It would go."}, "law_line_change_names_its_bill"),
        ({"since": datetime.date(2026, 7, 3)}, "law_line_in_force_by_its_day"),
        ({"force": "wish"}, "law_line_force_is_known"),
    ],
)
def test_a_line_keeps_its_rules(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.law_line("seat", **fields)
    assert not LawLine.objects.exists()
