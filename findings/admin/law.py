from django.contrib import admin

from findings.models import LawLine

from .editing import RowAdmin
from .slugs import PermanentSlug


@admin.register(LawLine)
class LawLineAdmin(PermanentSlug, RowAdmin):
    slug_from = "title"
    search_fields = ["title", "text", "slug"]
    list_display = ["title", "audience", "force", "since", "as_of"]
    list_filter = ["audience", "force"]
    autocomplete_fields = ["development", "bill", "source", "bears_on"]
    intro = "Where the law stands for each audience, and what a Bill would change."
    fieldsets = [
        ("What it asks", {"fields": ["audience", "title", "text", "force"]}),
        ("Since when", {"fields": ["since", "development"]}),
        ("What would change", {"fields": ["would_change", "bill"]}),
        ("Where to check", {"fields": ["source", "as_of"]}),
        ("What depends on it", {"fields": ["bears_on"]}),
        ("Place", {"fields": ["position", "slug"], "classes": ["collapse"]}),
    ]
