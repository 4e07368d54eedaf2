"""What a reader could do: the recommendations that reach an audience, those of a role first."""

from django.utils.text import get_text_list

from findings.models import HomePlace
from findings.vocabulary import Addressed, HomeSlot, LinkRelation, Role, Verdict

from .excerpts import cut


def chosen():
    """The primary keys of those that the editors put on the home page, in their order."""
    return HomePlace.objects.filter(slot=HomeSlot.ACTION).values_list("record_id", flat=True)


def first(query, most, without=0):
    """The first of what `query` finds, but for the bits `without`: what names its audience, then
    what the editors put on the home page, what stands, and the rest; see `cut`. What is only a
    notice is none of them."""
    maps = query.bitmaps
    stands = maps.bearing("verdict", (Verdict.STANDS.value,), {})
    order = [naming(query), *(maps.bits([pk]) for pk in chosen()), stands]
    return cut(query, most, order, ~(without | notices(maps)))


def naming(query):
    """The bits of what names the audience that `query` is for; none where it is for everybody."""
    if "audience" not in query.narrowed:
        return 0
    return query.choosing("addressed", (Addressed.NAMED.value,)).bits()


def notices(maps):
    """The bits of recommendations of which no more than the topic is known."""
    return maps.borne["notice"].get(True, 0)


def parted(actions, role):
    """(those for the role, those that others lead): one that names no role is for each."""
    mine = [each for each in actions if not role or role in roles_of(each)]
    return mine, [each for each in actions if each not in mine]


def roles_of(record):
    named = [reading.role for reading in record.role_readings.all()]
    return named or list(Role.values)


def leaders(record):
    """Who leads it: "Chief executives and senior managers"."""
    names = [Role(role).plural for role in roles_of(record)]
    names = [names[0], *(name.lower() for name in names[1:])]
    return get_text_list(names, "and")


def findings_of(record):
    """The published findings that it rests on, as its `links` were prepared."""
    return [link.target for link in record.links.all() if link.relation == LinkRelation.RESTS_ON]
