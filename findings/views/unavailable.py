"""What somebody sees while the database is away, slow, full or read-only: a 503 that says so, in
words, with what was typed. It all recovers by itself, so whoever asks is told when to ask again.
"""

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render

from findings.asking.problems import is_data, problem

RETRY_AFTER = 5
# Why nothing was saved, by what the database says of it.
REASONS = {
    "full": "There is no room left on the server.",
    "read-only": "The database takes no changes at the moment.",
    "slow": "The database took too long.",
    "away": "The database can’t be reached.",
}
SIGNS = [
    ("full", ("is full", "no space left", "could not extend file")),
    ("read-only", ("readonly", "read-only")),
    ("slow", ("interrupted", "timeout", "locked")),
]
# What SQL calls a transaction that takes no changes.
READ_ONLY = "25006"
NEVER_REPEATED = ("password", "csrfmiddlewaretoken")
# {reason: the page that says so}
made = {}


def reason_of(fault) -> str:
    """One of REASONS when the database is at fault, or nothing when we are."""
    read_only = state_of(fault.__cause__) == READ_ONLY
    if not isinstance(fault, OperationalError | InterfaceError) and not (
        read_only and isinstance(fault, InternalError)
    ):
        return ""
    said = str(fault).lower()
    if "no such table" in said or "no such column" in said:
        return ""
    return next((name for name, signs in SIGNS if any(sign in said for sign in signs)), "away")


def state_of(cause):
    """The code that PostgreSQL gave, as psycopg 2 or 3 names it."""
    return getattr(cause, "pgcode", None) or getattr(cause, "sqlstate", None)


def unavailable(request, reason):
    """A problem document for whoever asks for data, and the page for everybody else."""
    response = problem("unavailable") if is_data(request) else page(request, reason)
    response["Retry-After"] = RETRY_AFTER
    response["Cache-Control"] = "no-store"
    return response


def page(request, reason):
    """The same for everybody who typed nothing, so it is made once: all ask at the same time."""
    typed = typed_in(request)
    if not typed and reason in made:
        return HttpResponse(made[reason], status=503)
    token = request.POST.get("csrfmiddlewaretoken", "")
    context = {"reason": REASONS[reason], "typed": typed, "token": token}
    response = render(request, "errors/unavailable.html", context, status=503)
    if not typed:
        made[reason] = response.content
    return response


def typed_in(request):
    """(name, value) of each thing that was sent, so that it can be sent again."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not any(part in name for part in NEVER_REPEATED)
    ]
