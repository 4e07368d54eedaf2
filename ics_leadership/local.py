"""The application as script/serve runs it: its process ends when the server's does.

A server that is killed outright would otherwise leave a worker behind, which keeps the port
and answers from old code.
"""

import multiprocessing
import os
import threading

from ics_leadership.wsgi import application

__all__ = ["application"]


def end_with(server):
    server.join()
    os._exit(1)


if server := multiprocessing.parent_process():
    threading.Thread(target=end_with, args=[server], daemon=True).start()
