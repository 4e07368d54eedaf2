"""Rows that are left out of all that readers see; see findings.models.sound."""

import re

from django.db.models import Value

from findings import models
from findings.models.readable import sound
from findings.models.sound import every

from .fields import Fault

# What has an address of its own, and what stands below it.
NOUNS = (
    models.Theme,
    models.Audience,
    models.Source,
    models.Term,
    models.Development,
    models.Gap,
    models.LawLine,
)
PARTS = (
    models.Passage,
    models.AudienceChange,
    models.Addressing,
    models.AudienceNote,
    models.RoleReading,
    models.RecordTheme,
    models.Citation,
    models.Verdict,
    models.Link,
    models.HomePlace,
)
ADDRESS = re.compile(r"[-\w]+", re.ASCII)
NAMES = ("name", "title", "locator")


def left_out(*nouns):
    """Yields (model, queryset of its rows that readers can't be shown)."""
    for model in nouns or (*NOUNS, *PARTS, models.Record):
        whole = every(model).order_by("pk")
        if model is models.Record:
            yield model, whole.exclude(sound())
        else:
            yield model, whole.exclude(pk__in=model.objects.order_by().values("pk"))


def keys():
    """{model: the keys of its rows that are left out} of what has an address, in one query."""
    models_by_name = {model._meta.model_name: model for model in (*NOUNS, models.Record)}
    first, *others = [
        rows.order_by().annotate(noun=Value(model._meta.model_name)).values_list("noun", "pk")
        for model, rows in left_out(*models_by_name.values())
    ]
    found = {}
    for name, key in sorted(first.union(*others, all=True)):
        found.setdefault(models_by_name[name], []).append(key)
    return found


def audit():
    """Every row that is left out: yields (what it is called, Fault)."""
    for model, rows in left_out():
        for thing in rows:
            yield f"{model._meta.verbose_name} {thing.pk}", Fault(*why(thing))


def why(thing):
    """(field, sentence) of the first thing about a row that keeps it from readers."""
    for field in ("slug", "reference"):
        address = getattr(thing, field, "a")
        if not ADDRESS.fullmatch(address):
            return field, f"“{address}” is no address: readers are not shown this row"
    for field in NAMES:
        if getattr(thing, field, "a") == "":
            return field, "is empty: readers are not shown this row"
    return "", "a word in it, or what it points to, is unknown: readers are not shown this row"
