"""Logging in: slow for whoever guesses, open for whom it belongs to."""

import logging
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from findings.editorial import attempts
from findings.models import Attempt
from tests.groups import editor

pytestmark = pytest.mark.django_db
RIGHT = "a long phrase"


@pytest.fixture(autouse=True)
def ann():
    return editor("author", "ann")


def log_in(client=None, password="wrong", name="ann", network="192.0.2.1"):
    client = client or Client()
    sent = {"username": name, "password": password, "next": "/admin/"}
    return client.post("/admin/login/", sent, REMOTE_ADDR=network)


def is_in(response):
    return response.status_code == 302


def too_soon(response):
    return "There were too many attempts. Wait" in response.text


def test_the_sixth_attempt_in_a_row_waits_and_hashes_nothing(monkeypatch):
    for _ in range(5):
        assert not too_soon(log_in())
    monkeypatch.setattr(User, "check_password", None)
    refused = log_in(password=RIGHT)
    assert too_soon(refused)
    assert "Wait 1 seconds" in refused.text or "Wait 2 seconds" in refused.text


def test_another_network_and_another_account_are_not_slowed():
    editor("reviewer", "ben")
    for _ in range(5):
        log_in()
    assert is_in(log_in(password=RIGHT, network="198.51.100.1"))
    assert is_in(log_in(password=RIGHT, name="ben"))


def test_after_the_wait_the_right_password_lets_in_and_all_is_forgotten():
    for _ in range(5):
        log_in()
    Attempt.objects.update(last_at=timezone.now() - timedelta(seconds=20))
    assert is_in(log_in(password=RIGHT))
    log_in()
    assert not too_soon(log_in())


def test_a_network_that_tries_many_accounts_waits():
    for number in range(30):
        log_in(name=f"nobody-{number}")
    assert too_soon(log_in(name="ann", password=RIGHT))


def test_nobody_locks_out_an_editor_whose_browser_is_known():
    before = Client()
    assert is_in(log_in(before, RIGHT))
    browser = Client()
    browser.cookies["ics-known"] = before.cookies["ics-known"].value
    for number in range(50):
        log_in(network=f"198.51.100.{number}")
    assert too_soon(log_in(password=RIGHT, network="203.0.113.1"))
    assert is_in(log_in(browser, RIGHT, network="203.0.113.1"))


def test_a_known_browser_guesses_no_faster():
    browser = Client()
    log_in(browser, RIGHT)
    known = browser.cookies["ics-known"].value
    for _ in range(5):
        fresh = Client()
        fresh.cookies["ics-known"] = known
        assert not too_soon(log_in(fresh))
    fresh = Client()
    fresh.cookies["ics-known"] = known
    assert too_soon(log_in(fresh, RIGHT))


def test_a_cookie_of_a_strangers_making_helps_nobody():
    for _ in range(5):
        log_in()
    browser = Client()
    browser.cookies["ics-known"] = "ann:1:made-up"
    assert too_soon(log_in(browser, RIGHT))


def test_each_attempt_leaves_a_line_that_repeats_no_password(caplog):
    caplog.set_level(logging.INFO)
    log_in()
    log_in(password=RIGHT)
    log_in(name="my password by mistake")
    lines = [each.getMessage() for each in caplog.records if "log-in" in each.getMessage()]
    assert lines == [
        "log-in refused: ann",
        "log-in let in: ann",
        "log-in refused: (no such account)",
    ]


def test_what_is_kept_names_nobody_and_is_forgotten():
    log_in()
    assert all(len(row.key) == 64 for row in Attempt.objects.all())
    Attempt.objects.update(last_at=timezone.now() - timedelta(hours=2), failures=99)
    assert is_in(log_in(password=RIGHT))
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (4, 0), (5, 1), (6, 2), (10, 32), (15, 900), (5000, 900)]
)
def test_the_wait_doubles_up_to_a_quarter_of_an_hour(failures, seconds):
    assert attempts.LIMITS["pair"].wait(failures) == seconds


def test_a_log_in_that_asks_for_an_address_elsewhere_ends_at_the_admin():
    sent = {"username": "ann", "password": RIGHT, "next": "https://example.org/"}
    assert Client().post("/admin/login/", sent).url == "/admin/"
