from django.shortcuts import render

from findings.models import Gap

from .references import reference_redirect
from .words import Words


def gap_list(request):
    return render(request, "gap/list.html", {"gaps": Gap.objects.all()})


def gap_detail(request, reference):
    gap = Gap.objects.for_page().filter(reference=reference).first()
    if gap is None:
        return reference_redirect(request, reference)
    return render(request, "gap/detail.html", {"gap": gap, "words": Words()})
