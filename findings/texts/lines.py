"""What a line holds, and what its end must not part: a date, a reference, a word and its stop."""

import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = rf"\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?|(?:{MONTHS}) \d{{4}}"
REFERENCE = r"[A-Z]{1,8}\d{1,4}-[A-Z]\d{1,4}"
# What a tag holds is passed over.
WHOLE = re.compile(rf"<[^>]*>|\b(?:{DATE}|{REFERENCE})\b")
# Browsers take a button for a picture, after which even a full stop may begin a line.
TERM = re.compile(r'(<button [^>]*class="term"[^>]*>[^<]*</button>)([^\s<]+)')
LONGEST = 60
TOGETHER = '<span class="nowrap">{}</span>'


def hold_together(html):
    """The HTML of running text, in which none of these is parted."""
    html = WHOLE.sub(lambda part: part[0] if part[0][0] == "<" else TOGETHER.format(part[0]), html)
    return TERM.sub(lambda term: TOGETHER.format(term[1] + term[2]), html)


def shorten(text):
    """What somebody typed, as it is shown and written: on one line, and not at any length."""
    return " ".join(text.split())[:LONGEST].strip()
