"""Records, their versions, and the facets that narrow a list of them."""

from django.http import Http404
from django.urls import reverse

from findings.asking import strict
from findings.models import Gap, Record
from findings.reading import absence
from findings.reading.edition import edition_of
from findings.representations import answers, facets, versions
from findings.representations import records as representations
from findings.texts.days import KEY as AS_AT

from .answers import Paging, answer, gone, moved, no_parameters, operation


@operation
def record_list(request, origin):
    asked = strict.query(request.GET, reverse("browse"), single=(*strict.LIST, "per_page"))
    paging, count = Paging.read(request.GET), asked.count
    pks = paging.cut(asked.in_order())
    results = representations.represent_all(pks, origin, asked.as_at.day, asked.lens)
    told = representations.asked(asked, count, origin)
    told["answers"] = answers.represent(asked.answers(), origin)
    return answer(paging.envelope(request, origin, count, results, **told))


@operation
def facet_list(request, origin):
    asked = strict.query(request.GET, reverse("browse"), single=("q", AS_AT))
    count = asked.count
    told = representations.asked(asked, count, origin)
    return answer({**told, "count": count, "facets": facets.represent(asked), **origin.terms})


def of_a_record(name):
    """A view of a published record, at the address `name`: called with the record in place of
    its reference. Another spelling leads to it, and what is gone says so."""

    def decorate(view):
        @operation
        def by_reference(request, origin, reference, **rest):
            canonical = reference.upper()
            record, notice = absence.look_up(canonical, Record.objects.for_rows())
            if notice:
                return gone(notice, origin)
            if record is None and Gap.objects.filter(reference=canonical).exists():
                return moved(request, "api-gap", canonical)
            if record is None:
                raise Http404
            if reference != canonical:
                return moved(request, name, canonical, *rest.values())
            return view(request, origin, record, **rest)

        return by_reference

    return decorate


@of_a_record("api-record")
def record_detail(request, origin, record):
    no_parameters(request, AS_AT)
    day = strict.as_at(request.GET).day
    [represented] = representations.represent_all([record.pk], origin, day)
    return answer(represented)


@of_a_record("api-versions")
def version_list(request, origin, record):
    no_parameters(request, "page", "per_page")
    numbered = record.versions.numbered().defer("row").reverse()
    paging = Paging.read(request.GET)
    results = [versions.listed(each, origin) for each in bound(paging.cut(numbered), record)]
    return answer(paging.envelope(request, origin, numbered.count(), results))


def bound(found, record):
    """The versions, each with the record as it has been looked up already."""
    for version in found:
        version.record = record
    return found


@of_a_record("api-version")
def version_detail(request, origin, record, number):
    no_parameters(request)
    found = bound(record.versions.numbered().filter(number=number), record)
    if not found:
        raise Http404
    [version] = found
    if version.is_redacted:
        return gone(absence.redacted(version), origin)
    return answer(versions.represent(edition_of(version), origin))
