from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking.paper import Paper
from findings.asking.reader import reader_of
from findings.models import Record
from findings.models.standing import judged
from findings.reading import gathering
from findings.reading.edition import edition_of
from findings.reading.evidence import evidence
from findings.search.related import related
from findings.texts.days import AsAt

from . import threads
from .cards import shared
from .citing import citing, version_of
from .downloads import of_record
from .editing_link import page_of
from .printed import since_printed
from .references import reference_redirect
from .sharing import share
from .signposting import signposted
from .versions import history
from .words import Words


def record_detail(request, kind, reference):
    as_at = AsAt.read(request.GET, localdate())
    found = Record.objects.published().of_kind(kind).for_page(as_at.day)
    record = found.filter(reference=reference).first()
    if record is None:
        return reference_redirect(request, reference)
    files, versions = of_record(record), told(request, record)
    page = page_of(
        request,
        "record/detail.html",
        {
            "record": record,
            "as_at": as_at,
            "words": Words(),
            "list_url": reverse(f"{kind}-list"),
            "body_heading": kind.body_heading,
            "forms": files,
            "related": related(record),
            "path": threads.of_record(record),
            "addressed": gathering.addressed(record),
            "evidence": evidence(record),
            "card": shared(record),
            "lens": reader_of(request.GET, record),
            "share": share(request, record),
            "paper": Paper.carried(request.GET.get("paper", "")),
            **versions,
            **gathering.connected(record),
            **judged(record),
            **since_printed(request, [record]),
        },
        record,
    )
    cited = versions["history"][0][0] if versions["citing"] else None
    return signposted(request, page, files, cited)


def told(request, record):
    """Its versions, and how to cite the latest: what there is once it was kept."""
    steps = history(record)
    on_show = steps and not steps[0][0].is_redacted
    return {
        "history": steps,
        "citing": citing(request, edition_of(version_of(record))) if on_show else None,
    }
