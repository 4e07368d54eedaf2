"""What a reader types into a paper reaches no log, no cache and no other site."""

import io
import logging
import logging.config
from unittest import mock

import pytest
from django.conf import settings
from django.test import Client

from findings.views import papers

SECRET = "zqsecret"
QUERY = (
    f"title={SECRET}&record=ICS18-F01&note-ICS18-F01={SECRET}&owner-ICS18-F01={SECRET}&q={SECRET}"
)
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
PATHS = ("/paper/", "/paper.docx", "/paper.pdf", "/paper.pptx")


@pytest.fixture
def log():
    """What the site's own handlers write, were every logger as talkative as INFO makes it."""
    stream = io.StringIO()
    talkative = {
        name: {**each, "level": "INFO"} for name, each in settings.LOGGING["loggers"].items()
    }
    handlers = {"stderr": {**settings.LOGGING["handlers"]["stderr"], "stream": stream}}
    logging.config.dictConfig({**settings.LOGGING, "handlers": handlers, "loggers": talkative})
    yield stream
    logging.config.dictConfig(settings.LOGGING)


def get(path, query=QUERY):
    return Client(raise_request_exception=False).get(f"{path}?{query}")


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("query", "logged"),
    [
        (QUERY, "Warning at {}"),
        (f"{QUERY}&x=%00", "Warning at {}"),
        (f"{QUERY}{'&x=1' * 2000}", "Error at {}"),
    ],
)
def test_a_refusal_logs_the_path_alone(log, path, query, logged):
    response = get(path, query)
    assert response.status_code == (200 if (path, query) == ("/paper/", QUERY) else 400)
    assert SECRET not in log.getvalue()
    assert (logged.format(path) in log.getvalue()) == (response.status_code == 400)


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_a_fault_of_ours_logs_its_kind_and_its_lines(log, path):
    def fail(paper):
        try:
            raise ValueError(f"near {paper.title}")
        except ValueError as error:
            raise LookupError(f"after {paper.title}") from error

    with mock.patch.object(papers, "fill", fail):
        response = get(path)
    written = log.getvalue()
    assert response.status_code == 500
    assert f"Error at {path}" in written
    assert "in fail" in written
    assert written.rstrip().endswith("LookupError")
    assert SECRET not in written


@pytest.mark.django_db
def test_what_is_not_there_logs_the_path_alone(log):
    assert get("/paper/nowhere/").status_code == 404
    assert log.getvalue().rstrip().endswith("Warning at /paper/nowhere/")
    assert SECRET not in log.getvalue()


def test_other_addresses_log_as_before(log):
    assert get("/nowhere/").status_code == 404
    assert "Not Found: /nowhere/" in log.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*PATHS, "/paper/nowhere/", "/paper/?x=%00"])
def test_answers_are_kept_nowhere_and_tell_nobody(path):
    response = Client(raise_request_exception=False).get(path)
    assert {name: response[name] for name in HEADERS} == HEADERS
    posted = Client(raise_request_exception=False).post(path)
    assert posted.status_code in (400, 404, 405)
    assert {name: posted[name] for name in HEADERS} == HEADERS


@pytest.mark.django_db
def test_other_answers_are_as_before():
    response = Client().get("/about/")
    assert response["Referrer-Policy"] == "same-origin"
    assert "X-Robots-Tag" not in response


def test_a_line_of_the_server_itself_names_no_request(log):
    about = {"request": object()}
    logging.getLogger("django.server").error("said by the server", extra=about)
    assert "said by the server" in log.getvalue()
