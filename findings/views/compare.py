from itertools import groupby

from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import render

from findings.asking.comparison import MOST, Comparison
from findings.models import Addressing, Audience, AudienceChange, AudienceNote, Record
from findings.models.readable import readable
from findings.reading.alike import alike
from findings.search.related import related
from findings.vocabulary import Kind

from .words import Words

# Of more records none is chosen from a list: its reference is typed.
MOST_LISTED = 200
# How many records and notes of an audience stand in a comparison.
MOST_TOLD = 20


def compare(request):
    comparison = Comparison.parse(request.GET)
    typed = request.META.get("QUERY_STRING", "")
    # What was dropped has no place in the one spelling, and has to be said all the same.
    if typed != comparison.string and not comparison.dropped:
        query = comparison.string and f"?{comparison.string}"
        return HttpResponseRedirect(request.path + query)
    context = {
        "comparison": comparison,
        "is_chosen": bool(typed),
        "most": MOST_TOLD,
        "words": Words(),
        **side_by_side(comparison),
        **choices(comparison),
    }
    return render(request, "compare/page.html", context)


def side_by_side(comparison):
    """The records or audiences themselves, once there are enough of them; of one record alone,
    what it might be compared with."""
    if not comparison.is_enough:
        return candidates(comparison) if comparison.key == "record" else {}
    if comparison.key == "record":
        found = Record.objects.published().filter(reference__in=comparison.chosen).for_page()
        records = comparison.in_order(found, "reference")
        return {"records": records, "alike": alike(records)}
    found = Audience.objects.with_published_counts().filter(slug__in=comparison.chosen)
    shown = found.prefetch_related(
        "questions",
        Prefetch(
            "changes",
            AudienceChange.objects.select_related("source").prefetch_related("developments"),
        ),
        Prefetch("addressings", naming()[:MOST_TOLD], to_attr="naming"),
        Prefetch("notes", asking()[:MOST_TOLD], to_attr="asking"),
    )
    return {"audiences": comparison.in_order(shown, "slug")}


def candidates(comparison):
    """The record chosen and those that are related to it."""
    chosen = Record.objects.published().filter(reference__in=comparison.chosen).for_page().first()
    return {"one": chosen, "near": related(chosen, most=6)} if chosen else {}


def naming():
    """The addressings by which published records name an audience, in the records' order."""
    seen = Addressing.objects.filter(readable("record__"), addressed="named")
    return seen.select_related("record").order_by("record__sort_key")


def asking():
    """The notes of published recommendations on what they ask of an audience."""
    seen = AudienceNote.objects.filter(readable("record__"), record__kind=Kind.RECOMMENDATION)
    return seen.select_related("record").order_by("record__sort_key")


def choices(comparison):
    """What the form offers: records by kind, audiences, and a field for each place."""
    records = Record.objects.published().order_by("sort_key").only("reference", "title", "kind")
    count = records.count()
    chosen = comparison.chosen if comparison.key == "record" else ()
    return {
        "kinds": [
            (Kind(kind).plural, list(group))
            for kind, group in groupby(records, key=lambda record: record.kind)
        ]
        if count <= MOST_LISTED
        else [],
        "count": count,
        "places": list(enumerate([*chosen, *[""] * (MOST - len(chosen))], start=1)),
        "all_audiences": Audience.objects.all(),
    }
