"""A record as readers will see it, before they do: by the very page that they will get.

The row is put in place and published in a transaction that is always undone, so a preview can't
differ from the page, and can't publish anything.
"""

from dataclasses import dataclass

from django.core import signing
from django.http import Http404
from django.shortcuts import render

from findings.models import Record
from findings.publishing import edits, states, versions
from findings.publishing.undoing import apart
from findings.vocabulary import Kind, State, Via

from .records import record_detail

SALT = "findings.preview"
DAYS = 7


@dataclass(frozen=True)
class Preview:
    """What the bar on a preview says: what it is of, and for how many days its link works."""

    of: str
    days: int | None = None


def token_of(record):
    """What the address of a preview ends with, for somebody without an account."""
    return signing.dumps(record.pk, salt=SALT)


def is_previewed(record):
    """Whether there is anything that readers don't see yet."""
    return not record.is_published or edits.pending_of(record) is not None


def preview(request, token):
    """The record that the token is for, as it will be. 404 for a token that is not ours; 410
    when it is too old, or when everything has been published."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=DAYS * 24 * 60 * 60)
    except signing.SignatureExpired:
        return closed(render(request, "preview/over.html", {"days": DAYS}, status=410))
    except signing.BadSignature:
        raise Http404 from None
    record = Record.objects.filter(pk=pk).first()
    if record is None or not is_previewed(record):
        return closed(render(request, "preview/over.html", {"days": DAYS}, status=410))
    try:
        return as_readers_will_see(request, record, edits.working_row(record), days=DAYS)
    except states.Refused:
        # Its editors are told on its form.
        return closed(render(request, "preview/over.html", {"days": DAYS}, status=410))


def as_readers_will_see(request, record, row, days=None):
    """The page of `record` as it would be with `row`, published now. Raises Refused where the
    tables don't take the row."""
    request.preview = Preview(what(record), days)
    with apart():
        edits.write(record, row)
        record.state = State.PUBLISHED
        record.save()
        versions.keep(record, versions.Note(Via.FORM, line="Preview"))
        response = record_detail(request, Kind(record.kind), record.reference)
    return closed(response)


def what(record):
    if record.is_published:
        return "a change that readers don’t see yet"
    return f"a record that readers don’t see: it is {record.get_state_display().lower()}"


def closed(response):
    """For whoever holds the address alone: kept nowhere, found nowhere, told to nobody."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
