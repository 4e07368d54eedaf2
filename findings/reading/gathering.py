"""Links and addressings, gathered under the headings below which they are read."""

from findings.reading.norms import Norm
from findings.vocabulary import Addressed, LinkRelation


def connected(record):
    """The records that it leads to and those that lead to it, under their headings."""
    links = grouped(record.links.all(), "forward", "target")
    backlinks = grouped(record.backlinks.all(), "backward", "record")
    ends = [end for _, some in (*links, *backlinks) for end, _ in some]
    return {
        "links": links,
        "backlinks": backlinks,
        "linked": bool(ends),
        "link_norm": Norm.of(ends),
    }


def grouped(links, heading, end):
    """[(heading, [(record, why)])] of the records at the `end` of each link, for each heading."""
    groups = {}
    for link in links:
        groups.setdefault(getattr(LinkRelation(link.relation), heading), []).append(
            (getattr(link, end), link.reason)
        )
    return list(groups.items())


def addressed(record):
    """[(how, passage, audiences, ring)]: the audiences addressed alike, by one passage."""
    groups = {}
    for each in record.addressings.all():
        groups.setdefault((Addressed(each.addressed), each.passage), []).append(each.audience)
    return [
        (how, passage, audiences, how == Addressed.ALL)
        for (how, passage), audiences in groups.items()
    ]
