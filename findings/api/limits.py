"""How much one client may ask for in a minute, counted in the memory of this process.

It keeps a program that has gone wrong from taking all of one process; it is no defence against
an attack, and other processes count for themselves. An operator who needs more sets a limit at
the proxy.
"""

import ipaddress
from threading import Lock

MINUTE = 60
# Beyond this many clients in one minute, those that come later share one count.
MOST_CLIENTS = 10_000
THE_REST = "the rest"


class Counter:
    """Requests of the current minute, by client. All minutes begin together, so that the memory
    of the last one can be dropped at once."""

    def __init__(self):
        self.minute = None
        self.counts = {}
        self.lock = Lock()

    def count(self, client, now):
        """How many requests of the client there were in the minute of `now`, with this one."""
        with self.lock:
            if int(now // MINUTE) != self.minute:
                self.minute, self.counts = int(now // MINUTE), {}
            if client not in self.counts and len(self.counts) >= MOST_CLIENTS:
                client = THE_REST
            self.counts[client] = self.counts.get(client, 0) + 1
            return self.counts[client]


def client_of(request, *, behind_proxy):
    """The address that asks. Of the newer kind (IPv6) a household has 2^64: they are one."""
    text = request.META.get("REMOTE_ADDR", "")
    if behind_proxy:
        # The last is what our own proxy saw. What stands before it, anybody can write.
        text = request.headers.get("X-Forwarded-For", text).rpartition(",")[2].strip()
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return text[:64]
    if address.version == 4:
        return str(address)
    return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
