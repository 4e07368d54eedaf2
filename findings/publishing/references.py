"""Identifiers such as ICS18-F03: issued once, never reused, kept when the record goes."""

import re
from itertools import count

from findings.models import Reference, Source
from findings.search.references import named_by

from .fields import Fault, Key

FORM = r"[A-Z]+[0-9]+-[A-Z][0-9]{2,}"
GAP_LETTER = "G"


class Identifier(Key):
    """A reference as a key, however it was pasted."""

    def __init__(self):
        super().__init__("reference", FORM)

    def clean(self, value):
        return super().clean(spelt(value))


def spelt(value):
    """The one reference in a text, as it is stored; anything else as it is."""
    named = named_by(value) if isinstance(value, str) else []
    return named[0] if len(named) == 1 else value


def issue(source, letter):
    """The next free reference of this source and kind, now taken. Call it in a transaction."""
    return claim(next(free(source, letter)), source, letter)


def free(source, letter):
    """Yields the references of this source and kind that are free. Call it in a transaction."""
    # Two editors who add a finding at once queue here, on the row of the source.
    locked = Source.every.select_for_update().get(pk=source.pk)
    for number in count(Reference.objects.next_number(locked.report_code, letter)):
        yield f"{locked.report_code}-{letter}{number:02}"


def claim(text, source, letter):
    """Take the reference `text`, which must belong to `source` and carry `letter`."""
    code, number = check(text, source, letter)
    Reference.objects.get_or_create(
        text=text, defaults={"code": code, "letter": letter, "number": number}
    )
    return text


def claim_all(pairs, letter):
    """The same for many: (text, source) of each, with few queries."""
    wanted = {text: check(text, source, letter) for text, source in pairs}
    taken = set(Reference.objects.filter(text__in=wanted).values_list("text", flat=True))
    Reference.objects.bulk_create(
        Reference(text=text, code=code, letter=letter, number=number)
        for text, (code, number) in wanted.items()
        if text not in taken
    )


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
