import re
from urllib.parse import quote, urlencode

from django.conf import settings
from django.shortcuts import render

from findings import vocabulary
from findings.models import Gap, Record, Source


def about(request):
    context = {
        "vocabulary": vocabulary,
        "reports": Source.objects.reports(),
        "extents": Source.objects.counts_by_extent(),
        "gap_count": Gap.objects.count(),
        "fresh_days": settings.VERDICT_FRESH_DAYS,
        "bill_days": settings.VERDICT_ON_A_BILL_FRESH_DAYS,
    }
    return render(request, "site/about.html", context)


def accessibility(request):
    return render(request, "site/accessibility.html")


def privacy(request):
    return render(request, "site/privacy.html")


def contact(request):
    reported = find_reported(request.GET.get("record", ""))
    context = {"reported": reported}
    if settings.CONTACT_EMAIL:
        context["email"] = settings.CONTACT_EMAIL
        context["mailto"] = mailto(settings.CONTACT_EMAIL, request, reported)
    return render(request, "site/contact.html", context)


def find_reported(reference):
    """The published record or the gap that a reader may report, or None for anything else."""
    if not re.fullmatch(r"[A-Za-z]+[0-9]+-[A-Za-z][0-9]+", reference):
        return None
    wanted = reference.upper()
    record = Record.objects.published().filter(reference=wanted).first()
    return record or Gap.objects.filter(reference=wanted).first()


def mailto(address, request, reported=None):
    """A mail link; its subject and first line say which page is meant, if one is."""
    message = {"subject": "ICS Leadership"}
    if reported:
        page = request.build_absolute_uri(reported.get_absolute_url())
        message = {"subject": f"Error in {reported}", "body": f"{page}\n\n"}
    return f"mailto:{quote(address, safe='@')}?{urlencode(message, quote_via=quote)}"
