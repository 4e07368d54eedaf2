"""Slows down whoever guesses passwords, before one is hashed; counted for all workers together.

Three things are counted: an account from one network, a network, and an account from anywhere.
The last would let a stranger lock an editor out, so a browser in which the editor was logged in
before is asked to wait only for what it did itself.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from findings.models import Attempt

# What is forgotten after the last failure.
MEMORY = timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """So many failures cost nothing; each one more doubles the seconds, up to the longest."""

    free: int
    longest: int

    def wait(self, failures):
        over = failures - self.free
        return min(2 ** min(over, 20), self.longest) if over >= 0 else 0


LIMITS = {
    "pair": Limit(5, 900),
    "browser": Limit(5, 900),
    "network": Limit(30, 900),
    "account": Limit(50, 60),
}


class TooSoon(Exception):
    """So many seconds have to pass before a password is looked at."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


def keys_of(account, network, *, browser=""):
    """{kind: key} of all that this attempt counts for. `browser` names one that is known."""
    account = account.casefold()[:200]
    if browser:
        return {"browser": hashed("browser", account, browser)}
    return {
        "pair": hashed("pair", account, network),
        "network": hashed("network", network),
        "account": hashed("account", account),
    }


def hashed(*parts):
    return salted_hmac("findings.attempts", "\0".join(parts), algorithm="sha256").hexdigest()


@transaction.atomic
def begin(keys):
    """Counts an attempt as failed before it is made, so that many at once don't slip through.
    Raises TooSoon, and then nothing is counted."""
    now = timezone.now()
    Attempt.objects.filter(last_at__lt=now - MEMORY).delete()
    for key in sorted(keys.values()):
        Attempt.objects.get_or_create(key=key, defaults={"last_at": now})
    rows = {
        row.key: row for row in Attempt.objects.select_for_update().filter(key__in=keys.values())
    }
    waits = [rest(LIMITS[kind], rows[key], now) for kind, key in keys.items()]
    if max(waits) > 0:
        raise TooSoon(max(waits))
    for row in rows.values():
        row.failures, row.last_at = row.failures + 1, now
        row.save()


def rest(limit, row, now):
    """How many seconds are left to wait."""
    passed = (now - row.last_at).total_seconds()
    return max(0, round(limit.wait(row.failures) - passed + 0.5))


@transaction.atomic
def succeed(keys):
    """The right password: what was counted against this account is forgotten. Of a network one
    failure is taken back, or an account of one's own would open it for guessing at others."""
    mine = [key for kind, key in keys.items() if kind != "network"]
    Attempt.objects.filter(key__in=mine).delete()
    for row in Attempt.objects.select_for_update().filter(key=keys.get("network"), failures__gt=0):
        row.failures -= 1
        row.save()
