"""The Excel file of a list: what it explains, and that its sheets agree."""

import datetime

import pytest

from tests.views.files import rows_of_csv, rows_of_xlsx, sheets_of_xlsx
from tests.views.list_pages import KEPT, keep_shelf

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


@pytest.fixture
def book(client):
    keep_shelf()
    return client.get("/browse.xlsx?theme=trust").content


def test_the_first_sheet_says_what_was_asked_how_to_read_it_and_on_what_terms(book):
    said = {str(label): text for label, text in sheets_of_xlsx(book)["Read me"][2:]}
    assert (said["What was asked"], said["Records"]) == ("3 records about trust", 3)
    assert said["Read at"] == "http://testserver/browse/?theme=trust"
    assert said["Knowledge date"] == "The editors have read nothing later than 2 July 2026."
    assert said["Overtaken"] == "It is no longer true. Quote it only as history."
    assert said["Licence"].startswith("CC BY 4.0.")


def test_a_past_day_stands_as_a_day(client):
    keep_shelf()
    content = client.get("/browse.xlsx?as-at=2018-11-20").content
    [day] = [text for label, text in sheets_of_xlsx(content)["Read me"] if label == "As at"]
    assert day.date() == datetime.date(2018, 11, 20)


def test_the_sheet_for_people_and_the_table_hold_the_same_records(book):
    header, *rows = sheets_of_xlsx(book)["To read"]
    assert header == (
        *("Reference", "Kind", "What it says", "In short", "Does it still hold?"),
        *("As of", "Who says so", "Names"),
    )
    assert [row[0] for row in rows] == KEPT
    assert [row["reference"] for row in rows_of_xlsx(book)] == KEPT


def test_the_table_holds_what_the_csv_does(client, book):
    assert rows_of_xlsx(book) == rows_of_csv(client.get("/browse.csv?theme=trust").content)


def test_for_an_audience_the_sheet_says_what_is_asked_of_it(client, content):
    rows = sheets_of_xlsx(client.get("/browse.xlsx?audience=housing").content)["To read"]
    assert sum(row[3].startswith("For Housing: ") for row in rows[1:]) > 5
