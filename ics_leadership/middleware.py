"""What every answer carries, and what never reaches a view."""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import resolve
from django.utils.http import escape_leading_slashes

from findings.asking import worn
from findings.asking.problems import is_for_a_program, problem
from findings.views.errors import form_refused
from ics_leadership import private

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS_POLICY = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)
# What a style, a script and a font can't heed, but only the page that they serve.
PARTS = ("text/css", "text/javascript", "font/")
OF_PAGES = (
    "Content-Security-Policy",
    "Cross-Origin-Embedder-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "X-Frame-Options",
)
SAFE_METHODS = ("GET", "HEAD")
ADMIN_METHODS = ("GET", "HEAD", "POST")


class SecurityHeaders:
    """Adds the headers that Django has no setting for to every answer, errors and files too.

    At private addresses it overrules what the answer says of caches and referrers.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response["Cross-Origin-Embedder-Policy"] = "require-corp"
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        # Whoever keeps what says nothing of it, a redirect or an error, asks again each time.
        response.setdefault("Cache-Control", "no-cache")
        if response.get("Content-Type", "").startswith(PARTS):
            for name in OF_PAGES:
                del response[name]
        if private.is_private(request.path_info):
            for name, value in private.HEADERS.items():
                response[name] = value
        return response


class Prefetch:
    """Names the rules by which a browser may fetch the page that a reader is about to open.

    The rules are a file of our own, since the policy forbids them inside a page. Browsers that
    do not know the header never ask for it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 200 and is_public_page(request, response):
            response["Speculation-Rules"] = f'"{static("prefetch.speculationrules")}"'
        return response


def is_public_page(request, response):
    is_page = response.get("Content-Type", "").startswith("text/html")
    return is_page and not request.path_info.startswith("/admin/")


class Methods:
    """Public pages are read only: any other method is a styled 405.

    The check comes before the CSRF check, which would answer 403 and so tell a client that
    a token would help. A view that accepts more says so with `view.methods = ("GET", "POST")`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "TRACE":
            return not_allowed(request, SAFE_METHODS)
        response = self.get_response(request)
        if response.status_code == 405:
            return not_allowed(request, response.get("Allow", "").split(", "))
        # Django sends on whoever left out the last slash before any view is asked.
        # A reader who only asks is sent on whatever it is that answers there.
        left_out = response.status_code == 301 and request.resolver_match is None
        if left_out and request.method not in SAFE_METHODS:
            return refusal(request, resolve(f"{request.path_info}/")) or response
        return response

    def process_view(self, request, view, args, kwargs):
        return refusal(request, request.resolver_match)


def refusal(request, match):
    """The 405 where the view of `match`, a ResolverMatch, doesn't take the method."""
    in_admin = "admin" in match.namespaces
    allowed = ADMIN_METHODS if in_admin else getattr(match.func, "methods", SAFE_METHODS)
    return None if request.method in allowed else not_allowed(request, allowed)


def not_allowed(request, allowed):
    if is_for_a_program(request):
        allowed = (*SAFE_METHODS, "OPTIONS") if allowed == SAFE_METHODS else allowed
        response = problem("method-not-allowed", f"This address answers {', '.join(allowed)}.")
    else:
        response = render(request, "errors/405.html", status=405)
    response["Allow"] = ", ".join(allowed)
    return response


class Worn:
    """Takes out of an address what a mail or a chat put after its question mark.

    Programs are told instead what they got wrong, and the admin's addresses go through no mail.
    """

    ELSEWHERE = ("/admin/", "/api/v1/", "/static/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = request.META.get("QUERY_STRING", "")
        if asked and not request.path_info.startswith(self.ELSEWHERE):
            meant = worn.query(asked)
            if meant != asked and request.method in SAFE_METHODS:
                address = escape_leading_slashes(request.path) + (meant and f"?{meant}")
                return HttpResponseRedirect(address)
        return self.get_response(request)


class WholeForms:
    """Says what became of a form that the server didn't take in full; see serving.py."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if refused := request.META.get("ics.refused"):
            return form_refused(request, refused)
        return self.get_response(request)


class OneAddress:
    """Every address that the site gives of itself begins with SITE_URL, whatever host was asked,
    so that a feed's entries and a citation are the same from all.

    Stands where the host has been checked.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SITE_URL:
            # What build_absolute_uri() begins with; Django has no public way to say it.
            request._current_scheme_host = settings.SITE_URL
        return self.get_response(request)


class ReadableInput:
    """Refuses NUL and broken UTF-8 in address, cookies and forms with a 400.

    PostgreSQL cannot store NUL, so it would be a 500 there and a surprise on SQLite.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not (self.has_readable_address(request) and self.has_readable_cookies(request)):
            raise BadRequest("The address or a cookie holds a character that cannot be read.")
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method == "POST" and not has_readable_form(request):
            raise BadRequest("The form holds a character that cannot be read.")

    @staticmethod
    def has_readable_address(request):
        # Django has put bytes of the path that are no UTF-8 back as %XX.
        query = request.META.get("QUERY_STRING", "").encode("latin-1")
        return is_readable(request.path_info) and is_readable(query)

    @staticmethod
    def has_readable_cookies(request):
        return all("\0" not in name + value for name, value in request.COOKIES.items())


def is_readable(quoted: str | bytes) -> bool:
    try:
        return "\0" not in unquote_to_bytes(quoted).decode()
    except UnicodeDecodeError:
        return False


def has_readable_form(request) -> bool:
    """Django reads broken UTF-8 in a form as U+FFFD, which no editor types on purpose."""
    texts = [text for name, values in request.POST.lists() for text in (name, *values)]
    return not any("\0" in text or "\ufffd" in text for text in texts)
