import datetime

import pytest

from findings.models import Miss
from findings.search import misses

pytestmark = pytest.mark.django_db

MONDAY = datetime.date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _nothing_waits():
    misses.waiting.clear()
    yield
    misses.waiting.clear()


@pytest.fixture
def on_day(monkeypatch):
    def set_day(number):
        day = MONDAY + datetime.timedelta(days=number)
        monkeypatch.setattr(misses.timezone, "localdate", lambda: day)

    set_day(0)
    return set_day


def test_words_are_shown_once_they_were_typed_on_three_days(on_day):
    for day in (0, 0, 1):
        on_day(day)
        misses.note("Zebra crossing!")
        misses.flush()
    assert not Miss.objects.lasting().exists()

    on_day(2)
    misses.note("zebra  CROSSING")
    misses.flush()
    assert [(miss.words, miss.days) for miss in Miss.objects.lasting()] == [("zebra crossing", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "someone@example.org",
        "call 07700 900123",
        "SW1A 1AA",
        "x" * 61,
        "???",
        "the",
    ],
)
def test_nothing_personal_or_senseless_is_kept(on_day, text):
    misses.note(text)
    misses.flush()
    assert not Miss.objects.exists()


def test_words_are_written_in_batches(on_day):
    for number in range(misses.WRITE_AT - 1):
        misses.note(f"zebra {number}")
    assert not Miss.objects.exists()
    misses.note("giraffe")
    assert Miss.objects.count() == misses.WRITE_AT


def test_there_is_a_cap(on_day, monkeypatch):
    monkeypatch.setattr(misses, "MOST_KEPT", 2)
    for word in ("aardvark", "bison", "camel"):
        misses.note(word)
    misses.flush()
    assert [miss.words for miss in Miss.objects.order_by("words")] == ["aardvark", "bison"]


def test_what_is_not_typed_again_is_forgotten(on_day):
    misses.note("zebra")
    misses.flush()
    on_day(31)
    misses.flush()
    assert not Miss.objects.exists()
