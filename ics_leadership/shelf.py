"""Where kept pages stand: so many bytes, and those that nobody asks for go first."""

from collections import OrderedDict
from threading import Lock

ROOM = 24_000_000


class Shelf:
    """Pages of one state of the site. A page that was asked for once stands among newcomers,
    and moves to the favourites when it is asked for again: so a flood of odd addresses drives
    out one another, and not the pages that readers come for.
    """

    def __init__(self, room=ROOM):
        self.lock = Lock()
        self.state = None
        self.newcomers = Row(room // 4)
        self.favourites = Row(room - room // 4)

    def find(self, state, question):
        """The page, or None; and whether it is a favourite from now on."""
        with self.lock:
            if state != self.state:
                return None, False
            if page := self.newcomers.take(question):
                self.favourites.put(question, page)
                return page, True
            return self.favourites.find(question), False

    def last(self, question):
        """The page as it was when the state was last known, or None."""
        with self.lock:
            return self.favourites.find(question) or self.newcomers.find(question)

    def put(self, state, question, page):
        with self.lock:
            if state != self.state:
                self.state = state
                self.newcomers.clear()
                self.favourites.clear()
            favourite = self.favourites.take(question)
            (self.favourites if favourite else self.newcomers).put(question, page)


class Row:
    """Pages in the order in which they were last asked for, as many as there is room for."""

    def __init__(self, room):
        self.room = room
        self.clear()

    def clear(self):
        self.pages = OrderedDict()
        self.size = 0

    def find(self, question):
        if question in self.pages:
            self.pages.move_to_end(question)
        return self.pages.get(question)

    def take(self, question):
        page = self.pages.pop(question, None)
        self.size -= page.size if page else 0
        return page

    def put(self, question, page):
        self.take(question)
        self.pages[question] = page
        self.size += page.size
        while self.size > self.room:
            self.take(next(iter(self.pages)))
