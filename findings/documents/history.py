"""The versions of a record, newest first, and the past day at which a reader looks."""

from findings.asking.sentences import ended
from findings.formats.document import Bullets, Heading, Note, Paragraph, Run
from findings.texts import phrases

from .sources import said


def section(versions, changes_url):
    """`versions` as they are represented, each with the address of its difference."""
    if not versions:
        return []
    reading = f"You are reading version {versions[0]['number']}. {phrases.KEPT} "
    return [
        Heading(1, "History"),
        Paragraph([reading, Run("What changed on this site", url=changes_url)]),
        Bullets([step(version) for version in versions]),
    ]


def step(version):
    """One version: number, day, what changed, and the difference from the one before."""
    number, url = version["number"], version["difference_url"]
    words = f"What changed in version {number}, word by word"
    return [
        Run(f"Version {number}", url=version["html_url"]),
        f", {said(version['date'])}. {what(version)}",
        *([" ", Run(words, url=url)] if url else []),
    ]


def what(version):
    if version["redacted"]:
        return f"Redacted on {said(version['redacted']['date'])}: {version['redacted']['why']}"
    if version["number"] == 1:
        return "Published."
    change = "Major change" if version["is_major"] else "Minor change"
    return ended(": ".join(part for part in (change, version["line"]) if part))


def day_looked_at(day, reports_to_come):
    """What to know of a past day. The reports are those that had not come out by then."""
    if not day:
        return []
    later = [
        f" The report “{report['title']}” had not come out by then. "
        f"It is dated {report['published']}."
        for report in reports_to_come
    ]
    return [Note([phrases.HINDSIGHT, *later], label=f"You are looking at {said(day)}.")]
