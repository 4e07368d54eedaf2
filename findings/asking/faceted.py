"""What every question to the site has in common: values chosen of facets, and a day.

A list of records, the timeline and the map are asked alike, so that a link, a chip or a sentence
is made in one way, whatever is asked.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import ClassVar
from urllib.parse import urlencode

from findings.asking import sentences
from findings.asking.facets import BY_KEY
from findings.asking.parameters import read_values
from findings.search.resolving import Wanted
from findings.texts.days import KEY as AS_AT
from findings.texts.days import AsAt


@dataclass(frozen=True)
class Option:
    """A value of a facet, with what a reader would get by choosing it."""

    value: str
    label: str
    count: int
    chosen: bool
    # Of an audience: how many of these name it.
    named: int | None = None

    @property
    def for_all(self):
        return self.count - (self.named or 0)


@dataclass(frozen=True)
class Chip:
    """Something that narrows what is shown, and the address of the same without it."""

    name: str
    label: str
    url: str


@dataclass(frozen=True)
class FacetedQuery:
    # The facets that can be chosen from, in their order.
    keys: ClassVar = ()

    path: str = ""
    # {facet key: (value, ...)}, in the order of `keys` and of their options.
    chosen: dict = field(default_factory=dict)
    # The words sought; none where only facets can be asked for.
    wanted: Wanted = field(default_factory=Wanted)
    as_at: AsAt = field(default_factory=AsAt)
    unknown: tuple = ()
    # {facet key: [(value, label), ...]}, read once.
    choices: dict = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, params, day=None, fixed=()):
        """(chosen, unknown, choices) as `params` have them, with what can be chosen on `day`;
        what the address itself has `fixed` is not read."""
        choices = {key: BY_KEY[key].choices(day) for key in cls.keys}
        chosen, unknown = {}, []
        for key in cls.keys:
            if key in fixed:
                continue
            values, strange = read_values(BY_KEY[key], params, choices[key])
            unknown += strange
            if values:
                chosen[key] = values
        return chosen, unknown, choices

    @property
    def narrowed(self):
        """All that narrows what is shown."""
        return self.chosen

    def options_with(self, key, tally):
        """[Option, ...] of a facet; `tally` is {value: number}."""
        chosen = self.chosen.get(key, ())
        return [
            Option(value, label, tally.get(value, 0), value in chosen)
            for value, label in self.choices[key]
        ]

    # Neighbours

    def but(self, **changes):
        """This question with something changed."""
        return replace(self, **{"unknown": ()} | changes)

    @property
    def today(self):
        return self.but(as_at=AsAt())

    @property
    def cleared(self):
        """The same without anything chosen, on the same day."""
        return self.but(chosen={})

    def choosing(self, key, values):
        """The same with just these values of a facet; none of them takes the facet away."""
        chosen = {**self.chosen, key: values}
        return self.but(chosen={key: chosen[key] for key in self.keys if chosen.get(key)})

    def without_value(self, key, value):
        return self.choosing(key, tuple(each for each in self.chosen[key] if each != value))

    # How it is written

    @property
    def pairs(self):
        """The parameters in canonical order: [(key, value), ...]."""
        pairs = [(key, value) for key, values in self.chosen.items() for value in values]
        return [*pairs, *([(AS_AT, self.as_at.day.isoformat())] if self.as_at else [])]

    @property
    def string(self):
        return urlencode(self.pairs)

    @property
    def url(self):
        return f"{self.path}?{self.string}" if self.pairs else self.path

    def chips(self):
        """All that narrows what is shown and can be taken away."""
        return [
            Chip(
                BY_KEY[key].name, dict(self.choices[key])[value], self.without_value(key, value).url
            )
            for key in self.keys
            for value in self.chosen.get(key, ())
        ]

    def sentence(self, count):
        """What is asked and how many answer it: "6 findings for housing about governance"."""
        return sentences.asked(self, count)

    def labels(self, key):
        """The labels of all that narrows what is shown by this facet."""
        labels = dict(self.choices.get(key, ()))
        return [labels[value] for value in self.narrowed.get(key, ())]


@dataclass(frozen=True)
class BearingQuery(FacetedQuery):
    """Narrows things that are at hand by the values that each bears."""

    # {facet key: function that gives the set of values that a thing bears}
    borne: ClassVar = {}

    def answers(self, thing, without=None):
        """Does it bear what was chosen of each facet? `without` names one to leave out."""
        return all(
            self.borne[key](thing) & {*values}
            for key, values in self.chosen.items()
            if key != without
        )

    def tally(self, key, things):
        """{value: number of `things` that choosing it would give}"""
        return Counter(
            value
            for thing in things
            if self.answers(thing, without=key)
            for value in self.borne[key](thing)
        )
