"""Where a record or a verdict comes from, and what happened: each as a line with its links."""

from findings.formats.citations import long_date
from findings.formats.document import Run


def said(day):
    """ "2 July 2026" for the date 2026-07-02; "" for none."""
    return long_date(tuple(map(int, day.split("-")))) if day else ""


def citation(cited):
    """A citation in full, with how much of the work was read."""
    passage = cited["passage"]
    source = passage["source"]
    short = f" In short: {passage['paraphrase']}" if passage["paraphrase"] else ""
    return [
        f"{cited['relation']['label']} ",
        Run(passage["label"], url=passage["html_url"]),
        f" of “{source['title']}”. {source['byline']}, {source['published']}. "
        f"{source['extent']['label']}.{at_second_hand(passage)}{short}",
    ]


def shortly(cited):
    """A citation in one line: "paragraph 8 of “The article” (A magazine, 2018)"."""
    passage = cited["passage"]
    source = passage["source"]
    place = Run(passage["label"], url=passage["html_url"])
    hand = f", {passage['second_hand']}" if passage["second_hand"] else ""
    return [place, f" of “{source['title']}” ({source['byline']}, {source['published']}){hand}"]


def at_second_hand(passage):
    """ " This place was read at second hand, through the BBC." """
    return f" This place was {passage['second_hand']}." if passage["second_hand"] else ""


def development(event):
    """When it was, what it was, and whether it has happened."""
    status = event["status"]
    to_come = "" if status["value"] == "happened" else f" ({status['label'].lower()})"
    return [f"{event['when']}: ", Run(event["title"], url=event["html_url"]), to_come]


def joined(lines, apart="; "):
    """Several lines as one."""
    parts = []
    for line in lines:
        parts += [apart, *line] if parts else line
    return parts
