"""A board paper as its address says it.

`?title=Winter&record=ICS18-R02&record=ICS18-F03@2&note-ICS18-R02=Why&owner-ICS18-R02=Chair`:
records in their order, each once, `@2` where one stays at its version 2; what stands on its front
sheet is in `front`. A form sends the same with one thing more to do: `add`, `up`, `down`,
`remove`, `pin`.
"""

import re
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import urlencode

from django.utils.datastructures import MultiValueDict
from django.utils.text import get_text_list
from django.utils.timezone import localdate

from findings.asking.front import BARE, NAMES, Front
from findings.asking.parameters import MOST_UNKNOWN, disowned
from findings.asking.printed import KEY as PRINTED
from findings.asking.printed import NEVER, Printed
from findings.asking.typed import read_text
from findings.search import references
from findings.texts.lines import shorten

MOST = 20
# What every mail program and printer carries in one piece: bytes of the address after its "?".
LONGEST = 6_000
LONGEST_TEXTS = {"title": 120, "context": 500, "owner": 80, "day": 40}
MOST_REMARKS = 12
# What is typed beside a record: the parameter it stands in, and the name it has for readers.
TEXTS = {"note": "context", "owner": "owner", "by": "day"}
# Of a value that names several records; what is longer was pasted by mistake.
LONGEST_PASTED = 500
VERSION = re.compile(r"(?:@|\bv)\s?([1-9][0-9]{0,5})\b", re.ASCII | re.IGNORECASE)
PLACE = re.compile(r"([A-Z]+[0-9]{1,6}-[FSR][0-9]{1,6})(?:@([1-9][0-9]{0,5}))?", re.ASCII)


@dataclass(frozen=True)
class Place:
    """A record in a paper. `number` is the version it stays at; None is whatever is newest."""

    reference: str
    number: int | None = None
    note: str = ""
    owner: str = ""
    by: str = ""

    @classmethod
    def read(cls, text):
        """The Place that `text` names, or None."""
        found = PLACE.fullmatch(text.strip().upper())
        return found and cls(found[1], int(found[2]) if found[2] else None)

    @classmethod
    def read_all(cls, text):
        """The Places in `text`, however it was pasted: (ICS18-F03), or two at once."""
        if exact := cls.read(text):
            return [exact]
        version = VERSION.search(text)
        named = references.named_by(VERSION.sub("", text[:LONGEST_PASTED]))
        number = int(version[1]) if version and len(named) == 1 else None
        return [cls(name, number) for name in named if PLACE.fullmatch(name)]

    @property
    def name(self):
        return f"{self.reference}@{self.number}" if self.number else self.reference

    @property
    def is_typed(self):
        """Did somebody type something beside it?"""
        return any(getattr(self, key) for key in TEXTS)


@dataclass(frozen=True)
class Paper:
    """`remarks` say in sentences what was left out, and why. `at` is where something was done."""

    title: str = ""
    places: tuple = ()
    front: Front = BARE
    # The day on which somebody printed it, who asks what changed since; no part of the paper.
    printed: Printed = NEVER
    # What is sought in order to add it; no part of the paper.
    words: str = ""
    remarks: tuple = ()
    at: str = ""

    @classmethod
    def parse(cls, params):
        """The Paper in `params`, a QueryDict. Never fails."""
        params = spelt(params)
        remarks = disowned(params, {*known_in(params), PRINTED})
        places = read_places([*params.getlist("record"), *params.getlist("add")], remarks)
        title = read_text(params.get("title", ""), "The title", LONGEST_TEXTS["title"], remarks)
        front, words = Front.parse(params, remarks), shorten(params.get("q", ""))
        places = with_texts(places, params, remarks)
        printed = Printed.read(params, localdate())
        return cls(title, places, front, printed, words, tuple(remarks)).done(params)

    @classmethod
    def carried(cls, text):
        """The Paper whose records a link to another page carries: "ICS18-R02,ICS18-F03@2"."""
        return cls(places=read_places(text.split(","), []))

    @property
    def carrying(self):
        """Its records for such a link. Nothing of one in which something is typed: that stands
        in the address of the paper alone."""
        typed = self.title or self.front or any(place.is_typed for place in self.places)
        return "" if typed else ",".join(place.name for place in self.places)

    def done(self, params):
        """This paper after what the form asks to be done with it."""
        paper = self
        if added := [place for place in map(Place.read, params.getlist("add")) if place]:
            paper = replace(paper, at=added[-1].reference)
        for act in ACTS:
            place = Place.read(params.get(act, ""))
            if place and place.reference in self.references:
                paper = replace(paper, places=ACTS[act](paper.places, place), at=place.reference)
        return paper

    @property
    def references(self):
        return [place.reference for place in self.places]

    @property
    def is_empty(self):
        return not (self.places or self.title or self.front)

    @property
    def is_full(self):
        return len(self.places) >= MOST

    @property
    def pairs(self):
        """The parameters in canonical order, without the words sought."""
        pairs = [("title", self.title)] if self.title else []
        pairs += self.front.texts
        pairs += [("record", place.name) for place in self.places]
        for place in self.places:
            texts = {key: getattr(place, key) for key in TEXTS}
            pairs += [(f"{key}-{place.reference}", text) for key, text in texts.items() if text]
        return pairs

    @property
    def string(self):
        return urlencode(self.pairs)

    @property
    def page_string(self):
        """The same with the words sought and the day of printing, for the page on which one
        builds."""
        asked = [("q", self.words), (PRINTED, self.printed.text)]
        return urlencode([*self.pairs, *((name, text) for name, text in asked if text)])

    @property
    def excess(self):
        """By how many bytes it is too long for an address."""
        return max(0, len(self.string) - LONGEST)

    def without(self, references):
        """This paper without some of its records."""
        kept = tuple(place for place in self.places if place.reference not in references)
        return replace(self, places=kept)


