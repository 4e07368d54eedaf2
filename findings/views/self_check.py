"""The self-check: a paper form of the skills, which a script turns into a picture in the browser.

What is marked is never sent: there is no form to send, and the script makes no request.
"""

from django.db.models import Prefetch
from django.shortcuts import render
from django.urls import reverse

from findings.asking.query import Query
from findings.models import Link, Record
from findings.reading.excerpts import Excerpt, cut
from findings.reading.norms import Norm
from findings.vocabulary import Kind, LinkRelation

# Nobody marks more skills than these in one go.
MOST = 40
ANSWERS = [("do", "We do this"), ("partly", "Partly"), ("not-yet", "Not yet")]


def self_check(request):
    published = Record.objects.published().for_rows()
    builds = Link.objects.from_published(published).filter(relation=LinkRelation.BUILDS)
    skills = published.of_kind(Kind.SKILL).prefetch_related(
        Prefetch("backlinks", builds.order_by("record__sort_key"), to_attr="building")
    )
    query = Query(path=reverse("skill-list"), fixed={"kind": Kind.SKILL.value})
    pks, count = cut(query, MOST)
    found = skills.in_bulk(pks)
    shown = Excerpt([found[pk] for pk in pks if pk in found], count, query)
    context = {"skills": shown, "answers": ANSWERS, "norm": Norm.of(shown)}
    return render(request, "self_check/page.html", context)
