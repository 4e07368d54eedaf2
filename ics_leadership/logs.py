"""What a line of the log says, and what it leaves out."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

from findings.views.unavailable import reason_of

# The number of the request that this thread answers.
number = ContextVar("number", default="")


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


class Json(logging.Formatter):
    """One object a line. It names no person: no address of a client, no account, no query."""

    def format(self, record):
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request": number.get(),
            "status": getattr(record, "status_code", None),
        }
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps({name: said for name, said in told.items() if said}, ensure_ascii=False)
