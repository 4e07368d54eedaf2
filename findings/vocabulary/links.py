"""How records, sources and findings hang together."""

from .records import Kind
from .words import Words


class CitationRelation(Words):
    RESTS_ON = "rests-on", "Rests on"
    SUPPORTS = "supports", "Supported by"
    QUALIFIES = "qualifies", "Qualified by"


class LinkRelation(Words):
    """How one record leads to another. All links are the editors' reading."""

    CALLS_FOR = "calls-for", "Calls for"
    RESTS_ON = "rests-on", "Rests on"
    BUILDS = "builds", "Builds"
    AGREES = "agrees-with", "Agrees with"
    ADDS = "adds-to", "Adds to"
    DIFFERS = "differs-from", "Differs from"

    @property
    def is_comparison(self):
        """Whether it sets a finding beside what was said before it, which needs a reason."""
        return self in (LinkRelation.AGREES, LinkRelation.ADDS, LinkRelation.DIFFERS)

    @property
    def forward(self):
        """What stands above the records that a record leads to."""
        return LINK_HEADINGS[self][0]

    @property
    def backward(self):
        """What stands above the records that lead to a record."""
        return LINK_HEADINGS[self][1]


LINK_HEADINGS = {
    LinkRelation.RESTS_ON: ("Findings it rests on", "Recommendations that rest on it"),
    LinkRelation.BUILDS: ("Skills it builds", "Recommendations that build it"),
    LinkRelation.CALLS_FOR: ("Skills it calls for", "Findings that call for it"),
    LinkRelation.AGREES: ("Said before: it agrees with", "Found since: agrees with it"),
    LinkRelation.ADDS: ("Said before: it adds to", "Found since: adds to it"),
    LinkRelation.DIFFERS: ("Said before: it differs from", "Found since: differs from it"),
}


# Which kinds a link may join: a recommendation rests on findings and builds skills, a finding
# calls for skills, and is compared with what was said before.
SAID = (Kind.FINDING, Kind.SKILL)


LINK_ENDS = {
    LinkRelation.CALLS_FOR: ((Kind.FINDING,), (Kind.SKILL,)),
    LinkRelation.RESTS_ON: ((Kind.RECOMMENDATION,), (Kind.FINDING,)),
    LinkRelation.BUILDS: ((Kind.RECOMMENDATION,), (Kind.SKILL,)),
    LinkRelation.AGREES: (SAID, SAID),
    LinkRelation.ADDS: (SAID, SAID),
    LinkRelation.DIFFERS: (SAID, SAID),
}


def joins(near, relation, far):
    """Whether a link of this relation may lead from a record of one kind to one of another."""
    nears, fars = LINK_ENDS.get(relation, ((), ()))
    return near in nears and far in fars
