"""What readers may see of a record's row, as a condition that also holds across a relation."""

from django.db.models import Q

from findings.vocabulary import Kind, Speaker, State, Trail

from .sound import named, work


def sound(before=""):
    """The row of a record, and of its source, is one that a page can be made of."""
    known = {
        "kind__in": Kind.values,
        "speaker__in": Speaker.values,
        "trail__in": Trail.values,
        "reference__referring": True,
    }
    words = Q(**{f"{before}{key}": value for key, value in known.items()})
    return words & named("title", before) & work(f"{before}source__")


def readable(before=""):
    """It is published, and sound."""
    return Q(**{f"{before}state": State.PUBLISHED}) & sound(before)
