"""Versions of a record: each at its own address for good, and what differs between two."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from findings.reading.differences import differences
from findings.reading.edition import edition_of, editions
from findings.texts.explaining import Explainer

from .citing import citing, version_of
from .downloads import of_version
from .references import of_a_record, redacted
from .signposting import signposted


@of_a_record
def version_detail(request, record, number):
    version = version_of(record, number)
    if version.is_redacted:
        return redacted(request, version)
    edition, files = edition_of(version), of_version(version)
    context = {
        "record": record,
        "edition": edition,
        "verdict": record.verdict,
        "citing": citing(request, edition),
        "forms": files,
        "plain": Explainer(()),
        **neighbours(record, number),
    }
    return signposted(request, render(request, "version/detail.html", context), files, version)


def neighbours(record, number):
    """The latest version, and the address of the difference between it and this one, if any."""
    latest = record.versions.numbered().defer("row").last()
    latest.record = record
    is_latest = latest.number == number
    shown = not (is_latest or latest.is_redacted)
    return {
        "latest": latest,
        "is_latest": is_latest,
        "difference_url": difference_url(record, number, latest.number) if shown else "",
    }


def difference_url(record, older, newer):
    return reverse(f"{record.kind}-difference", args=[record.reference, older, newer])


@of_a_record
def version_difference(request, record, older, newer):
    if older == newer:
        version = get_object_or_404(record.versions.defer("row"), number=older)
        return HttpResponsePermanentRedirect(version.get_absolute_url())
    old, new = version_of(record, min(older, newer)), version_of(record, max(older, newer))
    if older > newer:
        return HttpResponsePermanentRedirect(difference_url(record, newer, older))
    for version in (old, new):
        if version.is_redacted:
            return redacted(request, version)
    both = editions([old, new])
    context = {
        "record": record,
        "old": old,
        "new": new,
        "differences": differences(both[old], both[new]),
        "steps": record.versions.numbered()
        .defer("row")
        .filter(number__gt=older, number__lte=newer),
    }
    return render(request, "version/difference.html", context)


def history(record):
    """The public versions of a record, newest first: [(version, address of its difference), ...].

    The difference is the one from the version before it; "" where there is none to show.
    """
    numbered = list(record.versions.numbered().defer("row"))
    steps = []
    for version in numbered:
        version.record = record
        before = steps[-1][0] if steps else None
        shown = before and not (before.is_redacted or version.is_redacted)
        url = difference_url(record, before.number, version.number) if shown else ""
        steps.append((version, url))
    return steps[::-1]
