"""Whether this node can answer, for a proxy, a container or a person: /healthz and /readyz."""

import time
from threading import Lock

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from findings.models import generation
from findings.search import upkeep
from ics_leadership import static_names

# Comparing the whole index takes a while, so what it found is said for a minute.
INDEX_SECONDS = 60


class Index:
    def __init__(self):
        self.checked = self.said = None
        self.lock = Lock()

    def check(self):
        """Compared by one thread, however many ask at once."""
        with self.lock:
            now = time.monotonic()
            if self.checked is None or now - self.checked > INDEX_SECONDS:
                wrong = len(upkeep.out_of_step())
                self.said = f"{wrong} records out of step: run rebuild_search" if wrong else ""
                self.checked = now
            return self.said


INDEX = Index()


def database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def tables():
    executor = MigrationExecutor(connection)
    behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "behind: run script/prepare" if behind else ""


def files():
    return "" if static_names.is_there() else "not collected: run script/prepare"


CHECKS = {"database": database, "tables": tables, "files": files, "index": INDEX.check}


def report() -> dict:
    """What is wrong, by what was checked; nothing is wrong where it says “ok”."""
    found = {}
    try:
        for name, check in CHECKS.items():
            found[name] = check() or "ok"
        found["generation"] = generation.current()
    except DatabaseError:
        # The log says more; this address is open to everybody.
        connection.close()
        found = dict.fromkeys(CHECKS, "unknown") | found | {name: "can’t be asked"}
    return found


def is_ready(found) -> bool:
    """An index out of step is a fault to be mended, and no reason to send readers away."""
    return all(found[name] == "ok" for name in ("database", "tables", "files"))
