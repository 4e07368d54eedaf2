from django.contrib import admin
from django.db import models

from findings.models import Passage, Source

from .editing import RowAdmin
from .slugs import PermanentSlug


class PassageInline(admin.TabularInline):
    model = Passage
    extra = 0
    fields = ["locator", "paraphrase", "fingerprint", "position"]


@admin.register(Source)
class SourceAdmin(PermanentSlug, RowAdmin):
    search_fields = ["title", "byline", "slug"]
    list_display = ["title", "byline", "published", "extent"]
    list_filter = ["extent"]
    slug_from = "title"
    inlines = [PassageInline]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Passage)
class PassageAdmin(admin.ModelAdmin):
    search_fields = ["source__title", "source__slug", "locator", "paraphrase"]
    list_display = ["source", "locator", "paraphrase"]
    list_filter = ["source"]
    autocomplete_fields = ["source"]
