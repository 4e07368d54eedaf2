"""granian, as script/serve runs it, with one fault of its own mended.

Two of its threads wait for a worker that ends, and the system tells one of them. The other took
the worker for one that won't stop, and said that it killed it.
"""

import time

from granian.cli import entrypoint
from granian.server.mp import WorkerProcess

# Seconds in which the thread that was told passes it on.
MOMENT = 1


def is_alive(worker) -> bool:
    until = time.monotonic() + MOMENT
    while alive := worker.inner.is_alive():
        if time.monotonic() > until:
            break
        time.sleep(0.01)
    return alive


if __name__ == "__main__":
    WorkerProcess.is_alive = is_alive
    entrypoint()
