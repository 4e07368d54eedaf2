"""What is counted, in the text form of Prometheus.

Each worker counts into files of its own in ICS_VAR/metrics, and whichever is asked adds them up.
"""

import os
from pathlib import Path

from django.conf import settings

FOLDER = settings.VAR_DIR / "metrics"
if settings.METRICS_TOKEN:
    FOLDER.mkdir(parents=True, exist_ok=True)
    # Read by the library when it is imported.
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(FOLDER)

from prometheus_client import (  # noqa: E402 (see above)
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector  # noqa: E402

REQUESTS = Counter("ics_requests", "Answers, by kind of page and status.", ["page", "status"])
SECONDS = Histogram(
    "ics_request_seconds",
    "How long an answer took, without the waiting for a thread.",
    ["page"],
    buckets=(0.01, 0.03, 0.1, 0.3, 1, 3, 10),
)


def count(page, status, seconds):
    REQUESTS.labels(page, status).inc()
    SECONDS.labels(page).observe(seconds)


def text() -> bytes:
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(FOLDER))
    return generate_latest(registry)


def forget():
    """What was counted by workers that are no more; called before a start."""
    for file in FOLDER.glob("*.db"):
        pid = file.stem.rpartition("_")[2]
        if not Path("/proc", pid).exists():
            file.unlink()
