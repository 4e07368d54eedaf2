from collections import Counter

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking.lens import Lens
from findings.asking.reader import role_in
from findings.models import Audience
from findings.reading import audiences, minute
from findings.texts.days import AsAt
from findings.vocabulary import Addressed, Kind, Role

from . import threads
from .feeds import for_audience
from .words import Words


def audience_list(request):
    return render(
        request,
        "audience/list.html",
        {"audiences": Audience.objects.with_published_counts(), "addressed": Addressed},
    )


def audience_detail(request, slug):
    audience = get_object_or_404(Audience.objects.with_published_counts(), slug=slug)
    as_at = AsAt.read(request.GET, localdate())
    role = role_in(request.GET)
    records = list(audiences.records_for(audience, as_at.day))
    changes = audiences.changes_by(audience, as_at.day)
    return render(
        request,
        "audience/detail.html",
        {
            "audience": audience,
            "threads": threads.of("audience", slug),
            "as_at": as_at,
            "words": Words(),
            "lens": Lens((slug,), (role.value,) if role else ()),
            "minute": minute.points(records, changes),
            **audiences.to_do(audience, role, records),
            **audiences.told(audience, records),
            "changes": changes,
            "questions": audience.questions.all(),
            **around(request, audience, role, records, as_at),
        },
    )


def around(request, audience, role, records, as_at):
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
        "lists": lists_for(audience, records, kept),
        "others": [
            (other, other.get_absolute_url() + suffix)
            for other in Audience.objects.exclude(pk=audience.pk)
        ],
    }


def lists_for(audience, records, kept):
    """[(label, address)] of the lists of all that reaches the audience, of each kind."""
    counted = Counter(record.kind for record in records)
    return [
        (
            f"All {counted[kind]} {kind.plural.lower()} that reach you",
            f"{reverse(f'{kind}-list')}?audience={audience.slug}{kept}",
        )
        for kind in Kind
        if counted[kind] > 1
    ]
