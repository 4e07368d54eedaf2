"""Errors for programs, all in one form: RFC 9457, `application/problem+json`."""

from django.http import JsonResponse

HOME = "/api/"
# The ends of addresses at which a list or a record is data.
DATA = (".csv", ".json", ".atom", ".xlsx")
# By name: the status, the title, and what it means to whoever meets it.
PROBLEMS = {
    "bad-request": (
        400,
        "The request can’t be read",
        "The address holds a character that no text has, or bytes that are not UTF-8.",
    ),
    "not-found": (
        404,
        "There is nothing at this address",
        "The address is none of those that /api/ lists, no such thing was ever published, "
        "or the list has fewer pages.",
    ),
    "method-not-allowed": (
        405,
        "The API is read only",
        "It answers GET, HEAD and OPTIONS.",
    ),
    "gone": (
        410,
        "It was taken off this site",
        "A record was withdrawn, a version redacted, or a gap removed. "
        "What it said is not repeated; why, and what to read instead, is.",
    ),
    "bad-parameter": (
        422,
        "A parameter isn’t known, or its value isn’t",
        "A mistake gets an answer: “parameter” names the one at fault, “detail” what it may be.",
    ),
    "too-many-requests": (
        429,
        "Too many requests",
        "Wait for as many seconds as Retry-After says. To have everything, take the dump.",
    ),
    "server-error": (
        500,
        "A fault of ours",
        "Something failed on this site. Trying again later may help.",
    ),
    "unavailable": (
        503,
        "The site can’t answer just now",
        "The database can’t be reached, or takes too long. "
        "Wait for as many seconds as Retry-After says.",
    ),
    "busy": (
        503,
        "Too many files at once",
        "Large files are made one at a time. Wait for as many seconds as Retry-After says.",
    ),
}
BY_STATUS = {status: name for name, (status, _, _) in PROBLEMS.items()}


def is_for_a_program(request):
    return request.path_info.startswith(HOME) and request.path_info != HOME


def is_data(request):
    """Is it asked for as data, in the API or at the address of a page?"""
    return is_for_a_program(request) or request.path_info.endswith(DATA)


def problem(name, detail="", **members):
    """The answer for one of PROBLEMS. `detail` is about this time; `members` belong to it."""
    status, title, meaning = PROBLEMS[name]
    told = {"type": f"{HOME}#{name}", "title": title, "status": status, "detail": detail or meaning}
    return JsonResponse(
        told | members,
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
