"""A record that changed for readers since a day: what happened to it, newest first."""

from findings.reading.changes import SAID

from .origin import iso, word


def represent(change, origin):
    """A Change. Of a withdrawn record there is the notice, and nothing of what it said."""
    record = change.record
    shown = not change.is_withdrawn
    return {
        "reference": record.reference,
        "kind": word(record.kind_word),
        "title": record.title if shown else None,
        "verdict": word(record.standing.word) if shown else None,
        "url": origin.address("api-record", record.reference),
        "html_url": origin.page(record),
        "date": iso(change.day),
        "is_major": change.is_major,
        "withdrawn": None if shown else notice(record, origin),
        "steps": [step(each, origin) for each in change.steps] if shown else [],
        "differences": differences(change),
        **origin.terms,
    }


def notice(record, origin):
    withdrawal = getattr(record, "withdrawal", None)
    successor = withdrawal and withdrawal.shown_successor
    return {
        "date": iso(withdrawal and withdrawal.withdrawn_on),
        "why": withdrawal.why if withdrawal else "",
        "successor": successor
        and {
            "reference": successor.reference,
            "title": successor.title,
            "url": origin.address("api-record", successor.reference),
            "html_url": origin.page(successor),
        },
    }


def step(step, origin):
    """One thing that happened. The line is the editor's, of a change alone."""
    version = step.version
    return {
        "what": step.what,
        "label": SAID[step.what],
        "at": step.at.isoformat(),
        "is_major": step.is_major,
        "line": version.line if step.what == "changed" else "",
        "version": version.number,
        "html_url": origin.page(version),
    }


def differences(change):
    """What the texts say differently, or None where there are no two to compare."""
    if change.differences is None:
        return None
    return [
        {
            "field": difference.field,
            "pieces": [{"kind": piece.kind, "text": piece.text} for piece in difference.pieces],
        }
        for difference in change.differences
    ]
