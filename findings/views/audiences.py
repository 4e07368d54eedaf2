from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from findings.asking.lens import Lens
from findings.asking.reader import role_in
from findings.models import Audience
from findings.reading import audiences
from findings.texts.days import AsAt
from findings.vocabulary import Addressed, Role

from . import threads
from .editing_link import page_of
from .feeds import for_audience
from .words import Words


def audience_list(request):
    return render(
        request,
        "audience/list.html",
        {"audiences": Audience.objects.with_published_counts(), "addressed": Addressed},
    )


def audience_detail(request, slug):
    audience = get_object_or_404(Audience, slug=slug)
    as_at = AsAt.read(request.GET, localdate())
    role = role_in(request.GET)
    changes = audiences.changes_by(audience, as_at.day)
    return page_of(
        request,
        "audience/detail.html",
        {
            "audience": audience,
            "threads": threads.of("audience", slug),
            "as_at": as_at,
            "words": Words(),
            "lens": Lens((slug,), (role.value,) if role else ()),
            **audiences.page_of(audience, role, as_at, changes),
            "changes": changes,
            "questions": audience.questions.all(),
            **around(request, audience, role, as_at),
        },
        audience,
    )


def around(request, audience, role, as_at):
    """The ways on from here: each keeps the role and the day."""
    kept = "".join([f"&role={role}" if role else "", as_at.parameter])
    suffix = f"?{kept[1:]}" if kept else ""
    return {
        "roles": [
            ("Everyone", request.path + as_at.suffix, role is None),
            *(
                (each.plural, f"{request.path}?role={each}{as_at.parameter}", each == role)
                for each in Role
            ),
        ],
        "feed": for_audience(audience),
        "keeps": [("role", role.value)] if role else [],
        "others": [
            (other, other.get_absolute_url() + suffix)
            for other in Audience.objects.exclude(pk=audience.pk)
        ],
    }
