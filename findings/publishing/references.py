"""Identifiers such as ICS18-F03: issued once, never reused, kept when the record goes."""

import re

from findings.models import Reference, Source

from .fields import Fault

FORM = r"[A-Z]+[0-9]+-[A-Z][0-9]{2,}"
GAP_LETTER = "G"


def issue(source, letter):
    """The next free reference of this source and kind, now taken. Call it in a transaction."""
    # Two editors who add a finding at once queue here, on the row of the source.
    locked = Source.every.select_for_update().get(pk=source.pk)
    number = Reference.objects.next_number(locked.report_code, letter)
    return claim(f"{locked.report_code}-{letter}{number:02}", locked, letter)


def claim(text, source, letter):
    """Take the reference `text`, which must belong to `source` and carry `letter`."""
    code, number = check(text, source, letter)
    Reference.objects.get_or_create(
        text=text, defaults={"code": code, "letter": letter, "number": number}
    )
    return text


def check(text, source, letter):
    """The code and the number in a well-formed reference of this source and letter."""
    match = re.fullmatch(r"([A-Z]+[0-9]+)-([A-Z])([0-9]{2,9})", text, re.ASCII)
    if not match:
        raise Fault("reference", f"“{text}” is not a reference such as ICS18-F03")
    code, its_letter, number = match.groups()
    if (code, its_letter) != (source.report_code, letter):
        wanted = f"{source.report_code}-{letter}"
        raise Fault("reference", f"“{text}” should begin with {wanted}")
    return code, int(number)
