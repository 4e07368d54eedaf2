"""For whoever watches the site: health, metrics, and a number for each request in the log."""

import hmac
import re
import time
import uuid
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotFound, JsonResponse

from ics_leadership import health, metrics
from ics_leadership.logs import number

TEXT = "text/plain; charset=utf-8"
# The kind of page that this thread makes.
page = ContextVar("page", default="")
GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}", re.ASCII)


class Watched:
    """The WSGI application `site`, kept pages and all: numbered and counted."""

    def __init__(self, site):
        self.site = site

    def __call__(self, environ, start_response):
        number.set(number_of(environ))
        page.set("kept")
        began, told = time.perf_counter(), ["500"]

        def starting(status, headers, exc_info=None):
            told[0] = status
            return start_response(status, [*headers, ("X-Request-ID", number.get())])

        try:
            return self.site(environ, starting)
        finally:
            if settings.METRICS_TOKEN:
                metrics.count(page.get(), told[0][:3], time.perf_counter() - began)


def number_of(environ):
    """The one that our own proxy gave, or a new one."""
    given = environ.get("HTTP_X_REQUEST_ID", "") if settings.BEHIND_PROXY else ""
    return given if GIVEN.fullmatch(given) else uuid.uuid4().hex


class Watch:
    """Answers probes, which ask by address and in plain http, and names the kind of each page."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.own = {"/healthz": healthz, "/readyz": readyz, "/metrics": show_metrics}

    def __call__(self, request):
        if own := self.own.get(request.path_info):
            page.set(request.path_info)
            response = own(request)
            response["Cache-Control"] = "no-store"
            return response
        response = self.get_response(request)
        page.set(page_of(request))
        return response


def page_of(request):
    """A name of which there are few, whatever strangers ask for."""
    match = request.resolver_match
    return (match.view_name or "unnamed") if match else "none"


def healthz(request):
    """This worker runs. Nothing else is asked, so that no restart follows from a lost database."""
    return HttpResponse("ok\n", content_type=TEXT)


def readyz(request):
    found = health.report()
    return JsonResponse(found, status=200 if health.is_ready(found) else 503)


def show_metrics(request):
    """To whoever knows METRICS_TOKEN; without one there is nothing here."""
    token = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not hmac.compare_digest(given.encode(), token.encode()):
        return HttpResponseNotFound("Not found\n", content_type=TEXT)
    return HttpResponse(metrics.text(), content_type="text/plain; version=0.0.4; charset=utf-8")
