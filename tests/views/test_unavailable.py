"""While the database is away, slow, full or read-only: a 503 in words, and what was typed."""

import sqlite3

import pytest
from django.db import InternalError, OperationalError, ProgrammingError, connection
from django.test import Client
from django.urls import include, path

from ics_leadership import limits
from ics_leadership.urls import handler400, handler403, handler404, handler500  # noqa: F401 (Django looks here)
from tests.views.reading import words

FAULTS = {
    "away": OperationalError("connection to server at 127.0.0.1 failed: Connection refused\n\tIs"),
    "full": OperationalError("database or disk is full"),
    "read-only": OperationalError("attempt to write a readonly database"),
    "slow": OperationalError("canceling statement due to statement timeout"),
    "ours": ProgrammingError("relation is missing"),
    "never-made": OperationalError("no such table: findings_record"),
}


def failing(request, reason):
    raise FAULTS[reason]


failing.methods = ("GET", "POST")
urlpatterns = [
    path("probe/<reason>/", failing),
    path("api/v1/probe/<reason>/", failing),
    path("probe/<reason>.csv", failing),
    path("", include("ics_leadership.urls")),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("away", "The database can’t be reached."),
        ("full", "There is no room left on the server."),
        ("read-only", "The database takes no changes at the moment."),
        ("slow", "The database took too long."),
    ],
)
def test_it_is_said_why_and_when_to_ask_again(client, reason, said):
    response = client.get(f"/probe/{reason}/")
    assert response.status_code == 503
    assert (response["Retry-After"], response["Cache-Control"]) == ("5", "no-store")
    assert f"The site can’t answer just now {said}" in words(response)


def test_the_page_is_made_once_and_says_what_it_said(client):
    first, again = (client.get("/probe/read-only/").content for _ in range(2))
    assert first == again
    client.post("/probe/read-only/", {"title": "Typed by somebody"})
    assert client.get("/probe/read-only/").content == first


@pytest.mark.parametrize("reason", ["ours", "never-made"])
def test_a_fault_of_ours_is_still_one(client, reason):
    assert client.get(f"/probe/{reason}/").status_code == 500


@pytest.mark.parametrize("address", ["/api/v1/probe/away/", "/probe/away.csv"])
def test_a_program_gets_a_problem(client, address):
    response = client.get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["type"] == "/api/#unavailable"


def test_what_was_typed_can_be_sent_again(client):
    text = "A long sentence of which no word may be lost, with <b> & “marks”, and more."
    typed = {"body": text, "title": "Short", "password1": "s3cret"}
    page = client.post("/probe/full/", {**typed, "csrfmiddlewaretoken": "t0ken"}).text
    assert "Nothing was saved yet" in page
    assert '<input type="hidden" name="csrfmiddlewaretoken" value="t0ken">' in page
    assert '<input type="hidden" name="title" value="Short">' in page
    assert page.count("of which no word may be lost, with &lt;b&gt; &amp; “marks”") == 2
    assert "s3cret" not in page


def test_the_log_has_one_line_for_each_request(client, caplog):
    client.get("/probe/away/?q=a")
    lines = [record for record in caplog.records if record.levelname == "ERROR"]
    assert [(line.getMessage(), line.exc_info) for line in lines] == [
        (
            "Database away at /probe/away/: connection to server at 127.0.0.1 failed: "
            "Connection refused Is",
            None,
        )
    ]


@pytest.mark.postgresql
@pytest.mark.django_db
def test_postgresql_ends_what_takes_too_long(client, monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 50")
        with pytest.raises(OperationalError) as slow:
            cursor.execute("SELECT pg_sleep(5)")
    monkeypatch.setitem(FAULTS, "slow", slow.value)
    assert "took too long" in words(client.get("/probe/slow/"))


@pytest.mark.postgresql
@pytest.mark.django_db
def test_a_read_only_postgresql_is_told_as_such(client, monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")
        with pytest.raises(InternalError) as fault:
            cursor.execute("DELETE FROM findings_record")
    monkeypatch.setitem(FAULTS, "read-only", fault.value)
    assert "takes no changes" in words(client.get("/probe/read-only/"))


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_ends_what_takes_too_long(monkeypatch):
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    )
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    wrappers = list(connection.execute_wrappers)
    limits.set_limits(connection)
    try:
        with pytest.raises(OperationalError) as slow, connection.cursor() as cursor:
            cursor.execute(endless)
    finally:
        connection.execute_wrappers[:] = wrappers
        connection.connection.set_progress_handler(None, 0)
    assert isinstance(slow.value.__cause__, sqlite3.OperationalError)
    assert str(slow.value) == "interrupted"
