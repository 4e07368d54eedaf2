"""What became of a printed paper: the head of the page to which the code on it leads."""

from django.utils.timezone import localdate

from findings.asking.printed import Printed
from findings.reading.aged import aged, corrected

from .changes import tell


def since_printed(request, records):
    """What the page says of `records`, their verdicts read ahead, where a printed day is asked
    for; nothing of it is kept."""
    printed, today = Printed.read(request.GET, localdate()), localdate()
    if not printed.day:
        return {"printed": printed}
    found = aged(records, printed.day, today)
    told = [(*tell(change), corrected(change)) for change in found.changes]
    return {"printed": printed, "aged": found, "told": told}
