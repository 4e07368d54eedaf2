"""What an address with a reference answers: the record, the way to it, or that it is gone.

Any case of the reference, and the word of another kind before it, lead to the one address. What
was withdrawn or never published is a 410 without its text, what is unknown or a draft a 404.
"""

from functools import wraps

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from findings.models import Gap, Record, Reference
from findings.vocabulary import Kind, State

NEVER_USED = "Its reference was issued and given up before anything was published under it."
WITHDRAWN = "The editors took it off this site, so please don’t quote it any more."
REMOVED = "The editors removed it from this site."
REDACTED = "The editors took the text of this version away for ever. Its number stays."
PERMANENT = "Its reference will never be given to anything else."


def reference_redirect(request, reference):
    """To the address of whatever bears the reference, in any case; 404, or 410 if it is gone."""
    canonical = reference.upper()
    owner = Record.objects.filter(reference=canonical).first()
    owner = owner or Gap.objects.filter(reference=canonical).first()
    if owner is None or not getattr(owner, "is_published", True):
        return absent(request, canonical, owner)
    if owner.get_absolute_url() == request.path:
        raise Http404
    return moved(request, owner.get_absolute_url())


def of_a_record(view):
    """A view of a published record: called with the record in place of kind and reference.

    The name of its address begins with the kind: `finding-version`.
    """

    @wraps(view)
    def by_reference(request, kind, reference, **rest):
        canonical = reference.upper()
        record = Record.objects.filter(reference=canonical).first()
        if record is None or not record.is_published:
            return absent(request, canonical, record)
        if (record.kind, canonical) != (kind, reference):
            page = request.resolver_match.url_name.removeprefix(f"{kind}-")
            address = reverse(f"{record.kind}-{page}", kwargs={"reference": canonical, **rest})
            return moved(request, address)
        return view(request, record, **rest)

    return by_reference


def moved(request, address):
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(address + (query and f"?{query}"))


def absent(request, canonical, record):
    """The answer where readers may not see what bears the reference, if anything does."""
    if record and record.state == State.WITHDRAWN:
        return withdrawn(request, record)
    if record is None and (issued := Reference.objects.filter(text=canonical).first()):
        return given_up(request, issued)
    raise Http404


def withdrawn(request, record):
    withdrawal = getattr(record, "withdrawal", None)
    return gone(
        request,
        f"{record.kind_word.label} {record.reference}",
        "was withdrawn",
        f"{WITHDRAWN} {PERMANENT}",
        on=withdrawal and withdrawal.withdrawn_on,
        why=withdrawal and withdrawal.why,
        successor=withdrawal and withdrawal.shown_successor,
    )


def given_up(request, issued):
    nouns = {kind.letter: kind.label for kind in Kind}
    if issued.letter not in nouns:
        return gone(request, f"Gap {issued.text}", "was removed", f"{REMOVED} {PERMANENT}")
    what = f"{nouns[issued.letter]} {issued.text}"
    return gone(request, what, "was never published", f"{NEVER_USED} {PERMANENT}")


def gone(request, what, became, text, **facts):
    """A 410 that says what is gone and nothing of what it said.

    `facts` may give the day (`on`), the reason (`why`), and a record to read instead: its
    `successor`, or the `current` text of the same one.
    """
    notice = {"what": what, "became": became, "text": text, **facts}
    return render(request, "410.html", notice, status=410)


def redacted(request, version):
    record = version.record
    return gone(
        request,
        f"Version {version.number} of {record.kind} {record.reference}",
        "was redacted",
        REDACTED,
        on=timezone.localdate(version.redacted_at),
        why=version.redacted_why,
        current=record,
    )
