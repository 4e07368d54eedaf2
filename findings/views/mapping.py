"""The map: everything on one page, as a page, a stylesheet, and files to keep."""

from dataclasses import dataclass, replace
from hashlib import sha256

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from findings.asking.map import MapQuery
from findings.imprint import LICENCE, SITE
from findings.map import drawing, poster
from findings.map.chart import Chart
from findings.map.layout import Layout, arrange
from findings.map.lighting import stylesheet
from findings.map.outline import outline
from findings.map.sheet import PRINTED, SCREEN
from findings.models import Audience, HomePage
from findings.models.generation import kept
from findings.reading import map as reading
from findings.reading.norms import Norm
from findings.representations.origin import root_of
from findings.texts.days import spell

from .downloads import in_turn
from .errors import strictly
from .knowing import refuse_unknown

FOREVER = "public, max-age=31536000, immutable"
# The forms of the map to keep: {suffix: (media type, what writes it, what it is called)}.
FORMS = {
    "svg": ("image/svg+xml", poster.svg, "SVG, to edit"),
    "pdf": ("application/pdf", poster.pdf, "PDF, to print"),
    "png": ("image/png", poster.png, "PNG, for slides"),
}


@dataclass(frozen=True)
class Asked:
    """What one reader sees of the map."""

    query: MapQuery
    whole: Chart
    layout: Layout


def read(request, sheet):
    query = MapQuery.parse(request.GET)
    return Asked(query, reading.whole(), laid_out(tuple(query.chosen.items()), sheet))


@kept(most=4)
def laid_out(chosen, sheet):
    """The Layout of the map, which a page needs and its stylesheet right after."""
    return arrange(MapQuery(chosen=dict(chosen)).narrow(reading.whole()), sheet)


def listed(layout, query):
    """The groups of the list, each with the address of a list of all that belongs to it; and what
    most of their records share, of what they say."""
    groups = outline(layout)
    points = [point for group in groups for entry in group.entries for point in entry.points()]
    records = reading.told({point.reference for point in points})
    norm = replace(Norm.of(records.values()), trail=None)
    return [(group.telling(records), everything_in(group, query)) for group in groups], norm


def everything_in(group, query):
    themed = query.choosing("theme", (group.theme,)) if group.theme else query
    return f"{reverse(f'{group.kind}-list')}{themed.url}"


def map_page(request):
    asked = read(request, SCREEN)
    query, layout = asked.query, asked.layout
    groups, norm = listed(layout, query)
    pen = drawing.Pen(lit=True, theme_url=lambda slug: theme_url(query, slug))
    context = {
        "query": query,
        "layout": layout,
        "drawing": drawing.body(layout, pen),
        "lights": reverse("map-lights", args=[digest(stylesheet(layout))]) + query.url,
        "options": query.options(asked.whole),
        "sentence": query.sentence(layout.chart),
        "beside_count": sum(not point.asked for point in layout.chart.points),
        "groups": groups,
        "norm": norm,
        "audiences": Audience.objects.all(),
        "forms": [
            (reverse("map-form", args=[form]) + query.url, name)
            for form, (_, _, name) in FORMS.items()
        ],
    }
    return render(request, "map/page.html", context)


def theme_url(query, slug):
    """Where the name of a theme on the map leads: to the map of this theme."""
    return f"{reverse('map')}{query.choosing('theme', (slug,) if slug else ()).url}"


def map_lights(request, asked):
    """What lights up with what. Where the map has changed since, the newest, kept by nobody."""
    text = stylesheet(read(request, SCREEN).layout)
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOREVER if asked == digest(text) else "no-cache"
    return response


def digest(text):
    return sha256(text.encode()).hexdigest()[:12]


@strictly
def map_form(request, form):
    """The map as a file: one sheet of A4."""
    refuse_unknown(request)

    def make():
        asked = read(request, PRINTED)
        media_type, write, _ = FORMS[form]
        response = HttpResponse(write(asked.layout, frame(request, asked)), content_type=media_type)
        response["Content-Disposition"] = f'attachment; filename="ics-leadership-map.{form}"'
        return response

    return in_turn(request, make)


def frame(request, asked):
    """What stands round the map on paper."""
    page = HomePage.objects.current()
    sentence = asked.query.sentence(asked.layout.chart)
    address = request.build_absolute_uri(reverse("map") + asked.query.url)
    counts = [f"{len(asked.layout.points(n))} {kind}s" for n, kind in enumerate(drawing.COLUMNS)]
    read_up_to = f"Nothing later than {spell(page.knowledge_date)} was read" if page else ""
    return poster.Frame(
        title=sentence if asked.query.chosen else "Everything on one page",
        summary=f"A map of {', '.join(counts)} and the links between them. In words: {address}",
        audiences=tuple(Audience.objects.values_list("slug", "name")),
        notes=tuple(filter(None, [SITE, address, read_up_to, LICENCE])),
        theme_url=lambda slug: theme_url(asked.query, slug),
        origin=root_of(request),
    )
