"""A node as script/serve --production runs it, with the settings of the tests."""

import os
import shlex
import subprocess
import sys
import time
from contextlib import contextmanager

from ics_leadership.drilling import ask
from tests.browser.server import ROOT, free_port

COMMAND = shlex.split(
    "-m ics_leadership.granian_server --interface asginl --http 1 --no-ws --host 127.0.0.1 "
    "--workers 1 --workers-kill-timeout 30 --log-level warning ics_leadership.serving:application"
)
HOST = {"Host": "testserver"}


class Node:
    def __init__(self, database_url, log):
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        settings = {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        self.environment = os.environ | settings
        self.log = log

    def start(self):
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, *COMMAND, "--port", str(self.port)],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )

    def wait(self, seconds=120):
        """Until it answers."""
        until = time.monotonic() + seconds
        while ask(self.site, "/healthz").status != 200:
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(self.log.read_text())
            time.sleep(0.05)

    def stop(self):
        """As systemd does; returns the code with which it ended."""
        self.process.terminate()
        return self.process.wait(timeout=60)


@contextmanager
def running(*nodes):
    try:
        for node in nodes:
            node.start()
        for node in nodes:
            node.wait()
        yield nodes
    finally:
        for node in nodes:
            node.stop()
