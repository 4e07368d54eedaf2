"""Which published records bear which value, as bits: counting is AND, and a count of ones.

A record's bit stands at its place in reading order. They are made once for each generation, out
of a plain query for the record's own columns and one for each other facet, so that a count never
asks the database.
"""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from findings.models import Record
from findings.models.generation import kept

from .facets import BY_KEY, FACETS

# Facets whose values depend on the day looked at.
DATED = ("verdict",)
# What is no facet and is counted all the same: {key: column of the record}.
BESIDE = {"notice": "is_notice"}


@dataclass(frozen=True)
class Bitmaps:
    """`pks` of all published records in reading order; `borne` is {facet key: {value: bits}}."""

    pks: tuple
    borne: dict

    @cached_property
    def places(self):
        return {pk: place for place, pk in enumerate(self.pks)}

    @property
    def everything(self):
        return (1 << len(self.pks)) - 1

    def bits(self, pks):
        """The bits of those of `pks` that are published."""
        held = bytearray(len(self.pks) // 8 + 1)
        for pk in pks:
            place = self.places.get(pk)
            if place is not None:
                held[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(held, "little")

    def of(self, pairs):
        """{value: bits} of (primary key, value) pairs."""
        bearers = {}
        for pk, value in pairs:
            bearers.setdefault(value, []).append(pk)
        return {value: self.bits(pks) for value, pks in bearers.items()}

    def any(self, borne):
        """The bits of what bears any value of {value: bits}."""
        return reduce(or_, borne.values(), 0)

    def bearing(self, key, values, chosen):
        """The bits of the records that bear any of `values`, beside what else is `chosen`."""
        tally = BY_KEY[key].applying(self.borne[key], chosen)
        found = 0
        for value in values:
            found |= tally.get(value, 0)
        return found

    def tally(self, key, among, chosen):
        """{value: number of those `among` that bear it}."""
        tally = BY_KEY[key].applying(self.borne[key], chosen)
        return {value: (bits & among).bit_count() for value, bits in tally.items()}

    def named(self, bits):
        """The primary keys that these bits stand for, in reading order."""
        written = bin(bits)[:1:-1]
        place = written.find("1")
        while place >= 0:
            yield self.pks[place]
            place = written.find("1", place + 1)

    def by_record(self, key, values):
        """{primary key: those of `values` that it bears, in their order}."""
        found = {}
        for value in values:
            for pk in self.named(self.borne[key].get(value, 0)):
                found.setdefault(pk, []).append(value)
        return found


@kept()
def undated():
    """What doesn't depend on the day."""
    undated = [facet for facet in FACETS if facet.key not in DATED]
    columns = {facet.key: facet.column for facet in undated if not facet.borne} | BESIDE
    records = Record.objects.published().order_by("sort_key")
    rows = list(records.values_list("pk", *columns.values()))
    maps = Bitmaps(tuple(pk for pk, *_ in rows), {})
    for place, key in enumerate(columns, start=1):
        maps.borne[key] = maps.of((row[0], row[place]) for row in rows)
    for facet in undated:
        if facet.borne:
            maps.borne[facet.key] = facet.borne(maps)
    return maps


@kept(most=16)
def on(day=None):
    """The Bitmaps of a past day, or of today."""
    found = undated()
    dated = {key: BY_KEY[key].borne(found, day) for key in DATED}
    return Bitmaps(found.pks, found.borne | dated)
