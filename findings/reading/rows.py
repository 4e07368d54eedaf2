"""The rows of a list as whoever asked reads them, and the ways to narrow it."""

from dataclasses import dataclass, replace

# What stands open beside a list; the rest is one press away.
OPEN = ("kind", "audience", "role", "theme", "verdict")
# Of more reports only the largest stand there to be chosen.
MOST_REPORTS = 6
NAMED, FOR_ALL = "What names you", "Written for everyone"


@dataclass(frozen=True)
class Row:
    """A Hit, what it asks of the audiences chosen, and why it is for the roles chosen."""

    hit: object
    asks: list
    reasons: list
    is_for_every_role: bool

    @property
    def record(self):
        return self.hit.record

    @property
    def summary(self):
        """What the row would say to anybody; folded away where something else leads."""
        return "" if self.hit.place else self.record.summary


def row(hit, lens):
    record = hit.record
    # Where the words sought stand in what it asks, that is shown already.
    asks = [ask for ask in lens.asks(record) if hit.place != f"For {ask.audience.name}"]
    return Row(hit, asks, lens.reasons(record), lens.is_for_every_role(record))


def parts(query, hits):
    """[(heading, rows)]: what names the audience, then the rest; all under no heading where
    nothing does."""
    return parted(query, [row(hit, query.lens) for hit in hits])


def parted(query, found):
    """The same of anything that has a record."""
    groups = {NAMED: [], FOR_ALL: []}
    for each in found:
        groups[NAMED if query.is_parted and query.lens.names(each.record) else FOR_ALL].append(each)
    if not groups[NAMED]:
        return [("", groups[FOR_ALL])] if found else []
    return [(heading, some) for heading, some in groups.items() if some]


def options(query):
    """(what stands open, what is folded): both [(facet, [Option, ...]), ...]."""
    naming = query.naming()
    told = [
        (facet, with_names(facet, largest(query, facet, some), naming))
        for facet, some in query.options()
    ]
    shown = [each for each in told if each[0].key in OPEN]
    return shown, [each for each in told if each not in shown]


def largest(query, facet, some):
    """Of the reports those with the most records of all, and those chosen: which they are doesn't
    change with what else is chosen. The rest is found by typing."""
    if facet.key != "source" or len(some) <= MOST_REPORTS:
        return some
    whole = query.bitmaps.tally("source", query.bitmaps.everything, {})
    in_order = sorted(some, key=lambda each: -whole.get(each.value, 0))[:MOST_REPORTS]
    return [each for each in some if each.chosen or each in in_order]


def with_names(facet, some, naming):
    """The options of the audiences with how many records name each."""
    if facet.key != "audience":
        return some
    return [replace(each, named=naming.get(each.value, 0)) for each in some]


def are_alike(some):
    """Does every audience get the same numbers, so that one sentence says it?"""
    return len(some) > 1 and len({(each.count, each.named) for each in some}) == 1
