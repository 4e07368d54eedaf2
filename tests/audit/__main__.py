"""Measures the running site with Lighthouse and the HTML validator, and writes docs/audit.md."""

import datetime
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.audit.report import written
from tests.browser.crawl import Crawl
from tests.browser.server import ROOT, Server

HERE = Path(__file__).parent
PAGES = ["/", "/for/councils/", "/browse/", "/recommendations/ICS18-R02/", "/map/"]
BROKEN = ["/nowhere/", "/?q=%00"]


def main():
    with tempfile.TemporaryDirectory() as var:
        server = Server(Path(var) / "var")
        server.start()
        try:
            measured = node("lighthouse.mjs", *(server.url + path for path in PAGES))
            checked, faults = validated(Crawl(server), Path(var))
        finally:
            server.stop()
    text = written(
        measured=measured,
        host=server.url,
        checked=checked,
        faults=faults,
        versions=versions(),
        day=datetime.datetime.now(datetime.UTC).date(),
    )
    (ROOT / "docs" / "audit.md").write_text(text)
    sys.stdout.write(text)


def validated(crawl, folder):
    """How many pages were checked, and on which each rule was broken: {sentence: [path, ...]}."""
    pages = [page for page in crawl.everything if page.is_html]
    pages += [crawl.get(crawl.server.url + path) for path in BROKEN]
    files = []
    for number, page in enumerate(pages):
        files.append(folder / f"{number}.html")
        files[-1].write_text(page.text)
    faults = {}
    for result in node("validate.mjs", *map(str, files)):
        page = pages[files.index(Path(result["filePath"]))]
        for message in result["messages"]:
            said = f"{message['ruleId']}: {message['message']}"
            faults.setdefault(said, []).append(page.address.removeprefix(crawl.server.url))
    return len(pages), faults


def node(script, *arguments):
    """What one of the scripts beside this file printed, as data."""
    done = subprocess.run(
        ["node", HERE / script, *arguments], check=True, stdout=subprocess.PIPE, cwd=HERE
    )
    return json.loads(done.stdout)


def versions():
    return {
        name: subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        for name, command in (
            ("Node", ["node", "--version"]),
            ("Chromium", [os.environ["CHROME_PATH"], "--version"]),
        )
    }


main()
