from django.contrib import admin
from django.db import models

from findings.models import Passage, Source

from .editing import RowAdmin
from .parts import OrderedPart
from .references import Ledger
from .slugs import PermanentSlug


class PassageInline(OrderedPart):
    model = Passage
    fields = ["locator", "paraphrase", "second_hand", "position", "fingerprint"]


@admin.register(Source)
class SourceAdmin(PermanentSlug, RowAdmin):
    search_fields = ["title", "byline", "slug"]
    list_display = ["title", "byline", "published", "extent", "method"]
    list_filter = ["extent", "method"]
    autocomplete_fields = ["account_of"]
    slug_from = "title"
    date_hierarchy = "published_on"
    intro = "The works that we rest on, and the places in them that can be cited."
    fieldsets = [
        ("The work", {"fields": ["title", "byline", "description"]}),
        ("When and where it came out", {"fields": [("published", "published_on"), "url"]}),
        (
            "What kind of evidence it is",
            {"fields": ["method", ("who", "how_many"), "gathered", "account_of"]},
        ),
        ("How far we know it", {"fields": ["extent", "fact"]}),
        ("Addresses", {"fields": ["slug", "report_code"], "classes": ["collapse"]}),
    ]
    inlines = [PassageInline]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Passage)
class PassageAdmin(Ledger):
    """All passages together, for citing. Each is written on the form of its source."""

    intro = "Places in sources that can be cited. Each is written on the form of its source."
    search_fields = ["source__title", "source__slug", "locator", "paraphrase"]
    list_display = ["source", "locator", "paraphrase"]
    list_select_related = ["source"]
