"""What an address with a reference answers: the record, the way to it, or that it is gone.

Any case of the reference, and the word of another kind before it, lead to the one address. What
was withdrawn is a 410 without its text, what is unknown or was never published a 404.
"""

from functools import wraps

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from findings.models import Gap, Record
from findings.reading import absence
from findings.reading.absence import look_up, notice_of


def reference_redirect(request, reference):
    """To the address of whatever bears the reference, in any case; 404, or 410 if it is gone."""
    canonical = reference.upper()
    owner = Record.objects.filter(reference=canonical).first()
    owner = owner or Gap.objects.filter(reference=canonical).first()
    if owner is None or not getattr(owner, "is_published", True):
        return absent(request, notice_of(canonical, owner))
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
        record, notice = look_up(canonical, Record.objects)
        if record is None:
            return absent(request, notice)
        if (record.kind, canonical) != (kind, reference):
            page = request.resolver_match.url_name.removeprefix(f"{kind}-")
            address = reverse(f"{record.kind}-{page}", kwargs={"reference": canonical, **rest})
            return moved(request, address)
        return view(request, record, **rest)

    return by_reference


def moved(request, address):
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(address + (query and f"?{query}"))


def absent(request, notice):
    """The answer where readers may not see what bears a reference, if anything does."""
    if notice is None:
        raise Http404
    return gone(request, notice)


def redacted(request, version):
    return gone(request, absence.redacted(version))


def gone(request, notice):
    # Browsers keep a 410 for ever unless told otherwise, and a record can be published again.
    response = render(request, "errors/410.html", vars(notice), status=410)
    response["Cache-Control"] = "no-cache"
    return response
