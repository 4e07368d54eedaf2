"""A role, and how many records concern it in the editors' reading."""

from findings.asking import bitmaps
from findings.models import RoleReading
from findings.vocabulary import Role, State

from .origin import word
from .records import READING


def represent_all(origin):
    """Every role; a record that names none concerns all three, and counts for each."""
    held = bitmaps.on()
    concerned = held.tally("role", held.everything, {})
    readings = RoleReading.objects.filter(record__state=State.PUBLISHED)
    named = list(readings.values_list("role", flat=True))
    return [
        {
            **word(role),
            "plural": role.plural,
            "speaker": READING,
            "counts": {"records": concerned.get(role, 0), "named": named.count(role)},
            "html_url": f"{origin.address('browse')}?role={role}",
            **origin.terms,
        }
        for role in Role
    ]
