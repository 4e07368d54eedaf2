"""A list of records as a file, at the address of its page: all that the Query finds, in its order.

Data is asked for strictly; `page` and `view` mean nothing to a file.
"""

import json
from functools import cached_property

from django.http import HttpResponseRedirect

from findings.asking import strict
from findings.documents import excel, lists
from findings.formats import tables, workbook
from findings.imprint import SITE
from findings.models import Record
from findings.representations import answers, around, columns, records
from findings.representations.origin import Origin
from findings.search.beside import beside
from findings.search.hits import hit

from . import browse, diaries
from .downloads import answer, in_turn, on_paper
from .errors import strictly
from .feeds import feed_of

# Longer ones are sent while they are read, and so without an ETag.
MOST_IN_MEMORY = 500


def browse_file(request, form):
    return list_file(request, browse.everything(), form=form)


def record_list_file(request, form, kind):
    return list_file(request, browse.of_kind(kind), {"kind": kind.value}, form=form)


@browse.of_a_theme
def theme_file(request, theme, form):
    return list_file(request, browse.of_theme(theme), {"theme": theme.slug}, form=form)


@strictly
def list_file(request, introduction, fixed=None, *, form):
    params = request.GET.copy()
    for of_a_page in ("page", "view"):
        params.pop(of_a_page, None)
    path = request.path.removesuffix(f".{form}") + "/"
    try:
        query = strict.query(params, path, fixed)
    except strict.BadParameter:
        if meant := strict.respelt(params, path, fixed):
            return HttpResponseRedirect(f"{request.path}?{meant}")
        raise
    return WRITERS[form](request, form, Listing(query, Origin.of(request), introduction))


class Listing:
    """A list as all its files tell of it."""

    def __init__(self, query, origin, introduction):
        self.query = query
        self.origin = origin
        self.introduction = introduction
        self.url = origin.root + query.url

    @cached_property
    def count(self):
        return self.query.count

    @cached_property
    def sentence(self):
        return self.query.sentence(self.count)

    @property
    def name(self):
        return f"ics-leadership {self.sentence}"

    def found(self, most=None):
        """The records as they are represented, the first `most` of them or all."""
        return records.found(self.query, self.origin, most)

    def asked(self):
        return records.asked(self.query, self.count, self.origin)

    def matches(self, most):
        """Where in its first `most` records the words stand, beside their summaries."""
        if not self.query.wanted:
            return {}
        pks = self.query.in_order()[:most]
        rows = Record.objects.published().for_rows().as_at(self.query.as_at.day).for_snippets()
        hits = [hit(record, self.query.wanted) for record in rows.filter(pk__in=pks)]
        return {each.record.reference: places(each) for each in hits}

    def beside(self):
        found = beside(self.query.wanted, self.query.as_at.day)
        return around.beside(found, self.origin)

    def sent(self, parts):
        """The parts of a file as they come, or together where that is little."""
        return parts if self.count > MOST_IN_MEMORY else b"".join(parts)


def write_json(request, form, listing):
    return answer(form, listing.sent(json_parts(listing)), listing.name)


def json_parts(listing):
    """As the API tells of a list, but for its pages; the records come last."""
    head = {
        **listing.asked(),
        "answers": answers.represent(listing.query.answers(), listing.origin),
        "count": listing.count,
        **listing.origin.terms,
        "results": [],
    }
    yield json.dumps(head, ensure_ascii=False).removesuffix("]}").encode()
    for number, record in enumerate(listing.found()):
        text = json.dumps(record, ensure_ascii=False)
        yield f"{',' if number else ''}\n{text}".encode()
    yield b"\n]}\n"


def write_csv(request, form, listing):
    rows = map(columns.row, listing.found())
    return answer(form, listing.sent(tables.stream_csv(columns.COLUMNS, rows)), listing.name)


def write_xlsx(request, form, listing):
    def make():
        return answer(form, workbook.write(readable(listing)), listing.name)

    return in_turn(request, make)


def readable(listing):
    """A list as a workbook, of which each record is asked for once."""
    cover = excel.cover(listing.asked(), listing.count, listing.origin.terms)
    rows = ((excel.row(each), columns.cells(each)) for each in listing.found())
    title = f"{SITE}: {listing.sentence}"
    return workbook.Readable(title, cover, excel.COLUMNS, list(columns.COLUMNS), rows)


def write_atom(request, form, listing):
    return answer(form, feed_of(request, listing), listing.name)


def write_paper(request, form, listing):
    def build():
        listed = lists.Listed(
            listing.introduction.heading,
            listing.introduction.text,
            listing.asked(),
            list(listing.found(lists.MOST_RECORDS)),
            listing.count,
            listing.matches(lists.MOST_RECORDS),
            listing.beside(),
            around.reports_to_come(listing.query.as_at.day, listing.origin),
            listing.query.is_parted,
        )
        return lists.document(listed, listing.origin.terms), listing.name

    return on_paper(request, form, build)


def places(hit):
    """[(place, pieces), ...] of all that a hit shows, but for a summary, which stands there."""
    shown = "".join(piece for piece, _ in hit.text)
    snippet = [(hit.place, hit.text)] if shown != hit.record.summary else []
    return [*snippet, *hit.also]


WRITERS = {
    "json": write_json,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "atom": write_atom,
    "ics": diaries.write_list,
    "docx": write_paper,
    "pdf": write_paper,
    "md": write_paper,
}
