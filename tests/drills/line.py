"""A line to the database that can fall silent: it takes what is sent and brings nothing back."""

import contextlib
import socket
import threading


class Line:
    """Listens on a port of this machine and carries everything to the socket at `path`."""

    def __init__(self, path: str):
        self.path = path
        self.open = threading.Event()
        self.open.set()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):  # closed at the end
            while True:
                threading.Thread(
                    target=self.carry_both_ways, args=[self.listener.accept()[0]], daemon=True
                ).start()

    def carry_both_ways(self, near):
        self.open.wait()
        far = socket.socket(socket.AF_UNIX)
        far.connect(self.path)
        threading.Thread(target=self.carry, args=[far, near], daemon=True).start()
        self.carry(near, far)

    def carry(self, source, goal):
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                self.open.wait()
                goal.sendall(piece)
        for each in (source, goal):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def close(self):
        self.listener.close()
