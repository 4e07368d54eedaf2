"""One sheet for each audience: as a page, as PDF and as Word."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.documents.briefs import SINCE, WHAT, brief_document
from findings.models import Audience
from findings.reading.briefs import RULE, brief_of
from findings.representations.origin import Origin
from findings.vocabulary import Addressed

from .downloads import on_paper
from .errors import strictly
from .knowing import refuse_unknown


def brief_list(request):
    audiences = Audience.objects.with_published_counts()
    return render(request, "brief/list.html", {"audiences": audiences, "addressed": Addressed})


def brief_detail(request, slug):
    brief = brief_of(get_object_or_404(Audience, slug=slug))
    said = {"what": WHAT, "rule": RULE, "since": SINCE}
    return render(request, "brief/detail.html", {"brief": brief, **said})


@strictly
def brief_file(request, slug, form):
    refuse_unknown(request)
    audience = get_object_or_404(Audience, slug=slug)
    address = request.build_absolute_uri(reverse("brief-detail", args=[slug]))

    def build():
        brief = brief_of(audience)
        document = brief_document(brief, address, Origin.of(request), localdate())
        return document, f"brief-{slug}"

    return on_paper(request, form, build)
