from django.shortcuts import get_object_or_404, render

from findings.models import Source
from findings.reading import uses
from findings.reading.norms import Norm

from .editing_link import page_of


def source_list(request):
    sources = Source.objects.with_citation_counts()
    return render(request, "source/list.html", {"shelves": uses.shelve(sources)})


def source_detail(request, slug):
    source = get_object_or_404(Source.objects.for_page(), slug=slug)
    passages = [(passage, uses.uses_of(passage)) for passage in source.passages.all()]
    context = {
        "source": source,
        "passages": passages,
        "norm": Norm.of_days(uses.records_of(used for _, used in passages)),
        # Several lines of one audience may rest on the source; the audience is named once.
        "audiences": list(dict.fromkeys(row.audience for row in source.audience_changes.all())),
    }
    if source.report_code:
        context["record_count"] = source.records.published().count()
        context["gap_count"] = source.gaps.count()
    return page_of(request, "source/detail.html", context, source)
