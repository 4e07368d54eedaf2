"""script/drill: what it asks, and what it says of what came back."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from ics_leadership import drilling


class Site(BaseHTTPRequestHandler):
    """Answers all but the map, under its own name alone."""

    def do_GET(self):
        known = (self.headers["Host"], self.headers["X-Forwarded-Proto"]) == ("site", "https")
        self.send_response(503 if self.path == "/map/" else 200 if known else 400)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *about):
        pass


@contextmanager
def running():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, args=[0.01]).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_failed_is_named_and_a_node_that_is_away_is_passed_over(capsys, tmp_path):
    done = tmp_path / "done"
    with running() as site:
        nodes = ["http://127.0.0.1:1", site, "--host", "site"]
        how = ["--seconds", "0.5", "--pace", "40", "--while", f"touch {done}"]
        ended = drilling.main([*nodes, *how])
    lines = capsys.readouterr().out.splitlines()
    assert ended
    assert done.exists()
    assert [line.split(": ")[1] for line in lines[2:]] == ["/map/ (503)"]


def test_whatever_is_no_page_is_a_failure(capsys):
    with running() as site:
        (answer,) = drilling.Load([site], 1, ["/"]).each()
    assert (answer.status, answer.is_failed) == (400, True)
