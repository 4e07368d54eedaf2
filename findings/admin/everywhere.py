"""One search over all that editors write, as far as each of them may look at it."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.db.models import Count, Window
from django.template.response import TemplateResponse
from django.urls import reverse

from findings import models

from .links import form_of

AT_MOST = 8
NOUNS = [
    models.Record,
    models.Gap,
    models.LawLine,
    models.Source,
    models.Passage,
    models.Development,
    models.Theme,
    models.Term,
    models.Synonym,
    models.Pin,
    models.Audience,
    models.Miss,
    models.JudgedQuery,
]


class WordsForm(forms.Form):
    q = forms.CharField(
        label="Search everything",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "class": "vTextField"}),
    )


@dataclass(frozen=True)
class Group:
    """What was found of one noun: the first few, how many there are, and where all stand."""

    name: str
    things: list
    count: int
    url: str


def page(request):
    form = WordsForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        **admin.site.each_context(request),
        "title": f"Found for “{words}”" if words else "Search everything",
        "form": form,
        "words": words,
        "groups": found(request, words) if words else [],
    }
    return TemplateResponse(request, "admin/search.html", context)


def found(request, words):
    """[Group] of the nouns that hold `words`, without those that the user may not look at."""
    admins = [admin.site.get_model_admin(model) for model in NOUNS]
    groups = [
        group(model_admin, request, words)
        for model_admin in admins
        if model_admin.has_view_permission(request)
    ]
    return [each for each in groups if each.count]


def group(model_admin, request, words):
    """The Group of one noun, in one query."""
    rows, _ = model_admin.get_search_results(request, model_admin.get_queryset(request), words)
    if model_admin.list_select_related:
        rows = rows.select_related(*model_admin.list_select_related)
    first = list(rows.annotate(in_all=Window(Count("pk")))[:AT_MOST])
    opts = model_admin.opts
    return Group(
        opts.verbose_name_plural,
        [(str(thing), where(thing), note(thing)) for thing in first],
        first[0].in_all if first else 0,
        reverse(f"admin:findings_{opts.model_name}_changelist", query={"q": words}),
    )


def where(thing):
    """The form on which it is edited: a passage on that of its source."""
    return form_of(thing.source if isinstance(thing, models.Passage) else thing)


def note(thing):
    return thing.get_state_display() if isinstance(thing, models.Record) else ""
