"""What changed since a day, as a page and as a feed."""

import datetime
from itertools import groupby

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking.since import Since
from findings.asking.strict import NO_DAY, BadParameter
from findings.formats import atom
from findings.imprint import EDITORS, LICENCE, LICENCE_URL, SITE
from findings.models import HomePage
from findings.reading import absence
from findings.reading.changes import (
    SAID,
    Firsts,
    changes_since,
    grouped,
    midnight,
    with_differences,
    with_verdicts,
)
from findings.representations.origin import root_of
from findings.texts.days import parse

from .errors import strictly
from .knowing import refuse_unknown
from .versions import difference_url

PER_PAGE = 20
IN_FEED = 50


def changes(request):
    since = Since.read(request.GET)
    found = changes_since(since.day, localdate())
    page = page_of(list(grouped(found)), request.GET.get("page", "1"))
    with_differences([each for each in page if not isinstance(each, Firsts)])
    with_verdicts([each for firsts in page if isinstance(firsts, Firsts) for each in firsts.shown])
    days = groupby(page, key=lambda change: change.day)
    context = {
        "since": since,
        "count": len(found),
        "page": page,
        "days": [(day, list(map(tell, group))) for day, group in days],
        "more": f"{since.string}&page=" if since.day else "?page=",
    }
    return render(request, "changes/page.html", context)


def page_of(found, number):
    """One page of the list, or a 404 where there is none of that number."""
    pages = Paginator(found, PER_PAGE)
    known = {str(each): each for each in pages.page_range}
    if number not in known:
        raise Http404
    return pages.page(known[number])


def tell(change):
    """(change, [(what happened, step), ...], address of the difference or ""); of first
    publications what they are alone."""
    if isinstance(change, Firsts):
        return change, [], ""
    steps = [(SAID[step.what], step) for step in change.steps]
    old, new = change.old, change.new
    compared = change.differences is not None and old.number != new.number
    return (
        change,
        steps,
        difference_url(change.record, old.number, new.number) if compared else "",
    )


STILL_TO_COME = "That day is still to come."
FED = "Publications, withdrawals, verdicts and major changes. Minor edits are not here."


@strictly
def feed(request):
    refuse_unknown(request)
    since = Since.read(request.GET)
    if since.fault:
        raise BadParameter("since", NO_DAY if parse(since.typed) is None else STILL_TO_COME)
    today, root = localdate(), root_of(request)
    steps = [
        (change, step)
        for change in changes_since(since.day, today)
        for step in change.steps
        if step.is_major
    ]
    newest = sorted(steps, key=lambda pair: pair[1].at, reverse=True)[:IN_FEED]
    told = [FED, cut(len(newest), len(steps)), HomePage.objects.knowledge()]
    with_verdicts([change for change, _ in newest])
    written = atom.write(
        atom.Feed(
            url=root + reverse("changes") + since.string,
            own_url=root + reverse("changes-feed") + since.string,
            title=f"{SITE}: what changed{since.spelt and f' since {since.spelt}'}",
            subtitle=" ".join(filter(None, told)),
            author=EDITORS,
            rights=f"{LICENCE}, {LICENCE_URL}",
            # The same whenever it is asked for, even while it is empty.
            updated=midnight(since.day or today),
            entries=tuple(entry(change, step, root, today) for change, step in newest),
        )
    )
    return HttpResponse(written, content_type=f"{atom.MEDIA_TYPE}; charset=utf-8")


def cut(shown, count):
    return f"Here are the newest {shown:,} of {count:,}; the page has all." if shown < count else ""


def entry(change, step, root, today):
    """One thing that happened, as an entry that keeps its id for good."""
    title, text, path = (
        absence.in_feed(change.record) if change.is_withdrawn else news(change, step, today)
    )
    moment = step.at.astimezone(datetime.UTC)
    return atom.Entry(
        url=root + path,
        key=f"{root}{path}#{step.what}-{moment:%Y%m%dT%H%M%S%fZ}",
        title=f"{SAID[step.what]}: {title}",
        summary=text,
        updated=step.at,
    )


def news(change, step, today):
    record, line = change.record, step.version.line if step.what == "changed" else ""
    told = f"{line.rstrip('.')}. " if line else ""
    text = f"{told}Today: {record.standing_on(today).sentence}."
    return f"{record.title} ({record.reference})", text, step.version.get_absolute_url()
