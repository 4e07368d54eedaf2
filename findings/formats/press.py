"""Word and PDF files, made a few at a time and kept while there is room for them.

A file is kept under a hash of all that it shows, so what is kept is never out of date.
"""

import threading
from collections import OrderedDict
from contextlib import contextmanager

from . import pdf, word

WRITERS = {"docx": word.write, "pdf": pdf.write}


class Busy(Exception):
    """So many files are being made that this one has to wait longer than a reader should."""


class Press:
    """Makes `at_once` files at a time; one that waits for `patience` seconds is refused. It
    keeps those that were asked for last, up to `room` bytes."""

    def __init__(self, at_once=2, patience=0.2, room=16_000_000):
        self.places = threading.BoundedSemaphore(at_once)
        self.patience = patience
        self.room = room
        self.kept = OrderedDict()
        self.lock = threading.Lock()

    def make(self, form, build, *, private=False):
        """The bytes of the file of the document that `build` makes; what is private is not kept.

        Reading what stands in a document costs as much as setting it, so it waits as well.
        Raises Busy.
        """
        with self.turn():
            document = build()
            if private:
                return WRITERS[form](document)
            key = form, document.digest
            return self.find(key) or self.keep(key, WRITERS[form](document))

    @contextmanager
    def turn(self):
        """A place for whatever costs as much as a file of the press. Raises Busy."""
        if not self.places.acquire(timeout=self.patience):
            raise Busy
        try:
            yield
        finally:
            self.places.release()

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


PRESS = Press()
