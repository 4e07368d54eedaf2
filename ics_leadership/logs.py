"""What a line of the log says, and what it leaves out."""

import logging

from findings.views.unavailable import reason_of


class OneLine(logging.Filter):
    """While the database is away each request fails for one reason, which fits into one line."""

    def filter(self, record):
        fault = record.exc_info and record.exc_info[1]
        if fault and (reason := reason_of(fault)):
            request = getattr(record, "request", None)
            place = request.path if request else record.getMessage()
            said = " ".join(str(fault).split())
            record.msg, record.args = f"Database {reason} at {place}: {said}", ()
            record.exc_info = record.exc_text = None
        return True
