"""A role, and how many records concern it in the editors' reading."""

from findings.asking.facets import BY_KEY
from findings.models import Record, RoleReading
from findings.vocabulary import Role, State

from .origin import word
from .records import READING


def represent_all(origin):
    """Every role; a record that names none concerns all three, and counts for each."""
    concerned = BY_KEY["role"].tally(Record.objects.published(), {})
    readings = RoleReading.objects.filter(record__state=State.PUBLISHED)
    named = list(readings.values_list("role", flat=True))
    return [
        {
            **word(role),
            "plural": role.plural,
            "speaker": READING,
            "counts": {"records": concerned[role], "named": named.count(role)},
            "html_url": f"{origin.address('browse')}?role={role}",
            **origin.terms,
        }
        for role in Role
    ]
