import threading

import pytest

from findings.formats import press
from findings.formats.document import Paragraph
from findings.formats.press import Busy, Press

from .papers import document


@pytest.fixture
def made(monkeypatch):
    """The documents that were written, instead of written files of 10 bytes each."""
    made = []

    def write(document):
        made.append(document)
        return f"{len(made):10}".encode()

    monkeypatch.setattr(press, "WRITERS", {"pdf": write, "docx": write})
    return made


def paper(text):
    return document(Paragraph(text))


def test_a_file_is_made_once_for_what_it_shows(made):
    own = Press()
    first = own.make("pdf", paper("a"))
    assert own.make("pdf", paper("a")) == first
    assert len(made) == 1
    assert own.make("pdf", paper("b")) != first
    assert own.make("docx", paper("a")) != first
    assert len(made) == 3


def test_what_was_asked_for_last_is_kept_while_there_is_room(made):
    own = Press(room=25)
    for text in ("a", "b", "a", "c"):
        own.make("pdf", paper(text))
    assert len(made) == 3
    own.make("pdf", paper("a"))
    assert len(made) == 3
    own.make("pdf", paper("b"))
    assert len(made) == 4
    assert sum(map(len, own.kept.values())) == 20


def test_what_is_private_is_made_each_time_and_not_kept(made):
    own = Press()
    for _ in range(2):
        own.make("pdf", paper("a"), private=True)
    assert (len(made), own.kept) == (2, {})


def test_a_file_larger_than_the_room_is_made_and_not_kept(made):
    own = Press(room=5)
    assert own.make("pdf", paper("a")) == b"         1"
    assert own.kept == {}


def test_one_is_made_one_waits_and_all_others_are_refused_at_once(monkeypatch):
    own, waits, made = Press(at_once=1, queue=1, patience=30), threading.Event(), []
    acquire = own.places.acquire

    def seen_to_wait(timeout):
        waits.set()
        return acquire(timeout=timeout)

    def wait():
        with own.turn():
            made.append("the other")

    with own.turn():
        monkeypatch.setattr(own.places, "acquire", seen_to_wait)
        other = threading.Thread(target=wait)
        other.start()
        assert waits.wait(timeout=30)
        with pytest.raises(Busy), own.turn():
            pass
        assert made == []
    other.join()
    assert made == ["the other"]
    with own.turn():
        made.append("a third")


def test_who_waits_too_long_is_refused():
    own = Press(at_once=1, queue=1, patience=0)
    with own.turn(), pytest.raises(Busy), own.turn():
        pass
    with own.turn(), pytest.raises(Busy), own.turn():
        pass


def test_a_place_is_given_back_after_a_fault():
    own = Press(at_once=1, queue=0, patience=0)
    for _ in range(2):
        with pytest.raises(ValueError, match="broken"), own.turn():
            raise ValueError("broken")
