"""What the map shows: records as points, and the links between them. Knows no Django.

A finding calls for a skill, a skill is built by a recommendation, and a recommendation rests on
findings. The map draws the first two. Where a recommendation rests on a finding, but no skill
joins them, it draws that link past the skills.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

COLUMNS = ("finding", "skill", "recommendation")


@dataclass(frozen=True)
class Strand:
    """One audience that both ends of a link reach. Named: at least one of them names it."""

    audience: str
    named: bool


@dataclass(frozen=True)
class Mark:
    """What a reader has to know before relying on a record: a shape and a word."""

    sign: str
    word: str


@dataclass(frozen=True)
class Point:
    """A record on the map. `audiences` is {slug: does the record name it} as pairs.

    `asked` is False where the record only stands here because it is linked to one that was
    asked for.
    """

    reference: str
    kind: str
    title: str
    short_title: str
    url: str
    audiences: tuple = ()
    themes: tuple = ()
    verdict: str = ""
    mark: Mark | None = None
    asked: bool = True
    # The start of its reference, where records of several reports are on the map: ICS18.
    report: str = ""

    @property
    def column(self):
        return COLUMNS.index(self.kind)

    @property
    def number(self):
        """The reference without its report: F03."""
        return self.reference.rpartition("-")[2]

    @property
    def heading(self):
        return self.told(self.title)

    @property
    def short_heading(self):
        return self.told(self.short_title)

    def told(self, title):
        """The title as it stands beside the number: two reports may both have an F03."""
        return f"{title} · {self.report}" if self.report else title


@dataclass(frozen=True)
class Chart:
    """Points in reading order, and links as pairs of references, from left to right.

    `audiences` are the strands to draw, in their order; `themes` is ((slug, name), ...).
    """

    points: tuple = ()
    calls: tuple = ()
    builds: tuple = ()
    rests: tuple = ()
    audiences: tuple = ()
    themes: tuple = ()

    @cached_property
    def by_reference(self):
        return {point.reference: point for point in self.points}

    def keeping(self, points, **changes):
        """The part of the chart that these points make up, with all links among them."""
        there = {point.reference for point in points}
        links = {
            name: tuple(link for link in getattr(self, name) if {*link} <= there)
            for name in ("calls", "builds", "rests")
        }
        return replace(self, points=tuple(points), **links, **changes)

    @cached_property
    def joined(self):
        """{(finding, recommendation): the skills that join them} of all that rests on findings."""
        place = {point.reference: n for n, point in enumerate(self.points)}
        called, built = far_ends(self.calls), far_ends(self.builds)
        return {
            (finding, recommendation): tuple(
                skill
                for skill in sorted(called[finding], key=place.__getitem__)
                if recommendation in built[skill]
            )
            for finding, recommendation in self.rests
        }

    @cached_property
    def direct(self):
        """The links from a finding to a recommendation that no skill joins."""
        return tuple(ends for ends, skills in self.joined.items() if not skills)

    @cached_property
    def links(self):
        """All that is drawn."""
        return self.calls + self.builds + self.direct

    def strands(self, link):
        """The braid of a link: the audiences that both ends reach, in the order of all."""
        near, far = (dict(self.by_reference[end].audiences) for end in link)
        return tuple(
            Strand(audience, near[audience] or far[audience])
            for audience in self.audiences
            if audience in near and audience in far
        )

    @cached_property
    def paths(self):
        """{reference: (points, links) on a way through it}, itself among them.

        From a finding the way leads on to those recommendations alone that rest on it.
        """
        ways = {point.reference: ({point.reference}, set()) for point in self.points}
        for link in self.calls + self.builds + self.direct:
            for end in link:
                ways[end][0].update(link)
                ways[end][1].add(link)
        for (finding, recommendation), skills in self.joined.items():
            for skill in skills:
                way = (finding, skill, recommendation)
                for end in (finding, recommendation):
                    ways[end][0].update(way)
                    ways[end][1].update(((finding, skill), (skill, recommendation)))
        return ways

    def linked(self, reference):
        """The points that are on a way through this one, in reading order."""
        points, _ = self.paths[reference]
        return [
            each for each in self.points if each.reference in points and each.reference != reference
        ]


def far_ends(links):
    """{near end: set of far ends}; what leads nowhere has an empty one."""
    found = defaultdict(set)
    for near, far in links:
        found[near].add(far)
    return found
