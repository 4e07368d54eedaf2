"""The map as a list: the same records in the same order, each with what it leads to.

Beyond MOST records each group lists its first ones, and says how many more there are.
"""

from dataclasses import dataclass, replace

from .chart import far_ends

MOST = 60


@dataclass(frozen=True)
class Entry:
    """A point and the entries of those that it leads to. `record` is what is told of it."""

    point: object
    leads_to: tuple = ()
    record: object = None

    @property
    def asked(self):
        return self.point.asked

    def points(self):
        yield self.point
        for entry in self.leads_to:
            yield from entry.points()

    def telling(self, records):
        """The same with its record, out of {reference: record}."""
        leads_to = tuple(entry.telling(records) for entry in self.leads_to)
        return Entry(self.point, leads_to, records[self.point.reference])


@dataclass(frozen=True)
class Group:
    """Entries of one `kind`, and under one `theme` if they were boxed by theme; `more` is how
    many more belong here."""

    heading: str
    entries: tuple
    kind: str
    theme: str = ""
    more: int = 0

    @property
    def count(self):
        return len(self.entries) + self.more

    def telling(self, records):
        return replace(self, entries=tuple(entry.telling(records) for entry in self.entries))


def outline(layout):
    """[Group, ...]: the findings as they are boxed, each with its skills, and under these the
    recommendations that build the skill and rest on the finding. Then what no finding leads to.
    """
    writer = Writer(layout)
    called = {skill for _, skill in layout.chart.calls}
    resting = {recommendation for _, recommendation in layout.chart.rests}
    skills = [each for each in layout.points(1) if each.reference not in called]
    alone = [each for each in layout.points(2) if each.reference not in resting]
    parts = [
        (placed.box.heading, placed.box.points, writer.finding, placed.box.theme)
        for placed in layout.columns[0]
    ]
    parts += [
        ("Skills that no finding here calls for", skills, writer.skill, ""),
        ("Recommendations that rest on no finding here", alone, Entry, ""),
    ]
    parts = [part for part in parts if part[1]]
    most = MOST if len(layout.chart.points) <= MOST else max(2, MOST // len(parts) // 5)
    return [group_of(*part, most) for part in parts]


def group_of(heading, points, entry_of, theme, most):
    entries = tuple(entry_of(point) for point in points[:most])
    return Group(heading, entries, points[0].kind, theme, len(points) - len(entries))


class Writer:
    def __init__(self, layout):
        chart = layout.chart
        drawn = [*layout.points(1), *layout.points(2)]
        self.place = {point.reference: n for n, point in enumerate(drawn)}
        self.drawn = drawn
        self.called, self.built = far_ends(chart.calls), far_ends(chart.builds)
        self.resting, self.direct = far_ends(chart.rests), far_ends(chart.direct)

    def in_order(self, references):
        """These points, as they are drawn."""
        return [self.drawn[n] for n in sorted(self.place[each] for each in references)]

    def entries(self, references):
        return tuple(map(Entry, self.in_order(references)))

    def finding(self, point):
        """Its skills, and last the recommendations that rest on it but build none of them."""
        own = point.reference
        skills = tuple(
            Entry(skill, self.entries(self.built[skill.reference] & self.resting[own]))
            for skill in self.in_order(self.called[own])
        )
        return Entry(point, skills + self.entries(self.direct[own]))

    def skill(self, point):
        return Entry(point, self.entries(self.built[point.reference]))
