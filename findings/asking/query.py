"""What a reader asked, parsed once. Page, counts, feeds and exports read a Query, nothing else.

A Query knows its canonical address, the sentence that says what it asks, the records it finds
in their order, and the address of every neighbouring query.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from django.utils.timezone import localdate

from findings.asking import bitmaps, orders, sentences
from findings.asking.faceted import Chip, FacetedQuery
from findings.asking.facets import BY_KEY, FACETS
from findings.asking.lens import Lens
from findings.asking.parameters import (
    MOST_UNKNOWN,
    SORTS,
    VIEWS,
    NoSuchPage,
    fold_names,
    read_page,
    settle_sort,
    strange,
)
from findings.models import Record
from findings.search import ranking
from findings.search.answers import MOST_COMPARED, answers, is_question
from findings.search.resolving import Wanted, resolve
from findings.texts.days import KEY as AS_AT
from findings.texts.days import AsAt
from findings.texts.lines import shorten
from findings.vocabulary import Addressed

PER_PAGE = 20


@dataclass(frozen=True)
class Query(FacetedQuery):
    keys: ClassVar = tuple(BY_KEY)

    # What the address itself fixes, as /findings/ fixes the kind: {facet key: value}.
    fixed: dict = field(default_factory=dict)
    sort: str = ""
    # How the list is shown; rows to read have no name.
    view: str = ""
    page: int = 1

    @classmethod
    def parse(cls, params, path, fixed=None):
        """The Query in `params`, a QueryDict. Raises NoSuchPage; ignores what it doesn't know."""
        fixed, params = fixed or {}, fold_names(params)
        as_at = AsAt.read(params, localdate())
        chosen, unknown, choices = cls.read(params, as_at.day, fixed)
        sort = params.get("sort", "").strip().lower()
        view = params.get("view", "").strip().lower()
        for key, value, known in (("sort", sort, SORTS), ("view", view, VIEWS)):
            if value and value not in known:
                unknown.append((key, shorten(value)))
        unknown += strange(params)
        wanted = resolve(params.get("q", ""))
        return cls(
            path=path,
            chosen=chosen,
            fixed=fixed,
            wanted=wanted,
            sort=settle_sort(sort, wanted),
            view=view if view in VIEWS else "",
            as_at=as_at,
            page=read_page(params.get("page", "")),
            unknown=tuple(unknown[:MOST_UNKNOWN]),
            choices=choices,
        )

    # What it finds

    @property
    def narrowed(self):
        """All that narrows the list: what was chosen and what the address fixes."""
        return {key: (value,) for key, value in self.fixed.items()} | self.chosen

    def records(self):
        """The published records that match, in no order."""
        records = self.wanted.narrow(Record.objects.published().with_verdict(self.as_at.day))
        for key, values in self.narrowed.items():
            records = BY_KEY[key].narrow(records, values, self.narrowed)
        return records

    @cached_property
    def bitmaps(self):
        return bitmaps.on(self.as_at.day)

    @cached_property
    def matching(self):
        """The records in which the words stand, as bits."""
        if not self.wanted:
            return self.bitmaps.everything
        matches = self.wanted.narrow(Record.objects.published()).order_by()
        return self.bitmaps.bits(matches.values_list("pk", flat=True))

    def bits(self, without=()):
        """The same as bits, which are counted without a query; `without` leaves facets out."""
        narrowed = {key: some for key, some in self.narrowed.items() if key not in without}
        found = self.matching
        for key, values in narrowed.items():
            found &= self.bitmaps.bearing(key, values, narrowed)
        return found

    @property
    def count(self):
        return self.bits().bit_count()

    def pks(self):
        """The primary keys of what matches, in reading order."""
        return list(self.bitmaps.named(self.bits()))

    def in_order(self):
        """The primary keys of what matches, in the order of the list."""
        if self.sorting == "best":
            return ranking.ranked(self.wanted, self.records())
        if self.sorting == "reference":
            return self.by_reference()
        return self.sorted(self.records()).values_list("pk", flat=True)

    def by_reference(self):
        """In reading order, but first what names the audiences asked for."""
        audiences, found = self.narrowed.get("audience"), self.bits()
        if not audiences:
            return list(self.bitmaps.named(found))
        naming = {"addressed": (Addressed.NAMED.value,)}
        first = found & self.bitmaps.bearing("audience", audiences, naming)
        return [*self.bitmaps.named(first), *self.bitmaps.named(found & ~first)]

    @property
    def sorting(self):
        """The order in force: best match for words, and references otherwise."""
        return self.sort or ("best" if self.wanted else "reference")

    def sorted(self, records):
        title = "short_title" if self.view else "title"
        return orders.ordered(records, self.sorting, self.as_at.day, title)

    @property
    def per_page(self):
        return VIEWS.get(self.view, PER_PAGE)

    def results(self):
        """The records of this page, ready to be shown. Raises NoSuchPage past the last one."""
        start = (self.page - 1) * self.per_page
        pks = list(self.in_order()[start : start + self.per_page])
        if not pks and self.page > 1:
            raise NoSuchPage
        found = self.prepared(Record.objects.published().as_at(self.as_at.day)).in_bulk(pks)
        return [found[pk] for pk in pks if pk in found]

    def prepared(self, records):
        if self.view:
            return records.for_ledger()
        rows = self.lens.prepare(records.for_rows().with_evidence())
        return rows.for_snippets() if self.wanted else rows

    def best(self, most=MOST_COMPARED):
        """The best few records for the words, whatever the order and the page of the list."""
        pks = list(replace(self, sort="").in_order()[:most]) if self.wanted else []
        rows = Record.objects.published().for_rows().as_at(self.as_at.day).in_bulk(pks)
        return [rows[pk] for pk in pks if pk in rows]

    def answers(self):
        """Sentences of published texts that answer the question, if it is one."""
        if not is_question(self.wanted):
            return []
        return answers(self.wanted, self.best(), self.as_at.day)

    @property
    def lens(self):
        """Who is asking: what of each record is told first."""
        return Lens.of(self)

    @property
    def is_parted(self):
        """Does what names the audience stand first, apart from what is for everyone?"""
        return bool(self.narrowed.get("audience")) and self.sorting == "reference"

    def naming(self):
        """{audience: how many of what it would give name it}, counted as the options are."""
        manner = self.narrowed.get("addressed")
        if manner and Addressed.NAMED not in manner:
            return {}
        found = self.bits(without={"audience"})
        return self.bitmaps.tally("audience", found, {"addressed": (Addressed.NAMED,)})

    def options(self):
        """The options of every facet that isn't fixed: [(facet, [Option, ...]), ...].

        The number beside an option is what choosing it gives, with all other facets applied
        and its own ignored. Options with nothing stay, with a zero.
        """
        return [(facet, self.options_of(facet)) for facet in FACETS if facet.key not in self.fixed]

    def options_of(self, facet):
        others = {key: some for key, some in self.narrowed.items() if key != facet.key}
        tally = self.bitmaps.tally(facet.key, self.bits(without={facet.key}), others)
        return self.options_with(facet.key, tally)

    def orders(self):
        """The orders to choose from: [(value of `sort`, label, is it in force), ...].

        The usual order has no value, so that it stays the usual one when words come or go.
        """
        usual = "best" if self.wanted else "reference"
        return [
            ("" if order == usual else order, label, order == self.sorting)
            for order, label in SORTS.items()
            if order != "best" or self.wanted
        ]

    # Neighbours

    def but(self, **changes):
        """This query with something changed, on its first page."""
        other = super().but(**{"page": 1, "as_at": AsAt(self.as_at.day)} | changes)
        if other.as_at.day == self.as_at.day and "bitmaps" in vars(self):
            vars(other)["bitmaps"] = self.bitmaps
        return other

    @property
    def today(self):
        """The same question about today. What can be asked of a past day alone falls away."""
        today = dict(BY_KEY["verdict"].choices())
        verdicts = tuple(each for each in self.chosen.get("verdict", ()) if each in today)
        rest = {key: some for key, some in self.chosen.items() if key != "verdict" or verdicts}
        if verdicts:
            rest["verdict"] = verdicts
        return self.but(chosen=rest, as_at=AsAt())

    @property
    def cleared(self):
        """The whole list, on the same day."""
        return self.but(chosen={}, wanted=Wanted(), sort="")

    def without(self, *keys):
        """This query without these facets ("q" stands for the words)."""
        rest = {key: some for key, some in self.chosen.items() if key not in keys}
        wanted = Wanted() if "q" in keys else self.wanted
        return self.but(chosen=rest, wanted=wanted, sort=settle_sort(self.sort, wanted))

    def with_words(self, text):
        wanted = Wanted(text)
        return self.but(wanted=wanted, sort=settle_sort(self.sort, wanted))

    def everywhere(self, path):
        """The same words over all records, without a filter, at the address `path`."""
        return self.but(path=path, fixed={}, chosen={})

    def on_page(self, page):
        return replace(self, page=page)

    # How it is written

    @property
    def pairs(self):
        """The parameters in canonical order: [(key, value), ...]."""
        pairs = [("q", self.wanted.text)] if self.wanted else []
        for facet in FACETS:
            pairs += [(facet.key, value) for value in self.chosen.get(facet.key, ())]
            pairs += [(key, value) for key, value in self.unknown if key == facet.key]
        pairs += [("sort", self.sort)] if self.sort else []
        pairs += [("view", self.view)] if self.view else []
        pairs += [(key, value) for key, value in self.unknown if key not in BY_KEY]
        pairs += [(AS_AT, self.as_at.text)] if self.as_at.text else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return pairs

    def chips(self):
        chips = [Chip("Words", self.wanted.shown, self.without("q").url)] if self.wanted else []
        return [*chips, *super().chips()]

    def filter(self, key):
        """What narrows the list by this facet: "Audience: Housing or NHS"."""
        return f"{BY_KEY[key].name}: {sentences.spell_list(self.labels(key))}"