def spelt(params):
    """The same with names as ours are, but for those of texts, which name a record."""
    found = MultiValueDict()
    for name, values in params.lists():
        plain = name.removesuffix("[]").lower()
        found.setlistdefault(plain if plain in OWN else name).extend(values)
    return found


def known_in(params):
    """The names of `params` that a paper may have; the texts beside a record name it."""
    texts = {name.lower() for name in params if name.lower().partition("-")[0] in TEXTS}
    return OWN | texts


def read_places(values, remarks):
    """The places named, each reference once, at most MOST of them."""
    places, over = {}, []
    typed = {text: Place.read_all(text) for text in map(str.strip, values) if text}
    strange = [f"“{shorten(text)}”" for text, named in typed.items() if not named]
    for place in chain.from_iterable(typed.values()):
        if place.reference in places:
            if place != places[place.reference]:
                remarks.append(f"A record stands in a paper once, so we left out {place.name}.")
        elif len(places) < MOST:
            places[place.reference] = place
        else:
            over.append(place.name)
    if strange:
        remarks.append(f"We don’t know {listed(strange)}, so we left {them(strange)} out.")
    if over:
        remarks.append(f"A paper holds {MOST} records at most, so we left out {listed(over)}.")
    return tuple(places.values())


def with_texts(places, params, remarks):
    """The places with what was typed beside them."""
    filled = {place.reference: place for place in places}
    for key, values in params.lists():
        kind, _, reference = key.partition("-")
        reference = reference.upper()
        if kind not in TEXTS or not values[-1].strip():
            continue
        if reference not in filled:
            remarks.append(
                f"We left out the {TEXTS[kind]} for “{shorten(reference)}”: it is not in the paper."
            )
            continue
        name = f"The {TEXTS[kind]} of {reference}"
        text = read_text(values[-1], name, LONGEST_TEXTS[TEXTS[kind]], remarks)
        filled[reference] = replace(filled[reference], **{kind: text})
    del remarks[MOST_REMARKS:]
    return tuple(filled.values())


def listed(names):
    """ "A, B and 3,980 more" """
    shown, more = names[:MOST_UNKNOWN], len(names) - MOST_UNKNOWN
    if more > 0:
        return f"{', '.join(shown)} and {more:,} more"
    return get_text_list(shown, "and")


def them(names):
    return "it" if len(names) == 1 else "them"


def moved(places, place, by):
    """The places with this one `by` places further down, as far as there is room."""
    order = [each.reference for each in places]
    old = order.index(place.reference)
    new = min(max(old + by, 0), len(places) - 1)
    places = list(places)
    places.insert(new, places.pop(old))
    return tuple(places)


def up(places, place):
    return moved(places, place, -1)


def down(places, place):
    return moved(places, place, 1)


def remove(places, place):
    return tuple(each for each in places if each.reference != place.reference)


def pin(places, place):
    """The places with this one at the version that `place` names, or at the newest for none."""
    return tuple(
        replace(each, number=place.number) if each.reference == place.reference else each
        for each in places
    )


ACTS = {"up": up, "down": down, "remove": remove, "pin": pin}
OWN = {"record", "add", "title", "q", *NAMES, *ACTS}
