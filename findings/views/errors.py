"""What somebody sees when something is wrong. None of it needs the database.

The address and the query may be what is wrong, so neither is shown, nor asked for the host.
Programs get the same errors as data.
"""

import re
import sys
from functools import wraps

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

from findings.asking import worn
from findings.asking.problems import BY_STATUS, is_for_a_program, problem
from findings.asking.strict import BadParameter
from findings.formats.press import RETRY_AFTER
from findings.search import references

from .unavailable import reason_of, unavailable

# Addresses in which capitals mean something, or which nobody sends by mail. The API answers what
# it documents, and no address that it doesn't know.
KEPT_LETTERS = ("/admin/", "/api/", "/preview/", "/static/")
# The end of an address that asks for a file or a version.
NO_PAGE = re.compile(r"\.[a-z]{2,5}$|v[0-9]", re.IGNORECASE)
# What became of a form that the server didn't take, by the status it gave.
FORMS = {
    408: (
        "Your form did not arrive in time",
        "Only a part of it came, so nothing was saved.",
        "Go back: your browser keeps what you typed. Send it again when your connection is better.",
    ),
    413: (
        "That is more than this site takes at once",
        "A form may hold 8 MB, with a file of 5 MB at most. Nothing was saved.",
        "Go back: your browser keeps what you typed. Split the file and send it in parts.",
    ),
    414: (
        "That address is too long",
        "No page of this site has an address of that length.",
        "Begin at the front page, or take less into a board paper.",
    ),
    503: (
        "Too many large forms at once",
        "The server takes as many as it can, so nothing of yours was saved.",
        "Go back: your browser keeps what you typed. Wait a minute, then send it again.",
    ),
}


def refuse(request, status, **context):
    if is_for_a_program(request) and status in BY_STATUS:
        return problem(BY_STATUS[status])
    return render(request, f"errors/{status}.html", context, status=status)


def bad_request(request, exception=None):
    """`exception` may be a BadParameter, which says what is wrong with the address."""
    reason = str(exception) if isinstance(exception, BadParameter) else ""
    return refuse(request, 400, reason=reason)


def strictly(view):
    """A view of a file, in some `form`, which may refuse a parameter by a BadParameter."""

    @wraps(view)
    def answering(request, *args, **rest):
        try:
            return view(request, *args, **rest)
        except BadParameter as fault:
            if rest.get("form", "").endswith("json"):
                return problem("bad-request", str(fault), parameter=fault.name)
            return bad_request(request, fault)

    return answering


def permission_denied(request, exception=None):
    return refuse(request, 403)


def csrf_failure(request, reason=""):
    return refuse(request, 403)


def page_not_found(request, exception=None):
    return sent_on(request) or refuse(request, 404)


def sent_on(request):
    """The way to what somebody asked for by an address that a mail or a chat has worn, if any."""
    if request.method not in ("GET", "HEAD") or request.path_info.startswith(KEPT_LETTERS):
        return None
    for path, follows in worn.paths(request.path_info):
        if path == request.path_info:
            break
        if match := route(path):
            if is_known(request.resolver_match, match):
                return None
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(path + (follows or (query and f"?{query}")))
    return to_the_named(request)


def to_the_named(request):
    """The way to the one record that an address names at its end, in whatever dress."""
    last = request.path_info.rstrip("/").rpartition("/")[2]
    named = [] if NO_PAGE.search(last) else references.named_by(last)
    if len(named) != 1 or (request.resolver_match and named[0] == last.upper()):
        return None
    return HttpResponsePermanentRedirect(reverse("reference", args=named))


def route(path):
    try:
        return resolve(path)
    except Resolver404:
        return None


def is_known(asked, match):
    """Whether only the letters of a reference differ: its view, which reads it in any case, has
    answered already."""
    if asked is None or asked.view_name != match.view_name or "reference" not in asked.kwargs:
        return False
    return asked.kwargs["reference"].upper() == match.kwargs["reference"]


def busy(request):
    """While more files are being made than the server can make at once."""
    response = render(request, "errors/503.html", status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def form_refused(request, status):
    """When the server didn't take a form in full; see ics_leadership/serving.py."""
    heading, text, advice = FORMS[status]
    context = {"code": status, "heading": heading, "text": text, "advice": advice}
    response = render(request, "errors/refused.html", context, status=status)
    if status == 503:
        response["Retry-After"] = "60"
    return response


def server_error(request):
    """Django asks for it while the exception is handled, so that its kind can be told."""
    fault = sys.exc_info()[1]
    if fault and (reason := reason_of(fault)):
        return unavailable(request, reason)
    return refuse(request, 500)
