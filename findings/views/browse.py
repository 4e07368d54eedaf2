"""The list of records, in all its addresses: everything, one kind, one theme."""

from dataclasses import dataclass, replace
from functools import wraps
from math import ceil

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from findings.asking.query import NoSuchPage, Query
from findings.asking.rescues import Rescue
from findings.models import FormerTheme, HomePage, Theme
from findings.reading import rows
from findings.reading.ledger import Ledger
from findings.reading.norms import Norm
from findings.search import misses
from findings.search.beside import beside
from findings.search.hits import hit
from findings.search.near import near
from findings.vocabulary import Kind

from . import downloads, threads
from .editing_link import edit_address, for_one
from .references import moved
from .signposting import signposted

EVERYTHING = "Every finding, skill and recommendation. Choose an audience or a theme, or search."
# How a facet is named where a value of it isn't known.
UNKNOWN = {"addressed": "manner of address", "source": "report", "sort": "order"}


@dataclass(frozen=True)
class Introduction:
    """What stands above a list. `section` names the list of lists it belongs to, if any."""

    heading: str
    text: str
    section: str = ""
    section_url: str = ""
    threads: object = None
    edit_address: str = ""


def everything():
    return Introduction("Browse everything", EVERYTHING)


def of_kind(kind):
    page = HomePage.objects.current() if kind == Kind.RECOMMENDATION else None
    return Introduction(kind.plural, page.recommendations_intro if page else kind.meaning)


def of_theme(theme):
    return Introduction(theme.name, theme.description, "Themes", reverse("theme-list"))


def browse(request):
    return show_list(request, everything())


def record_list(request, kind):
    return show_list(request, of_kind(kind), {"kind": kind.value})


def of_a_theme(view):
    """A view of a theme: called with the theme in place of its slug. The address of one that was
    merged into another leads there."""

    @wraps(view)
    def by_slug(request, slug, **rest):
        theme = Theme.objects.filter(slug=slug).first()
        if theme is None:
            former = get_object_or_404(FormerTheme, slug=slug, theme__in=Theme.objects.all())
            name = request.resolver_match.url_name
            return moved(request, reverse(name, kwargs={"slug": former.theme.slug, **rest}))
        return view(request, theme, **rest)

    return by_slug


@of_a_theme
def theme_detail(request, theme):
    introduction = replace(
        of_theme(theme),
        threads=threads.of("theme", theme.slug),
        edit_address=edit_address(request, theme),
    )
    return for_one(request, show_list(request, introduction, {"theme": theme.slug}))


def show_list(request, introduction, fixed=None):
    try:
        query = Query.parse(request.GET, request.path, fixed)
        if request.META.get("QUERY_STRING", "") != query.string:
            return HttpResponseRedirect(query.url)
        found = query.results()
    except NoSuchPage:
        raise Http404 from None
    count = query.count
    if not count and query.wanted.is_searchable and not query.narrowed:
        misses.note(query.wanted.text)
    context = {
        "introduction": introduction,
        "query": query,
        "as_at": query.as_at,
        "canonical": request.build_absolute_uri(canonical(query).url),
        "count": count,
        "chips": query.chips(),
        "in_use": sum(len(values) for values in query.chosen.values()),
        **told(query, introduction, count),
        **shown(query, found),
        **narrowing(query),
        "unknown": [(UNKNOWN.get(key, key), value) for key, value in query.unknown],
        "forms": downloads.of_list(query, count) if count else [],
        "rescue": None if count else Rescue(query),
        **paging(query, count),
        **settled(query),
        **answered(query, count),
    }
    return signposted(request, render(request, "browse/page.html", context), context["forms"])


def canonical(query):
    """The same list today, to be read."""
    today = query.today if query.as_at.text else query
    return today.but(view="") if query.view else today


def told(query, introduction, count):
    """What the page says of what it lists. What narrows a list is what it is called."""
    sentence = query.sentence(count)
    is_narrowed = bool(query.chosen or query.wanted)
    return {
        "sentence": sentence,
        "is_narrowed": is_narrowed,
        "heading": sentence if is_narrowed else introduction.heading,
        "reading": query.but(view=""),
        "in_lines": query.but(view="ledger"),
    }


def shown(query, found):
    """The records of the page: as rows to read, or one line each."""
    if query.view:
        return {"ledger": Ledger.of(query, found) if found else None}
    hits = [hit(record, query.wanted) for record in found]
    parted = rows.parts(query, hits)
    return {
        "hits": hits,
        "parts": parted,
        "norm": Norm.of_rows(hit.record for hit in hits),
        "several": len(query.lens.audiences) > 1,
        "asked": any(row.asks for _, some in parted for row in some),
    }


def narrowing(query):
    """The ways to narrow it: those that stand open, and the rest."""
    shown, folded = rows.options(query)
    audiences = {facet.key: some for facet, some in shown}.get("audience", [])
    return {
        "options": shown,
        "more_options": folded,
        "more_in_use": any(option.chosen for _, some in folded for option in some),
        "reports": len(query.choices.get("source", ())),
        "alike": audiences[0] if rows.are_alike(audiences) else None,
    }


def paging(query, count):
    last = max(1, ceil(count / query.per_page))
    first_shown = (query.page - 1) * query.per_page + 1
    return {
        "first_shown": first_shown,
        "last_shown": min(first_shown + query.per_page - 1, count),
        "last": last,
        "previous": query.on_page(query.page - 1).url if query.page > 1 else "",
        "next": query.on_page(query.page + 1).url if query.page < last else "",
    }


def answered(query, count):
    """Sentences that answer, and, where no record does, what shares a word with the question."""
    if query.page > 1:
        return {}
    return {
        "answers": query.answers(),
        "near": [] if count else near(query.wanted, query.as_at.day),
    }


def settled(query):
    """What was made of the words, the same words without filters, and what matches beside."""
    wanted = query.wanted
    everywhere = query.everywhere(reverse("browse")) if wanted and query.narrowed else None
    changed = wanted.corrections or wanted.synonyms
    return {
        "exactly": query.with_words(wanted.exactly) if changed else None,
        "everywhere": everywhere,
        "filters": [query.filter(key) for key in query.narrowed],
        "beside": beside(wanted, query.as_at.day) if query.page == 1 else None,
    }
