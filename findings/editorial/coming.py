"""Days that have to have come: nobody has looked at anything tomorrow.

What belongs to it: the day as of which a verdict or a line of the law speaks, the day somebody
looked, the day a source came out, the day up to which we have read, and the date of an event that
happened. Forms and imports refuse them; what takes effect, is planned or proposed may lie ahead.
"""

import datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from findings.publishing.fields import Fault
from findings.texts.days import spell
from findings.vocabulary import DevelopmentStatus

# As columns and as keys of rows.
DAYS = ("as_of", "checked_on", "checked", "published_on", "knowledge_date")


def refuse(day):
    """A validator of a field of a form."""
    if day > localdate():
        raise ValidationError(f"{spell(day)} is still to come.")


def faults(row):
    """[Fault] for each such day in a row that is still to come."""
    found = [Fault(key, said(row[key])) for key in DAYS if is_to_come(row.get(key))]
    if row.get("status") == DevelopmentStatus.HAPPENED and is_to_come(row.get("date")):
        found.append(Fault("date", f"{said(row['date'])}, so it has not happened"))
    for number, verdict in enumerate(row.get("verdicts") or [], start=1):
        found += [fault.under(f"verdicts[{number}]") for fault in faults(verdict)]
    return found


def is_to_come(text):
    return bool(text) and text > localdate().isoformat()


def said(text):
    return f"{spell(datetime.date.fromisoformat(text))} is still to come"
