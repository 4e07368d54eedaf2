"""Slides: five for an audience, up to twelve for a board paper."""

from dataclasses import replace

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate

from findings.asking import strict
from findings.asking.lens import Lens
from findings.asking.paper import Paper, known_in
from findings.asking.reader import role_in
from findings.documents.decks import audience_deck, paper_deck
from findings.documents.papers import Frame
from findings.formats import slides
from findings.models import Audience, HomePage
from findings.reading.briefs import brief_of
from findings.representations.origin import Origin, root_of
from findings.representations.records import represent_all
from findings.vocabulary import Role

from . import papers
from .downloads import answer, in_turn
from .errors import strictly
from .knowing import refuse_unknown


@strictly
def audience_slides(request, slug):
    """For the role that the address names, with what concerns it before what concerns others."""
    strict.check_names(request.GET, (), ("role",))
    if asked := request.GET.get("role"):
        strict.check_value("role", asked, Role.values)
    audience, role = get_object_or_404(Audience, slug=slug), role_in(request.GET)

    def make():
        brief, origin = brief_of(audience), Origin.of(request)
        pks = [record.pk for record in claims(brief, role)]
        told = represent_all(pks, origin, lens=Lens((slug,), (role.value,) if role else ()))
        address = request.build_absolute_uri(reverse("audience-detail", args=[slug]))
        deck = audience_deck(brief, told, address, origin.terms, localdate())
        return answer("pptx", slides.write(deck), f"slides-{slug}{f'-{role}' if role else ''}")

    return in_turn(request, make)


def claims(brief, role):
    """What was found, what was found since, and what to do: three records."""
    found = [*brief.findings[:1], *brief.since[:1], *brief.findings[1:]][:2]
    asks = sorted(brief.asks, key=lambda ask: not concerns(ask.record, role))
    return [*found, *(ask.record for ask in asks[:1])]


def concerns(record, role):
    roles = {reading.role for reading in record.role_readings.all()}
    return not role or not roles or role.value in roles


@strictly
def paper_slides(request):
    """They hold what was typed, so they are kept nowhere."""
    refuse_unknown(request, known_in(request.GET))
    filled = papers.fill(Paper.parse(request.GET))
    if filled.paper.excess or not filled.entries:
        return render(request, "paper/refused.html", {"paper": filled.paper}, status=400)

    def make():
        address = request.build_absolute_uri(papers.page_url(replace(filled.paper, words="")))
        frame = Frame(address, localdate(), HomePage.objects.knowledge(), root_of(request))
        entries = [entry for _, entries in filled.parts for entry in entries]
        deck = paper_deck(filled.paper, entries, frame)
        return answer("pptx", slides.write(deck), "board-paper", saved=True)

    return in_turn(request, make)
