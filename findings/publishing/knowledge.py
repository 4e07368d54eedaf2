"""Nothing is said of a day later than the editors have read, nor anything they only remember."""

import re

from findings.models import Development, HomePage, LawLine, Verdict
from findings.vocabulary import DevelopmentStatus

from .fields import Fault
from .rows import texts

# The marks of notes that nothing which was read bears out.
UNREAD = re.compile(r"\b(NOT FOUND|MEMORY)\b")
LATE = "is later than {day}, up to which the editors have read"


def knowledge_date():
    home = HomePage.objects.current()
    return home and home.knowledge_date.isoformat()


def faults_of(row, day):
    """Yields what a row says too late for the knowledge date `day`, or without having read it."""
    for path, text in texts(row):
        if mark := UNREAD.search(text):
            yield Fault(path, f"is marked {mark.group()}: write only what was read")
    if day is None:
        return
    for path, said in days(row):
        if said and said > day:
            yield Fault(path, LATE.format(day=day))


def days(row):
    """(field, day) of all that a row claims to know of a day; what is planned may be later."""
    if row.get("status") in (DevelopmentStatus.HAPPENED, DevelopmentStatus.PROPOSED):
        yield "date", row["date"]
    for number, verdict in enumerate(row.get("verdicts", ()), start=1):
        yield f"verdicts[{number}].as_of", verdict["as_of"] or verdict["checked"]
    if "as_of" in row:
        yield "as_of", row["as_of"]


def audit():
    """Yields (what it is called, Fault) of all that is stored and too late."""
    day = knowledge_date()
    if day is None:
        return
    events = Development.objects.exclude(status=DevelopmentStatus.PLANNED).filter(date__gt=day)
    for event in events:
        yield event.slug, Fault("date", LATE.format(day=day))
    for verdict in Verdict.objects.filter(as_of__gt=day).select_related("record"):
        yield verdict.record.reference, Fault("verdicts", LATE.format(day=day))
    for line in LawLine.objects.filter(as_of__gt=day):
        yield line.slug, Fault("as_of", LATE.format(day=day))
