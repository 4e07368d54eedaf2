"""References as readers paste them: in brackets or quotes, joined, two at once, inside an address.

Only a text that is nothing but references is read so; but the whole reference of a report that is
held here is one wherever it stands.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.db.models import Q

from findings.fulltext.spelling import clean
from findings.models import Record, Source
from findings.vocabulary import Kind

CODE = re.compile(r"([A-Za-z]+)[ \-_./]?([0-9]+)(?:[ \-_./]?[FGRSfgrs])?", re.ASCII)
# A report's code has two letters or more, or F03/R02 would be one reference. The letter O is often
# typed for a nought.
NUMBER = r"[FGRSfgrs][\s.\-]*[oO0]*([0-9]{1,6})(?![0-9])"
WHOLE = re.compile(
    rf"(?<![A-Za-z])([A-Za-z]{{2,}})[\s\-]?([0-9]{{1,6}})[\s\-_./:–]*(?=([FGRSfgrs])){NUMBER}",
    re.ASCII,
)
SHORT = re.compile(rf"(?<![A-Za-z0-9])(?=([FGRSfgrs])){NUMBER}", re.ASCII)
SPELT = re.compile(
    r"(?<![A-Za-z])(finding|skill|recommendation|gap)s?\s*(?:no\.?|number|#)?\s*0*([0-9]{1,6})(?![0-9])",
    re.ASCII | re.IGNORECASE,
)
# What may stand around references: a version, an address, a word such as "see".
AROUND = re.compile(
    r"https?://[^\s/]+/|[/.]v(?:ersion)?s?/?\s?[0-9]*|\bv(?:ersion)?\.?\s?[0-9]+\b"
    r"|\b(?:and|ref|refs|reference|references|see|record|records|findings?|skills?"
    r"|recommendations?|gaps?|versions?|pdf|docx|json|html?)\b|[\W_]+",
    re.ASCII | re.IGNORECASE,
)
MOST = 20


@dataclass(frozen=True)
class Reference:
    """`code` is empty where only the end was typed, as in F03."""

    code: str
    letter: str
    number: int

    @property
    def records(self):
        """The condition for the records that bear it. A gap's is borne by none."""
        kind = next((kind for kind in Kind if kind.letter == self.letter), None)
        if kind is None:
            return Q(pk__in=[])
        if self.code:
            return Q(sort_key=Record.sort_key_of(str(self), kind))
        return Q(sort_key__endswith=f"-{kind.rank}-{self.number:06}")

    def stands_in(self, path):
        """The condition that it is the one that stands in the field `path`."""
        lookup = path if self.code else f"{path}__endswith"
        return Q(**{lookup: str(self) if self.code else f"-{self}"})

    def __str__(self):
        return f"{self.code}-{self.letter}{self.number:02}".lstrip("-")


def read(text):
    """The references in what was typed, each once; empty where it is words.

    A reference that nothing bears is still a reference: it is never taken for words.
    """
    text = unicodedata.normalize("NFKC", clean(text))
    whole = [reference(match[1] + match[2], *match.group(3, 4)) for match in WHOLE.finditer(text)]
    rest = WHOLE.sub(" ", text)
    short = [reference("", *match.groups()) for match in SHORT.finditer(rest)]
    rest = SHORT.sub(" ", rest)
    if not whole and not short:
        short = [reference("", match[1][0], match[2]) for match in SPELT.finditer(rest)]
        rest = SPELT.sub(" ", rest)
    if AROUND.sub("", rest):
        short = []
        whole = [each for each in whole if report_of(each.code)]
    return list(dict.fromkeys([*whole, *short]))[:MOST]


def named_by(text):
    """The whole references in what was typed where nothing but references belongs, as they are
    spelt; empty where something else stands there. Asks for nothing."""
    plain = unicodedata.normalize("NFKC", clean(text))
    if AROUND.sub("", WHOLE.sub(" ", plain)):
        return []
    found = [reference(match[1] + match[2], *match.group(3, 4)) for match in WHOLE.finditer(plain)]
    return list(dict.fromkeys(map(str, found)))[:MOST]


def reference(code, letter, number):
    return Reference(code.upper(), letter.upper(), int(number))


def condition(references):
    """The condition for the records that bear one of them."""
    found = Q(pk__in=[])
    for each in references:
        found |= each.records
    return found


def read_code(text):
    """The report whose references begin with just this, such as ICS18 or ics18; or None."""
    text = unicodedata.normalize("NFKC", clean(text)).strip(" .,;:()[]{}#\"'“”‘’«»-–_/")
    found = CODE.fullmatch(text)
    return report_of((found[1] + found[2]).upper()) if found else None


def report_of(code):
    return Source.objects.reports().filter(report_code=code).first()
