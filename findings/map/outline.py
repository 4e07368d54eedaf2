"""The map as a list: the same records in the same order, each with what it leads to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A record and the entries of those that it leads to."""

    record: object
    asked: bool
    leads_to: tuple = ()


@dataclass(frozen=True)
class Group:
    heading: str
    entries: tuple


def outline(layout, records):
    """[Group, ...]. `records` is {reference: what an Entry holds of it}.

    The findings as they are boxed, each with its skills, and under these the recommendations
    that build the skill and rest on the finding. Then what no finding leads to.
    """
    entry = Writer(layout, records)
    findings = tuple(
        Group(placed.box.heading, tuple(entry.finding(point) for point in placed.box.points))
        for placed in layout.columns[0]
    )
    called = {skill for _, skill in layout.chart.calls}
    resting = {recommendation for _, recommendation in layout.chart.rests}
    skills = [each for each in layout.points(1) if each.reference not in called]
    alone = [each for each in layout.points(2) if each.reference not in resting]
    rest = (
        Group("Skills that no finding here calls for", tuple(map(entry.skill, skills))),
        Group("Recommendations that rest on no finding here", tuple(map(entry.of, alone))),
    )
    return [group for group in findings + rest if group.entries]


class Writer:
    def __init__(self, layout, records):
        self.chart = layout.chart
        self.records = records
        self.skills = layout.points(1)
        self.recommendations = layout.points(2)

    def of(self, point, leads_to=()):
        return Entry(self.records[point.reference], point.asked, tuple(leads_to))

    def finding(self, point):
        """Its skills, and last the recommendations that rest on it but build none of them."""
        own = point.reference
        skills = [
            self.of(skill, self.resting_on(own, skill.reference))
            for skill in self.skills
            if (own, skill.reference) in self.chart.calls
        ]
        direct = [
            self.of(each)
            for each in self.recommendations
            if (own, each.reference) in self.chart.direct
        ]
        return self.of(point, skills + direct)

    def resting_on(self, finding, skill):
        for each in self.recommendations:
            if skill in self.chart.joined.get((finding, each.reference), ()):
                yield self.of(each)

    def skill(self, point):
        building = [
            self.of(each)
            for each in self.recommendations
            if (point.reference, each.reference) in self.chart.builds
        ]
        return self.of(point, building)
