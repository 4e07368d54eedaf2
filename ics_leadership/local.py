"""The application as script/serve runs it: its process ends when the server's does, and it
publishes each minute what is due.

A server that is killed outright would otherwise leave a worker behind, which keeps the port
and answers from old code.
"""

import logging
import multiprocessing
import os
import threading
import time

from django.core.management import call_command
from django.db import DatabaseError, connections

from ics_leadership.serving import application

__all__ = ["application"]
logger = logging.getLogger(__name__)


def end_with(server):
    server.join()
    os._exit(1)


def publish_each_minute():
    """What a timer does on a server; see docs/operate.md."""
    while True:
        time.sleep(60)
        try:
            call_command("publish_due")
        except DatabaseError:
            logger.exception("publish_due failed and is tried again in a minute")
        finally:
            connections.close_all()


threading.Thread(target=publish_each_minute, daemon=True).start()
if server := multiprocessing.parent_process():
    threading.Thread(target=end_with, args=[server], daemon=True).start()
