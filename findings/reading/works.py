"""The works that a paper cites: each listed once, cited by its number and the place in it."""

from typing import NamedTuple

from django.utils.text import get_text_list

from findings.imprint import EDITORS, SITE
from findings.reading.edition import rests
from findings.vocabulary import Trail


class Work(NamedTuple):
    author: str
    title: str
    published: str
    url: str


class Works:
    """`numbers` are {Work: its number}, in the order in which they were cited first."""

    def __init__(self, root):
        self.root = root
        self.numbers = {}

    def cite(self, edition):
        """ "[1, paragraph 8 and paragraph 9; 2]": what an edition rests on, and where."""
        places = {}
        for work, place in self.rested_on(edition):
            number = self.numbers.setdefault(work, len(self.numbers) + 1)
            places.setdefault(number, []).append(place)
        return f"[{'; '.join(cited(*each) for each in places.items())}]"

    def rested_on(self, edition):
        """Yields (Work, place): of the editors' own advice, that first."""
        cited = [each for each in edition.row["citations"] if rests(each)]
        cited = cited or list(filter(None, [edition.main_citation]))
        known = [each for each in cited if each["source"] in edition.names.sources]
        if edition.trail == Trail.OWN or not known:
            yield self.own(edition)
        for each in known:
            yield self.work(edition.names.sources[each["source"]]), place_of(edition.passage(each))

    def own(self, edition):
        version = edition.version
        name = f"{edition.kind.label.lower()} {version.record.reference}"
        return Work(EDITORS, SITE, "", f"{self.root}/"), f"{name}, version {version.number}"

    def work(self, source):
        url = source.url or self.root + source.get_absolute_url()
        return Work(source.byline, source.title, source.published, url)


def place_of(passage):
    """The place, and that nobody here read it where that is so."""
    return ", ".join(part for part in (passage.label, passage.hand) if part)


def cited(number, places):
    where = get_text_list([place for place in dict.fromkeys(places) if place], "and")
    return f"{number}, {where}" if where else str(number)
