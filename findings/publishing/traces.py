"""What becomes of an edit that nobody publishes: it is kept, and whoever made it is told."""

from django.db import transaction

from findings.models import Edit
from findings.vocabulary import EditState

UNDONE = "The form was saved as readers see it."


class ReasonNeeded(Exception):
    """Somebody else's work is being dropped without a word to them."""


def end(edit, state, by, why=""):
    """Keep the edit as a trace of itself."""
    edit.state, edit.ended_by, edit.why = state, by, why
    edit.save()


def leave(edit, by):
    """Keep a copy of a pending edit that is about to be changed further."""
    names = ("record", "base", "row", "line", "is_major", "made_by")
    same = {name: getattr(edit, name) for name in names}
    Edit.objects.create(**same, state=EditState.REPLACED, ended_by=by)


def parts_of(edit):
    """The edit, and those that were replaced on the way to it if it is a pending one."""
    before = Edit.objects.none()
    if edit.state == EditState.PENDING:
        before = edit.record.edits.filter(state=EditState.REPLACED, made_at__gte=edit.made_at)
    return [*before, edit]


def is_of_others(edit, user):
    """Whether somebody else than the user has a part in it."""
    return any(part.made_by_id not in (None, user and user.pk) for part in parts_of(edit))


@transaction.atomic
def drop(edit, by, why=""):
    """Drop a pending edit, or one set aside, with its parts. Each author is told by whom and why.
    Raises ReasonNeeded where somebody else has a part in it and no reason is given."""
    if not why and is_of_others(edit, by):
        raise ReasonNeeded
    for part in parts_of(edit):
        end(part, EditState.DROPPED, by, why)
