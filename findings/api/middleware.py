"""What every answer of the API carries, errors and 304 too: open to any site, and limited."""

import time

from django.conf import settings
from django.http import HttpResponse

from findings.asking.problems import is_data, is_for_a_program, problem

from .limits import MINUTE, Counter, client_of

METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset"
# Where messages are sent; see mcp.py.
MESSAGES = "/api/v1/mcp"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


class ForPrograms:
    """Pages of other sites may read the API: it is public, and knows no cookie.

    It stands outside of all that may refuse, so that a program can read why.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.counter = Counter()

    def __call__(self, request):
        if not is_for_a_program(request):
            return self.limited(request) if is_data(request) else self.get_response(request)
        response = self.answer(request)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = EXPOSED
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def answer(self, request):
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers=PREFLIGHT)
            if request.path_info == MESSAGES:
                response["Access-Control-Allow-Methods"] = "POST, OPTIONS"
            del response["Content-Type"]
            return response
        return self.limited(request)

    def limited(self, request):
        """Lists as data are counted with the API: they cost the same."""
        limit = settings.API_REQUESTS_PER_MINUTE
        if not limit:
            return self.get_response(request)
        now = time.time()
        client = client_of(request, behind_proxy=settings.BEHIND_PROXY)
        count, rest = self.counter.count(client, now), MINUTE - int(now % MINUTE)
        if count > limit:
            response = problem("too-many-requests")
            response["Retry-After"] = rest
        else:
            response = self.get_response(request)
        response["RateLimit-Limit"] = limit
        response["RateLimit-Remaining"] = max(0, limit - count)
        response["RateLimit-Reset"] = rest
        return response
