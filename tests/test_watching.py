"""Health, metrics and the log, as whoever watches the site asks for them."""

import json
import logging

import pytest
from django.db import OperationalError

from findings.models import generation
from ics_leadership import health, logs, metrics, watching

READY = {"database": "ok", "tables": "ok", "files": "ok", "index": "ok"}


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_MANIFEST = tmp_path
    (tmp_path / "staticfiles.json").touch()
    health.INDEX.checked = None


def away():
    raise OperationalError("at 10.0.0.1 as ics: refused")


@pytest.mark.alike
def test_a_worker_is_well_without_a_database_a_host_or_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/healthz", HTTP_HOST="10.1.2.3:8000")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert response["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in response.headers


@pytest.mark.django_db
def test_a_node_is_ready_with_all_it_needs(client, collected):
    response = client.get("/readyz")
    assert response.json() == {**READY, "generation": generation.current()}
    assert response.status_code == 200


@pytest.mark.django_db
def test_a_node_without_static_files_is_not_ready(client, collected, tmp_path):
    (tmp_path / "staticfiles.json").unlink()
    response = client.get("/readyz")
    assert (response.status_code, response.json()["files"]) == (
        503,
        "not collected: run script/prepare",
    )


@pytest.mark.django_db
def test_an_index_out_of_step_is_told_and_sends_nobody_away(client, collected, monkeypatch):
    monkeypatch.setattr(health.upkeep, "out_of_step", lambda: ["ICS18-F01"])
    response = client.get("/readyz")
    assert (response.status_code, response.json()["index"]) == (
        200,
        "1 records out of step: run rebuild_search",
    )


@pytest.mark.django_db
def test_a_lost_database_is_told_without_its_address(client, collected, monkeypatch):
    monkeypatch.setitem(health.CHECKS, "database", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {
        "database": "can’t be asked",
        "tables": "unknown",
        "files": "unknown",
        "index": "unknown",
    }


@pytest.mark.parametrize("sent", ["", "Bearer wrong", "Bearer ", "secret", "Bearer caf\xe9"])
def test_metrics_are_for_those_who_know_the_token(client, settings, sent):
    settings.METRICS_TOKEN = "secret"
    assert client.get("/metrics", HTTP_AUTHORIZATION=sent).status_code == 404
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics", HTTP_AUTHORIZATION=sent).status_code == 404


def get(site, **environ):
    """(status, headers) of what the WSGI application `site` answers."""
    started = []
    site(environ, lambda *status_and_headers: started.extend(status_and_headers))
    return started[0], dict(started[1])


def kept(environ, start_response):
    start_response("304 Not Modified", [("ETag", '"a"')])
    return []


def test_answers_are_counted_by_kind_of_page_kept_ones_too(client, settings):
    settings.METRICS_TOKEN = "secret"

    def answered(environ, start_response):
        client.get(environ["PATH_INFO"])
        return kept(environ, start_response)

    counts = [metrics.REQUESTS.labels(kind, "304")._value for kind in ("kept", "none")]
    before = [each.get() for each in counts]
    get(watching.Watched(kept), PATH_INFO="/")
    for path in ("/no-such-page-1/", "/no-such-page-2/"):
        get(watching.Watched(answered), PATH_INFO=path)
    assert [each.get() - was for each, was in zip(counts, before, strict=True)] == [1, 2]


def test_each_answer_has_a_number_and_keeps_that_of_our_own_proxy(settings):
    def number(given):
        _, headers = get(watching.Watched(kept), HTTP_X_REQUEST_ID=given)
        return headers["X-Request-ID"]

    assert len(number("from-a-stranger")) == 32
    assert number("") != number("")
    settings.BEHIND_PROXY = True
    assert number("from-our-proxy-1") == "from-our-proxy-1"
    assert len(number("a\tb" * 9)) == 32


def test_a_line_of_the_log_is_an_object():
    token = logs.number.set("abc")
    try:
        raise ValueError("a fault")
    except ValueError as fault:
        about = (type(fault), fault, fault.__traceback__)
    record = logging.LogRecord("ics", logging.ERROR, "f.py", 1, "Said “%s”\nand", ("so",), about)
    record.status_code = 500
    line = logs.Json().format(record)
    logs.number.reset(token)
    told = json.loads(line)
    assert "\n" not in line
    assert told.pop("time").endswith("+00:00")
    assert told.pop("exception").endswith("ValueError: a fault")
    assert told == {
        "level": "ERROR",
        "logger": "ics",
        "message": "Said “so”\nand",
        "request": "abc",
        "status": 500,
    }
