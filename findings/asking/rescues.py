"""A query that finds nothing: what each part of it finds alone, and what to take away."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations


@dataclass(frozen=True)
class Removal:
    """What to take away from a query, and what it then finds."""

    names: list
    url: str
    count: int


class Rescue:
    """The way on from a query that finds nothing.

    Each part is asked for once and the rest is done with sets, so that a query of many parts
    costs no more than one question for each.
    """

    def __init__(self, query):
        self.query = query
        self.parts = [*query.chosen, *(["q"] if query.wanted else [])]

    @cached_property
    def found(self):
        """{parts kept: what they find}: nothing kept, each part, and the two that are coupled."""
        asked = [(), *((part,) for part in self.parts)]
        if {"audience", "addressed"} <= set(self.parts):
            asked.append(("audience", "addressed"))
        return {kept: set(self.keeping(kept).pks()) for kept in asked}

    def keeping(self, kept):
        return self.query.without(*(part for part in self.parts if part not in kept))

    def alone(self):
        """What each part finds without the others: [(name, number), ...]."""
        return [(self.name(part), len(self.found[part,])) for part in self.parts]

    def removals(self):
        """The smallest removals that give results; several where they are equally small."""
        for size in range(1, len(self.parts) + 1):
            tried = [self.removing(removed) for removed in combinations(self.parts, size)]
            if helpful := [removal for removal in tried if removal.count]:
                return helpful
        return []

    def removing(self, removed):
        kept = set(self.parts) - set(removed)
        applying = (pks for asked, pks in self.found.items() if kept.issuperset(asked))
        left = set.intersection(*sorted(applying, key=len))
        names = [self.name(part) for part in removed]
        return Removal(names, self.query.without(*removed).url, len(left))

    def name(self, part):
        if part == "q":
            return f"the words “{self.query.wanted.shown}”"
        return self.query.filter(part)
