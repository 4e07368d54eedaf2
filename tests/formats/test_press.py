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
    return lambda: document(Paragraph(text))


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


def test_beyond_so_many_at_once_it_refuses_and_later_makes_again(monkeypatch):
    started, go_on = threading.Event(), threading.Event()

    def slow(document):
        started.set()
        assert go_on.wait(timeout=30)
        return b"made"

    monkeypatch.setattr(press, "WRITERS", {"pdf": slow})
    own = Press(at_once=1, patience=0)
    other = threading.Thread(target=own.make, args=("pdf", paper("a")))
    other.start()
    assert started.wait(timeout=30)
    with pytest.raises(Busy):
        own.make("pdf", paper("b"))
    go_on.set()
    other.join()
    assert own.make("pdf", paper("b")) == b"made"


def test_a_place_is_given_back_after_a_fault(monkeypatch):
    def broken(document):
        raise ValueError("broken")

    monkeypatch.setattr(press, "WRITERS", {"pdf": broken})
    own = Press(at_once=1, patience=0)
    for _ in range(2):
        with pytest.raises(ValueError, match="broken"):
            own.make("pdf", paper("a"))
