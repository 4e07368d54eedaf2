"""Audiences, roles, themes, sources, developments, gaps and terms."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from findings.models import (
    Audience,
    Development,
    FormerTheme,
    Gap,
    LawLine,
    Record,
    Source,
    Term,
    Theme,
)
from findings.reading import absence
from findings.representations import (
    audiences,
    developments,
    gaps,
    law,
    roles,
    sources,
    terms,
    themes,
)

from .answers import PAGING, Paging, answer, gone, moved, no_parameters, operation

# By name: all of its rows prepared for `represent`, and that.
NOUNS = {
    "audience": (Audience.objects.for_data, audiences.represent),
    "theme": (Theme.objects.with_published_counts, themes.represent),
    "source": (lambda: Source.objects.for_page().order_by("title", "slug"), sources.represent),
    "development": (Development.objects.for_data, developments.represent),
    "gap": (Gap.objects.for_page, gaps.represent),
    "law": (LawLine.objects.for_page, law.represent),
    "term": (Term.objects.all, terms.represent),
}


@operation
def noun_list(request, origin, noun):
    no_parameters(request, *PAGING)
    rows, represent = NOUNS[noun]
    paging = Paging.read(request.GET)
    results = [represent(row, origin) for row in paging.cut(rows())]
    return answer(paging.envelope(request, origin, rows().count(), results))


@operation
def noun_detail(request, origin, noun, slug):
    no_parameters(request)
    rows, represent = NOUNS[noun]
    found = rows().filter(slug=slug).first()
    if found is None and noun == "theme":
        former = get_object_or_404(FormerTheme, slug=slug)
        return moved(request, "api-theme", former.theme.slug)
    if found is None:
        raise Http404
    return answer(represent(found, origin))


@operation
def gap_detail(request, origin, reference):
    no_parameters(request)
    canonical = reference.upper()
    gap = Gap.objects.for_page().filter(reference=canonical).first()
    if gap is None:
        return not_a_gap(request, origin, canonical)
    if reference != canonical:
        return moved(request, "api-gap", canonical)
    return answer(gaps.represent(gap, origin))


def not_a_gap(request, origin, canonical):
    """The way to the record that bears the reference, or that the gap is gone."""
    record, notice = absence.look_up(canonical, Record.objects)
    if record:
        return moved(request, "api-record", canonical)
    if notice is None:
        raise Http404
    return gone(notice, origin)


@operation
def role_list(request, origin):
    no_parameters(request, *PAGING)
    every = roles.represent_all(origin)
    paging = Paging.read(request.GET)
    return answer(paging.envelope(request, origin, len(every), paging.cut(every)))
