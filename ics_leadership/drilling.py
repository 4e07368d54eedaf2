"""Asks a site at a steady pace while something is done to it, and counts what failed.

Run by script/drill, and by the tests. It needs nothing but Python, and a shell for what is done.
"""

import argparse
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from itertools import cycle
from urllib.parse import urlsplit

PATHS = ("/", "/browse/?q=trust", "/map/", "/timeline/", "/changes.atom", "/admin/login/")


@dataclass(frozen=True)
class Answer:
    path: str
    seconds: float
    # 0 where nothing came back.
    status: int
    retry_after: str
    text: str

    @property
    def is_failed(self):
        return self.status != 200


def ask(site, path, **headers):
    """One request over a connection of its own."""
    parts = urlsplit(site)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=30)
    began = time.monotonic()
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        text = response.read().decode(errors="replace")
        told = response.status, response.headers.get("Retry-After", ""), text
    except (OSError, HTTPException) as fault:
        told = 0, "", repr(fault)
    finally:
        connection.close()
    return Answer(path, time.monotonic() - began, *told)


class Load:
    """So many requests a second, whether or not those before have been answered. Of several
    sites, which are the nodes of one, the next is asked where one can't be, as a proxy does."""

    def __init__(self, sites, pace, paths=PATHS, **headers):
        self.sites, self.pace, self.paths, self.headers = sites, pace, paths, headers

    def once(self, path, first=0):
        for at in range(len(self.sites)):
            site = self.sites[(first + at) % len(self.sites)]
            answer = ask(site, path, **self.headers)
            if answer.status:
                break
        return answer

    def each(self):
        """Each path once, one after the other."""
        return [self.once(path) for path in self.paths]

    def during(self, seconds, deed=lambda: None):
        """Asks for so long, or until `deed` is done if that takes longer; returns the answers."""
        paths, asked = cycle(self.paths), []
        with ThreadPoolExecutor(self.pace * 5) as threads:
            began, doing = time.monotonic(), threads.submit(deed)
            while time.monotonic() - began < seconds or not doing.done():
                asked.append(threads.submit(self.once, next(paths), len(asked)))
                time.sleep(max(0, began + len(asked) / self.pace - time.monotonic()))
            doing.result()
        return [each.result() for each in asked]


def told(answers):
    """What came back, in lines."""
    slowest = max(answers, key=lambda each: each.seconds)
    statuses = sorted(Counter(each.status for each in answers).items())
    counted = ", ".join(f"{status or 'nothing'}: {number}" for status, number in statuses)
    failed = Counter(
        f"{each.path} ({each.status or each.text})" for each in answers if each.is_failed
    )
    return [
        f"{len(answers)} requests. Answers by status: {counted}",
        f"The slowest took {slowest.seconds:.2f} s: {slowest.path}",
        *(f"Failed {number} times: {what}" for what, number in failed.most_common()),
    ]


def main(arguments):
    reader = argparse.ArgumentParser(prog="script/drill", description=__doc__.partition("\n")[0])
    reader.add_argument("site", nargs="+", help="https://HOST, or http://HOST:PORT of each node")
    reader.add_argument("--host", default="", help="the name that nodes answer to")
    reader.add_argument("--pace", type=int, default=50, help="requests a second")
    reader.add_argument("--seconds", type=float, default=10, help="how long at least")
    reader.add_argument("--while", dest="deed", default="", help="a command of the shell to run")
    asked = reader.parse_args(arguments)

    def deed():
        subprocess.run(["/bin/sh", "-c", asked.deed], check=True)  # noqa: S603 (the operator's own)

    # As a proxy asks a node.
    headers = {"X-Forwarded-Proto": "https", **({"Host": asked.host} if asked.host else {})}
    answers = Load(asked.site, asked.pace, **headers).during(asked.seconds, deed)
    sys.stdout.write("\n".join([*told(answers), ""]))
    return any(each.is_failed for each in answers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
