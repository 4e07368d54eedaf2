"""The files in which a list or a record can be taken away: their links, and their answers."""

from typing import NamedTuple

from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from findings.documents.lists import MOST_RECORDS
from findings.formats import atom, calendar, markdown, slides, tables
from findings.formats.press import PRESS, Busy
from findings.representations.records import OF_A_RECORD
from findings.texts.days import AsAt

from .errors import busy

IN_FEED = 100
IN_DIARY = 500
LONGEST_NAME = 80


class Download(NamedTuple):
    """`most` is how many records it holds of a list, or None for all; `opens` says whether
    browsers show it rather than save it."""

    label: str
    media_type: str
    most: int | None = None
    opens: bool = False


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {
    "docx": Download("Word", WORD, MOST_RECORDS),
    "pdf": Download("PDF", "application/pdf", MOST_RECORDS, opens=True),
    "xlsx": Download("Excel", tables.MEDIA_TYPES["xlsx"]),
    "csv": Download("CSV", tables.MEDIA_TYPES["csv"]),
    "json": Download("JSON", tables.MEDIA_TYPES["json"], opens=True),
    "md": Download("Markdown", markdown.MEDIA_TYPE, MOST_RECORDS, opens=True),
    "ics": Download("Dates for a diary", calendar.MEDIA_TYPE, IN_DIARY),
    "atom": Download("Atom feed", f"{atom.MEDIA_TYPE}; charset=utf-8", IN_FEED, opens=True),
}
# Of the papers that are no list.
SLIDES = {"pptx": Download("Slides", slides.MEDIA_TYPE)}


class Taken(NamedTuple):
    """A link to a file, and what it holds: "Word", "6 records"."""

    form: str
    holds: str
    url: str

    @property
    def label(self):
        return FORMS[self.form].label

    @property
    def media_type(self):
        return FORMS[self.form].media_type.partition(";")[0]

    @property
    def is_data(self):
        """Is it for programs, which look for it in the head of the page?"""
        return self.form in ("atom", "json", "md")


def of_list(query, count):
    """The Taken of a list, whatever its page."""
    asked = query.but(view="")
    links = []
    for form, (_, _, most, _) in FORMS.items():
        if form == "atom":
            asked = asked.but(sort="changed")
        string = f"?{asked.string}" if asked.pairs else ""
        url = f"{query.path.rstrip('/')}.{form}{string}"
        links.append(Taken(form, holds(count, most), url))
    return links


def of_record(record):
    """The Taken of a record, on the day that the reader looks at."""
    suffix = AsAt(record.seen_on).suffix
    name = f"{record.kind}-file"
    return [
        Taken(form, record.reference, reverse(name, args=[record.reference, form]) + suffix)
        for form in OF_A_RECORD
    ]


def of_version(version):
    name, record = f"{version.record.kind}-version-file", version.record
    return [
        Taken(
            form,
            f"{record.reference}, version {version.number}",
            reverse(name, args=[record.reference, version.number, form]),
        )
        for form in OF_A_RECORD
    ]


def holds(count, most):
    if most and count > most:
        return f"the first {most:,} of {count:,} records"
    return f"{count:,} record{'' if count == 1 else 's'}"


def answer(form, content, name, *, saved=False):
    """The file as an answer; `content` is bytes, or yields them for a long one. One that is to be
    `saved` never takes the place of the page it is made on."""
    _, media_type, _, opens = (FORMS | SLIDES)[form]
    kind = HttpResponse if isinstance(content, bytes) else StreamingHttpResponse
    response = kind(content, content_type=media_type)
    # What a search engine keeps would go on saying what has been overtaken since.
    response["X-Robots-Tag"] = "noindex"
    file_name = f"{slugify(name)[:LONGEST_NAME].strip('-')}.{form}"
    response["Content-Disposition"] = content_disposition_header(saved or not opens, file_name)
    return response


def on_paper(request, form, build, *, private=False):
    """The file of the Document that `build` makes, with its name. One that holds what its reader
    typed is `private`: it is kept nowhere."""

    def make():
        document, name = build()
        return answer(form, PRESS.make(form, document, private=private), name, saved=private)

    return in_turn(request, make)


def in_turn(request, make):
    """What `make` answers, or a polite refusal while too many files are being made."""
    try:
        with PRESS.turn():
            return make()
    except Busy:
        return busy(request)
