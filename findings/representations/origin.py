"""Where the data is read, and what goes with every piece of it."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from findings import imprint
from findings.models import HomePage

LICENCE = {"name": imprint.LICENCE, "url": imprint.LICENCE_URL}


@dataclass(frozen=True)
class Origin:
    """`root` is the site's own address, "https://ics.example.org"; `knowledge_date` the day up to
    which the editors know the news."""

    root: str
    knowledge_date: datetime.date | None = None

    @classmethod
    def of(cls, request):
        home = HomePage.objects.current()
        return cls(root_of(request), home and home.knowledge_date)

    def page(self, thing):
        """The address of the thing's own page, or of its place on one."""
        return self.root + thing.get_absolute_url()

    def address(self, name, *args):
        return self.root + path_of(name, *args)

    @property
    def terms(self):
        """What may be done with the data, and how far it reaches."""
        return {"licence": LICENCE, "knowledge_date": iso(self.knowledge_date)}


def root_of(request):
    """The site's own address, "https://ics.example.org"."""
    return request.build_absolute_uri("/").removesuffix("/")


# The same few sources, audiences and themes stand beside thousands of records.
@lru_cache(maxsize=4_096)
def path_of(name, *args):
    return reverse(name, args=args)


def iso(day):
    return day.isoformat() if day else None


def word(word):
    """A word of a controlled list."""
    return {"value": word.value, "label": word.label}
