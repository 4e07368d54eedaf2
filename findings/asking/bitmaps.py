"""Which published records bear which value, as bits: counting is AND, and a count of ones.

A record's bit stands at its place in reading order. They are made once for each generation, out
of a plain query for each facet, so that a count never asks the database.
"""

from dataclasses import dataclass
from functools import cached_property

from findings.models import Record
from findings.models.generation import kept

from .facets import BY_KEY, FACETS

# Facets whose values depend on the day looked at.
DATED = ("verdict",)


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


@kept()
def undated():
    """What doesn't depend on the day."""
    pks = tuple(Record.objects.published().order_by("sort_key").values_list("pk", flat=True))
    bitmaps = Bitmaps(pks, {})
    for facet in FACETS:
        if facet.key not in DATED:
            bitmaps.borne[facet.key] = bitmaps.of(facet.bearers())
    return bitmaps


@kept(most=16)
def on(day=None):
    """The Bitmaps of a past day, or of today."""
    found = undated()
    dated = {key: found.of(BY_KEY[key].bearers(day)) for key in DATED}
    return Bitmaps(found.pks, found.borne | dated)
