"""Addresses that hold what a reader typed for themselves: a board paper, with names and contexts.

They are kept out of logs, caches, search engines and the addresses that other sites are told.
"""

import logging
import traceback

PLACES = ("/paper/", "/paper.")
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def is_private(path):
    return path.startswith(PLACES)


class Discreet(logging.Filter):
    """Of a private request only the path and the kind of fault are logged, and where it arose.

    The message of an exception may repeat what was typed, so it goes; the code's lines stay.
    """

    def filter(self, record):
        request = getattr(record, "request", None)
        # Django's own small server logs with a socket in the place of a request.
        if not is_private(getattr(request, "path", "")):
            return True
        record.msg, record.args = f"{record.levelname.capitalize()} at {request.path}", ()
        if record.exc_info:
            kind, _, frames = record.exc_info
            lines = "".join(traceback.format_tb(frames))
            record.exc_info, record.exc_text = None, f"{lines}{kind.__name__}"
        return True
