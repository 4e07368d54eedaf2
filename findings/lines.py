"""What the end of a line must not part: a date, and an explained word with what follows it."""

import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b(?:\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?|(?:{MONTHS}) \d{{4}})\b")
# Browsers take a button for a picture, after which even a full stop may begin a line.
TERM = re.compile(r'(<button [^>]*class="term"[^>]*>[^<]*</button>)([^\s<]+)')
TOGETHER = '<span class="nowrap">{}</span>'


def hold_together(html):
    """The HTML of running text; dates in it are whole on one line, and words have their stop."""
    html = DATE.sub(lambda date: TOGETHER.format(date[0]), html)
    return TERM.sub(lambda term: TOGETHER.format(term[1] + term[2]), html)
