"""Whether the addresses of other sites that our texts lead to still answer."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urldefrag, urlsplit

from django.db import transaction
from django.db.models import Q

from findings.editorial import visiting
from findings.models import Record, Source, WebAddress
from findings.texts import markdown, recommending
from findings.vocabulary import LinkOutcome, State

# Sites visited at the same time. Of one site, its pages are visited one after the other.
SITES_AT_ONCE = 8
RICH = ("body", *recommending.NAMES)
GONE = {404: "not found", 410: "gone for good"}


def places():
    """{address: [thing, ...]}: the sources and records that lead to each. What is withdrawn
    leads nowhere."""
    found = {}
    for source in Source.every.exclude(url="").only("title", "slug", "url"):
        found.setdefault(source.url, []).append(source)
    linking = Q(*[(f"{field}__contains", markdown.LINK_MARK) for field in RICH], _connector=Q.OR)
    for record in Record.objects.exclude(state=State.WITHDRAWN).filter(linking):
        urls = (url for field in RICH for url in markdown.links(getattr(record, field)))
        for url in dict.fromkeys(urls):
            found.setdefault(url, []).append(record)
    return found


def standing():
    """The WebAddresses that a text leads to as it is stored now."""
    return WebAddress.objects.filter(url__in=places())


def check(now, visit=visiting.visit):
    """Visit every address. Returns the WebAddresses, visited at `now`, in the order of `url`."""
    urls = sorted(url for url in places() if len(url) <= 2000)
    sites = {}
    for url in urls:
        sites.setdefault(urlsplit(url).netloc, []).append(url)

    def visit_all(site):
        return [(url, judged(url, visit)) for url in site]

    with ThreadPoolExecutor(SITES_AT_ONCE) as pool:
        answers = [answer for site in pool.map(visit_all, sites.values()) for answer in site]
    with transaction.atomic():
        WebAddress.objects.exclude(url__in=urls).delete()
        for url, (outcome, detail, leads_to) in answers:
            note(url, outcome, detail, leads_to, now)
    return list(WebAddress.objects.all())


def judged(url, visit):
    """(outcome, detail, where it leads now) of a visit. Runs beside others: no database here."""
    try:
        seen = visit(url)
    except visiting.Refused as refusal:
        return LinkOutcome.BROKEN, f"Not visited. {refusal}", ""
    except visiting.Unreachable as failure:
        outcome = LinkOutcome.BROKEN if failure.lasting else LinkOutcome.UNCLEAR
        return outcome, str(failure), ""
    if seen.status in GONE:
        return LinkOutcome.BROKEN, f"It answered {seen.status}: {GONE[seen.status]}.", ""
    if not 200 <= seen.status < 300:
        text = f"It answered {seen.status}. Some sites turn programs away: try it in a browser."
        return LinkOutcome.UNCLEAR, text, ""
    if seen.for_good and not is_same(seen.url, url):
        return LinkOutcome.MOVED, "It answered, and sends its readers on for good.", seen.url[:2000]
    return LinkOutcome.WORKS, "It answered.", ""


def is_same(one, other):
    return urldefrag(one).url == urldefrag(other).url


def note(url, outcome, detail, leads_to, now):
    known = WebAddress.objects.filter(url=url).first()
    since = (known and known.broken_since) or now
    WebAddress.objects.update_or_create(
        url=url,
        defaults={
            "outcome": outcome,
            "detail": detail,
            "leads_to": leads_to,
            "visited_at": now,
            "broken_since": since if outcome == LinkOutcome.BROKEN else None,
        },
    )
