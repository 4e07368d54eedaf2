"""Words that found nothing, for the editors: counted by day, never with anybody's address.

They are gathered in the process and written now and then, so that a flood of searches is not
a flood of writes. What isn't typed again within a month, short of three days, is forgotten.
"""

import datetime
import re
import threading

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from findings.fulltext import words
from findings.models import Miss

WRITE_AT = 20
MOST_WAITING = 200
MOST_KEPT = 2000
FORGET_AFTER = datetime.timedelta(days=30)
LONGEST = 60
# An address, a telephone number or a postcode: nobody's are kept.
PERSONAL = re.compile(r"@|\d{4,}|\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)

waiting = set()
lock = threading.Lock()


def plain(text):
    """How words that found nothing are kept."""
    return " ".join(word.plain for word in words.words(text))


def settle(texts):
    """What an editor has dealt with stands in the list no longer."""
    Miss.objects.filter(words__in=[plain(text) for text in texts]).delete()


def note(text):
    """Remember that `text` found nothing. Cheap; writes every WRITE_AT different texts."""
    kept = plain(text)
    if not kept or len(kept) > LONGEST or PERSONAL.search(text):
        return
    with lock:
        if len(waiting) < MOST_WAITING:
            waiting.add((kept, timezone.localdate()))
        due = len(waiting) >= WRITE_AT
    if due:
        flush()


def flush():
    """Write what waits. A database that can't be written to now costs the words, not the page."""
    with lock:
        batch = sorted(waiting)
        waiting.clear()
    try:
        with transaction.atomic():
            for kept, day in batch:
                write(kept, day)
            forget()
    except DatabaseError:
        return


def write(kept, day):
    seen_again = Miss.objects.filter(words=kept, last_on__lt=day)
    if seen_again.update(days=F("days") + 1, last_on=day):
        return
    if Miss.objects.count() < MOST_KEPT:
        Miss.objects.get_or_create(words=kept, defaults={"last_on": day})


def forget():
    Miss.objects.filter(
        days__lt=Miss.DAYS, last_on__lt=timezone.localdate() - FORGET_AFTER
    ).delete()
