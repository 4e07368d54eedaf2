from django.shortcuts import render

from findings.models import Gap
from findings.reading.norms import Norm

from .editing_link import page_of
from .references import reference_redirect
from .words import Words


def gap_list(request):
    return render(request, "gap/list.html", {"gaps": Gap.objects.all()})


def gap_detail(request, reference):
    gap = Gap.objects.for_page().filter(reference=reference).first()
    if gap is None:
        return reference_redirect(request, reference)
    context = {"gap": gap, "norm": Norm.of(gap.bears_on.all()), "words": Words()}
    return page_of(request, "gap/detail.html", context, gap)
