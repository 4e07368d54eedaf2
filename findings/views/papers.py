"""The board-paper builder. A paper is its address: nothing that is typed here is kept."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking.front import PURPOSES
from findings.asking.paper import LONGEST_TEXTS, MOST, Paper, known_in
from findings.asking.printed import KEY as PRINTED
from findings.asking.short import lengthened, shortened
from findings.documents.papers import Frame, paper_document
from findings.models import HomePage, Record
from findings.reading.papers import fill
from findings.reading.works import Works
from findings.representations.origin import root_of
from findings.search import ranking
from findings.search.resolving import resolve

from .downloads import on_paper
from .errors import strictly
from .knowing import refuse_unknown
from .printed import since_printed

MOST_FOUND = 8


def paper(request):
    paper = Paper.parse(request.GET)
    filled = fill(paper)
    paper = filled.paper
    typed = request.META.get("QUERY_STRING", "")
    # What was left out has no place in the one spelling, and has to be said all the same.
    if typed != paper.page_string and not (filled.remarks or paper.excess):
        return HttpResponseRedirect(page_url(paper))
    context = {
        "paper": paper,
        "filled": filled,
        "address": request.build_absolute_uri(f"{request.path}?{paper.string}"),
        "short": paper.places and root_of(request) + short_url(paper),
        "most": MOST,
        "longest": LONGEST_TEXTS,
        "purposes": PURPOSES,
        "found": found(paper),
        **since_printed(request, [entry.record for entry in filled.entries]),
    }
    return render(request, "paper/page.html", context)


def page_url(paper):
    """The page on which one builds it, at the record with which something was done."""
    query = paper.page_string and f"?{paper.page_string}"
    at = f"#record-{paper.at}" if paper.at in paper.references else ""
    return f"{reverse('paper')}{query}{at}"


def found(paper):
    """What the words in the builder's own search find: the best few, and how many in all."""
    wanted = resolve(paper.words)
    if not wanted:
        return None
    matching = wanted.narrow(Record.objects.published().with_verdict())
    pks = list(ranking.ranked(wanted, matching))
    rows = Record.objects.published().for_rows().in_bulk(pks[:MOST_FOUND])
    return {
        "wanted": wanted,
        "count": len(pks),
        "records": [rows[pk] for pk in pks[:MOST_FOUND] if pk in rows],
    }


def short_url(paper):
    """The address of its records alone, for whoever types it."""
    return reverse("paper-short", args=[shortened(paper.places)])


def short(request, code):
    """To the paper with the records that the code names, and all else that was asked."""
    names = lengthened(code)
    if not names:
        raise Http404
    asked, rest = urlencode({"record": names}, doseq=True), request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(f"{reverse('paper')}?{asked}{rest and f'&{rest}'}")


@strictly
def paper_file(request, form):
    refuse_unknown(request, known_in(request.GET))
    filled = fill(Paper.parse(request.GET))
    if filled.paper.excess or not filled.entries:
        return render(request, "paper/refused.html", {"paper": filled.paper}, status=400)

    def build():
        root = root_of(request)
        address = request.build_absolute_uri(page_url(replace(filled.paper, words="")))
        today = localdate()
        code = f"{root}{short_url(filled.paper)}?{PRINTED}={today.isoformat()}"
        frame = Frame(address, today, HomePage.objects.knowledge(), root, code)
        return paper_document(filled.paper, filled.parts, Works(root), frame), "board-paper"

    return on_paper(request, form, build, private=True)
