"""The life of a record: draft, in review, published, withdrawn."""

from django.db import transaction

from findings.models import Record, Withdrawal
from findings.vocabulary import State, Via

from . import rules, versions

# Which states a record may come from before it enters the one named.
MOVES = {
    State.IN_REVIEW: {State.DRAFT},
    State.DRAFT: {State.IN_REVIEW},
    State.PUBLISHED: {State.DRAFT, State.IN_REVIEW, State.WITHDRAWN},
    State.WITHDRAWN: {State.PUBLISHED},
}


class Refused(Exception):
    """A move that isn't allowed. `reasons` is a list of sentences for the editor; `field` names
    the one field that it is about, if it is one."""

    def __init__(self, reference, reasons, field=""):
        super().__init__(f"{reference}: {' '.join(reasons)}")
        self.reasons = reasons
        self.field = field


class NotReady(Refused):
    """What readers may not see yet: `faults` say what it lacks."""

    def __init__(self, reference, faults):
        super().__init__(reference, [f"{fault.place} {fault.message}." for fault in faults])
        self.faults = faults


def check_ready(record):
    """Raise NotReady where `record` breaks a rule of what readers see."""
    if faults := rules.faults_of(record):
        raise NotReady(record.reference, faults)


@transaction.atomic
def move(record, state, note=None, *, why="", successor=None):
    """Bring `record` into `state` and keep that as a version, or raise Refused.

    `note` is a versions.Note; without one the move counts as made by a command. Who withdraws
    a record says `why`, and may name another record as its `successor`.
    """
    record = Record.objects.select_for_update().get(pk=record.pk)
    if reasons := objections(record, state, why, successor):
        raise Refused(record.reference, reasons)
    if state == State.PUBLISHED:
        check_ready(record)
    record.state = state
    record.save()
    Withdrawal.objects.filter(record=record).delete()
    if state == State.WITHDRAWN:
        Withdrawal.objects.create(record=record, why=why, successor=successor)
    versions.keep(record, note or versions.Note(Via.COMMAND, line=why or state.label))
    return record


def objections(record, state, why, successor):
    """All that speaks against the move, as sentences."""
    if record.state not in MOVES[state]:
        current = record.get_state_display().lower()
        return [f"It is {current} and can't become {state.label.lower()}."]
    if state == State.WITHDRAWN and not why:
        return ["Say why it is withdrawn: readers see the reason."]
    if state == State.WITHDRAWN and successor == record:
        return ["It can't be its own successor."]
    return []
