"""Where the law stands, for all audiences and for each: as a page and on paper."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from findings.documents.law import document
from findings.models import Audience, LawLine
from findings.reading.norms import Norm
from findings.representations.law import represent
from findings.representations.origin import Origin
from findings.vocabulary import Force

from .downloads import on_paper
from .editing_link import page_of_many
from .errors import strictly
from .knowing import refuse_unknown


def law(request):
    return page(request, Audience.objects.order_by("position"))


def law_of_audience(request, slug):
    audience = get_object_or_404(Audience, slug=slug)
    return page(request, [audience], audience)


def page(request, audiences, audience=None):
    groups = grouped(audiences)
    borne = [record for _, lines in groups for line in lines for record in line.bears_on.all()]
    return page_of_many(
        request,
        "law/page.html",
        {
            "groups": [(each, lines) for each, lines in groups if lines or audience],
            "audience": audience,
            "all_audiences": Audience.objects.order_by("position"),
            "forces": Force,
            "norm": Norm.of_days(borne),
        },
        LawLine,
    )


def grouped(audiences):
    """[(audience, its lines)], in a constant number of queries."""
    lines = LawLine.objects.for_page().filter(audience__in=audiences)
    by_audience = {}
    for line in lines:
        by_audience.setdefault(line.audience_id, []).append(line)
    return [(each, by_audience.get(each.pk, [])) for each in audiences]


@strictly
def law_file(request, form, slug=None):
    refuse_unknown(request)
    audience = get_object_or_404(Audience, slug=slug) if slug else None
    path = reverse("law-audience", args=[slug]) if slug else reverse("law")

    def build():
        origin = Origin.of(request)
        chosen = LawLine.objects.for_page().filter(**({"audience": audience} if audience else {}))
        lines = [represent(line, origin) for line in chosen]
        made = document(lines, audience, request.build_absolute_uri(path), origin.terms)
        return made, f"law-{slug}" if slug else "law"

    return on_paper(request, form, build)
