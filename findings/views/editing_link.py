"""The way from a record’s page to its form, for somebody who is logged in; readers never see it."""

from django.conf import settings
from django.urls import reverse


def is_logged_in(request):
    """Whether a session comes with the request. Nothing of a session is asked for without one:
    the page of a reader says the same to everybody, so that it can be kept."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def edit_address(request, record):
    """Where the one who asks edits `record`, or ""."""
    if not is_logged_in(request) or getattr(request, "preview", None):
        return ""
    user = request.user
    if not (user.is_staff and user.has_perm(f"findings.change_{record.kind}")):
        return ""
    return reverse(f"admin:findings_{record.kind}_change", args=[record.pk])


def for_one(request, response):
    """The same answer, kept by nobody where it is for somebody who is logged in."""
    if is_logged_in(request):
        response["Cache-Control"] = "private, no-store"
    return response
