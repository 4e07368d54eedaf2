"""Word, PDF and Markdown files, made a few at a time and kept while there is room for them.

A file is kept under a hash of all that it shows, so what is kept is never out of date.
"""

import threading
from collections import OrderedDict
from contextlib import contextmanager

from . import markdown, pdf, word

# After how many seconds whoever was refused may ask again.
RETRY_AFTER = 5
WRITERS = {"docx": word.write, "pdf": pdf.write, "md": markdown.write}


class Busy(Exception):
    """So many files are being made that this one has to wait longer than a reader should."""


class Press:
    """Makes `at_once` files at a time. So many more may wait as are in `queue`, for `patience`
    seconds; all others are refused at once, since who waits holds a thread that pages need. It
    keeps those that were asked for last, up to `room` bytes."""

    def __init__(self, at_once=1, queue=11, patience=4, room=16_000_000):
        self.places = threading.BoundedSemaphore(at_once)
        self.threads = threading.BoundedSemaphore(at_once + queue)
        self.patience = patience
        self.room = room
        self.kept = OrderedDict()
        self.lock = threading.Lock()

    def make(self, form, document, *, private=False):
        """The bytes of the file of a document; what is private is not kept. To be called within
        a turn, and so is whatever reads what stands in the document, which costs as much."""
        if private:
            return WRITERS[form](document)
        key = form, document.digest
        return self.find(key) or self.keep(key, WRITERS[form](document))

    @contextmanager
    def turn(self):
        """A place for whatever costs as much as a file of the press. Raises Busy."""
        with taken(self.threads), taken(self.places, self.patience):
            yield

    def find(self, key):
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
            return self.kept.get(key)

    def keep(self, key, made):
        with self.lock:
            self.kept[key] = made
            while sum(map(len, self.kept.values())) > self.room:
                self.kept.popitem(last=False)
        return made


@contextmanager
def taken(places, patience=0):
    if not places.acquire(timeout=patience):
        raise Busy
    try:
        yield
    finally:
        places.release()


PRESS = Press()
