"""The records of a paper as an address that anybody can type: `/p/ICS18.R02.F03@2`.

The code of a report stands before the first of its records. Nothing is stored, and nothing that
was typed into the paper stands in it.
"""

import re

from findings.asking.paper import MOST

TAKEN = r"[A-Za-z0-9.@]{1,600}"
REPORT = re.compile(r"[A-Z]+[0-9]{1,6}(?=\.|$)", re.ASCII)
RECORD = re.compile(r"([FSR])([0-9]{1,6})(@[1-9][0-9]{0,5})?", re.ASCII)


def shortened(places):
    """The Places of a paper as one word."""
    parts, before = [], None
    for place in places:
        report, _, rest = place.name.partition("-")
        parts += [rest] if report == before else [report, rest]
        before = report
    return ".".join(parts)


def lengthened(code):
    """The names of the records that a word stands for; none where it is no such word."""
    names, report = [], ""
    for part in code.upper().split("."):
        record = RECORD.fullmatch(part)
        if record and report:
            names.append(f"{report}-{record[1]}{int(record[2]):02}{record[3] or ''}")
        elif REPORT.fullmatch(part):
            report = part
        else:
            return []
    return names[:MOST]
