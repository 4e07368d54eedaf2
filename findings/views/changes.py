"""What changed since a day, as a page and as a feed."""

import datetime
from itertools import groupby

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.timezone import localdate

from findings.asking.since import Since
from findings.asking.strict import NO_DAY, BadParameter
from findings.models import HomePage
from findings.reading.changes import SAID, changes_since, midnight, with_differences

from .errors import bad_request
from .versions import difference_url

PER_PAGE = 20
IN_FEED = 50


def changes(request):
    since = Since.read(request.GET)
    found = changes_since(since.day, localdate())
    page = page_of(found, request.GET.get("page", "1"))
    shown = with_differences(list(page))
    days = groupby(shown, key=lambda change: change.day)
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
    """(change, [(what happened, step), ...], address of the difference or "")"""
    steps = [(SAID[step.what], step) for step in change.steps]
    old, new = change.old, change.new
    compared = change.differences is not None and old.number != new.number
    return (
        change,
        steps,
        difference_url(change.record, old.number, new.number) if compared else "",
    )


class Feed(Atom1Feed):
    """An Atom feed that is the same whenever it is asked for, even while it is empty."""

    def __init__(self, since, **fields):
        super().__init__(**fields)
        self.since = since

    def latest_post_date(self):
        return super().latest_post_date() if self.items else midnight(self.since)


FED = "Publications, withdrawals, verdicts and major changes. Minor edits are not here."


def feed(request):
    since = Since.read(request.GET)
    if since.fault:
        return bad_request(request, BadParameter("since", NO_DAY))
    today = localdate()
    site = request.build_absolute_uri("/").removesuffix("/")
    atom = Feed(
        since.day or today,
        title="ICS Leadership: what changed",
        subtitle=f"{FED} {HomePage.objects.knowledge()}".strip(),
        link=site + reverse("changes") + since.string,
        feed_url=site + reverse("changes-feed") + since.string,
        description="",
        author_name="The editors of ICS Leadership",
        language="en-gb",
        feed_copyright="CC BY 4.0",
    )
    steps = [
        (change, step)
        for change in changes_since(since.day, today)
        for step in change.steps
        if step.is_major
    ]
    steps.sort(key=lambda pair: pair[1].at, reverse=True)
    for change, step in steps[:IN_FEED]:
        atom.add_item(**entry(change, step, site, today))
    return HttpResponse(
        atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def entry(change, step, site, today):
    """One thing that happened, as an entry that keeps its id for good."""
    title, text, path = notice(change) if change.is_withdrawn else news(change, step, today)
    moment = step.at.astimezone(datetime.UTC)
    return {
        "title": readable(f"{SAID[step.what]}: {title}"),
        "link": site + path,
        "unique_id": f"{site}{path}#{step.what}-{moment:%Y%m%dT%H%M%S%fZ}",
        # Atom1Feed calls its summaries HTML.
        "description": escape(readable(text)),
        "pubdate": step.at,
        "updateddate": step.at,
    }


def notice(change):
    """Of a withdrawn record: reference and reason, and nothing of what it said."""
    record = change.record
    why = record.withdrawal.why if hasattr(record, "withdrawal") else ""
    return f"{record.kind} {record.reference}", why, record.get_absolute_url()


def news(change, step, today):
    record, line = change.record, step.version.line if step.what == "changed" else ""
    told = f"{line.rstrip('.')}. " if line else ""
    text = f"{told}Today: {record.standing_on(today).sentence}."
    return f"{record.title} ({record.reference})", text, step.version.get_absolute_url()


def readable(text):
    """Without the control characters that XML can't hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\t\n")
