"""The self-check: a paper form of the skills, which a script turns into a picture in the browser.

What is marked is never sent: there is no form to send, and the script makes no request.
"""

from django.db.models import Prefetch
from django.shortcuts import render

from findings.models import Link, Record
from findings.vocabulary import Kind, LinkRelation

ANSWERS = [("do", "We do this"), ("partly", "Partly"), ("not-yet", "Not yet")]


def self_check(request):
    published = Record.objects.published().for_rows()
    builds = Link.objects.from_published(published).filter(relation=LinkRelation.BUILDS)
    skills = published.of_kind(Kind.SKILL).prefetch_related(
        Prefetch("backlinks", builds.order_by("record__sort_key"), to_attr="building")
    )
    context = {"skills": skills.order_by("sort_key"), "answers": ANSWERS}
    return render(request, "self_check/page.html", context)
