"""What the views of the API share."""

from dataclasses import dataclass
from functools import wraps
from math import ceil

from django.http import Http404, HttpResponsePermanentRedirect, JsonResponse
from django.urls import reverse

from findings.asking import strict
from findings.asking.problems import problem
from findings.formats.press import RETRY_AFTER, Busy
from findings.representations.origin import Origin

PER_PAGE = 20
MOST_PER_PAGE = 100
PAGING = ("page", "per_page")


def operation(view):
    """A view of the API: it gets the Origin of the data, may refuse parameters, or be busy."""

    @wraps(view)
    def answering(request, **place):
        try:
            response = view(request, Origin.of(request), **place)
        except strict.BadParameter as refused:
            response = problem("bad-parameter", str(refused), parameter=refused.name)
        except Busy:
            response = problem("busy")
            response["Retry-After"] = RETRY_AFTER
        # Ask again each time: an ETag makes that cheap, and nothing stale is ever quoted.
        response["Cache-Control"] = "no-cache"
        return response

    return answering


def answer(data):
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


def no_parameters(request, *single):
    """Refuses every parameter but `single`."""
    strict.check_names(request.GET, (), single)


def moved(request, name, *args):
    """To the same thing, in the spelling of its address that is used everywhere."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(reverse(name, args=args) + (query and f"?{query}"))


def gone(notice, origin):
    """A 410 that says what is gone, since when and why, and nothing of what it said."""
    instead = notice.successor or notice.current
    return problem(
        "gone",
        f"{notice}. {notice.text}",
        date=notice.on.isoformat() if notice.on else None,
        why=notice.why,
        read_instead=instead and origin.address("api-record", instead.reference),
    )


@dataclass(frozen=True)
class Paging:
    """Which part of a list is asked for."""

    page: int
    per_page: int

    @classmethod
    def read(cls, params):
        per_page = strict.number(params, "per_page", PER_PAGE, MOST_PER_PAGE)
        return cls(strict.number(params, "page"), per_page)

    def cut(self, things):
        """The part itself. A part beyond the end is a 404, but of an empty list the first."""
        start = (self.page - 1) * self.per_page
        part = list(things[start : start + self.per_page])
        if not part and self.page > 1:
            raise Http404
        return part

    def envelope(self, request, origin, count, results, **more):
        pages = max(1, ceil(count / self.per_page))
        return {
            **more,
            "count": count,
            "page": self.page,
            "pages": pages,
            "per_page": self.per_page,
            "previous": self.at(request, self.page - 1) if self.page > 1 else None,
            "next": self.at(request, self.page + 1) if self.page < pages else None,
            "results": results,
            **origin.terms,
        }

    @staticmethod
    def at(request, page):
        params = request.GET.copy()
        params["page"] = page
        return request.build_absolute_uri(f"{request.path}?{params.urlencode()}")
