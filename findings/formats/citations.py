"""A record as one cites it: as text in three styles, and as files for reference managers.

The work that the record rests on is what is cited, and its makers are the author; this site is
where it was read. What is the editors' own is cited as theirs. Dates are given as tuples of
year, month and day, as far as they are known: (2018, 11, 20), (2018,), ().
"""

import json
import re
from dataclasses import dataclass, field

from findings.imprint import SITE

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Quotation:
    author: str
    title: str
    # As the work itself says it ("September 2018"), and as numbers.
    published: str
    issued: tuple
    # Where in the work: "paragraph 8".
    place: str
    # "finding ICS18-F03", and its own title where that is not the title of the work.
    kind: str
    reference: str
    heading: str
    version: int
    versioned: tuple
    # What readers must know before they quote it: the trail, the verdict, the report.
    caveats: tuple = field(default=())
    checked: tuple = ()
    url: str = ""

    @property
    def accessed(self):
        """The day on which it was last read here: never before the work or this version was out."""
        return max(self.checked, self.versioned, self.issued)

    @property
    def key(self):
        return f"{self.reference}-v{self.version}"

    @property
    def where(self):
        """ "ICS Leadership, finding ICS18-F03 (“A title”), version 2, 3 June 2026" """
        name = f"{self.kind} {self.reference}" + (f" (“{self.heading}”)" if self.heading else "")
        return listed(SITE, name, f"version {self.version}", long_date(self.versioned))

    @property
    def notes(self):
        """All that belongs to the citation and has no place of its own in most forms."""
        return sentences(f"Read on {self.where}", *self.caveats)


def long_date(date):
    """ "20 November 2018", "November 2018", "2018" or "" """
    return " ".join(reversed(spelt(date, *MONTHS)))


def short_date(date):
    """ "2018 Nov 20", "2018 Nov", "2018" or "" """
    return " ".join(spelt(date, *(month[:3] for month in MONTHS)))


def spelt(date, *months):
    """Year, month and day as texts, as far as they are known."""
    return [months[part - 1] if place == 1 else str(part) for place, part in enumerate(date)]


def date_in(text):
    """The date that a text such as "September 2018" names, as far as it does; () for none."""
    year = re.search(r"\b(1[89]|20)\d\d\b", text)
    if not year:
        return ()
    before = text[: year.start()].split()
    if not before or before[-1] not in MONTHS:
        return (int(year[0]),)
    month = MONTHS.index(before[-1]) + 1
    day = before[-2] if len(before) > 1 and before[-2].isdecimal() else None
    return (int(year[0]), month, int(day)) if day else (int(year[0]), month)


def listed(*parts):
    return ", ".join(part for part in parts if part)


def sentences(*parts):
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def year_of(quotation):
    return str(quotation.issued[0]) if quotation.issued else "no date"


def plain(quotation):
    work = listed(quotation.author, f"“{quotation.title}”", quotation.published, quotation.place)
    return f"{sentences(work)} {quotation.notes} {quotation.url}"


def harvard(quotation):
    work = f"{quotation.author} ({year_of(quotation)}) ‘{quotation.title}’"
    full = quotation.published if len(quotation.issued) > 1 or not quotation.issued else ""
    work = listed(work, full, quotation.place)
    return f"{sentences(work)} {quotation.notes} Available at: {quotation.url}"


def vancouver(quotation):
    dated = short_date(quotation.issued) or "date unknown"
    dated += f" [cited {short_date(quotation.accessed)}]"
    dated += f"; {quotation.place}" if quotation.place else ""
    work = sentences(quotation.author, f"{quotation.title} [Internet]", dated)
    return f"{work} {quotation.notes} Available from: {quotation.url}"


def ris(quotation):
    fields = [
        ("TY", "ELEC"),
        ("AU", quotation.author),
        ("TI", quotation.title),
        ("PY", str(quotation.issued[0]) if quotation.issued else ""),
        ("DA", "/".join(f"{part:02}" for part in quotation.issued)),
        ("T2", SITE),
        ("DB", SITE),
        ("AN", quotation.reference),
        ("ET", str(quotation.version)),
        ("M1", quotation.place),
        ("N1", quotation.notes),
        ("Y2", "/".join(f"{part:02}" for part in quotation.accessed)),
        ("LA", "en-GB"),
        ("UR", quotation.url),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {one_line(text)}" for tag, text in fields if text or tag == "ER"]
    return "\r\n".join(lines) + "\r\n"


def capital(text):
    return text[:1].upper() + text[1:]


def one_line(text):
    return " ".join(text.split())


# Braces among these are balanced, as BibTeX counts them even where they are escaped.
SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}


def bibtex(quotation):
    fields = {
        # The inner braces keep the name of a body from being read as forename and surname.
        "author": f"{{{escaped(quotation.author)}}}",
        "title": f"{{{escaped(quotation.title)}}}",
        "year": str(quotation.issued[0]) if quotation.issued else "",
        "date": "-".join(f"{part:02}" for part in quotation.issued),
        "howpublished": escaped(quotation.where),
        "note": escaped(sentences(capital(quotation.place), *quotation.caveats)),
        "url": quotation.url,
        "urldate": "-".join(f"{part:02}" for part in quotation.accessed),
        "language": "british",
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{quotation.key},", *lines, "}", ""])


def escaped(text):
    return "".join(SPECIAL.get(sign, sign) for sign in one_line(text))


def csl_json(quotation):
    item = {
        "id": quotation.key,
        "type": "webpage",
        "author": [{"literal": quotation.author}],
        "title": quotation.title,
        "container-title": SITE,
        "number": quotation.reference,
        "version": str(quotation.version),
        "issued": parts(quotation.issued),
        "accessed": parts(quotation.accessed),
        "note": sentences(capital(quotation.place), quotation.notes),
        "URL": quotation.url,
        "language": "en-GB",
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2) + "\n"


def parts(date):
    return {"date-parts": [list(date)]} if date else None


# The one that is asked for most comes first.
STYLES = {"Harvard": harvard, "Vancouver": vancouver, "Plain": plain}
# By suffix: how to write the file, its type, and what the link to it says.
FILES = {
    "ris": (ris, "application/x-research-info-systems; charset=utf-8", "RIS"),
    "bib": (bibtex, "application/x-bibtex; charset=utf-8", "BibTeX"),
    "csl.json": (csl_json, "application/vnd.citationstyles.csl+json", "CSL-JSON"),
}
