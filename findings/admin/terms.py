from django.contrib import admin

from findings.models import Term

from .editing import RowAdmin
from .slugs import PermanentSlug


@admin.register(Term)
class TermAdmin(PermanentSlug, RowAdmin):
    search_fields = ["name", "full_name", "also"]
    intro = "Words of the field. Texts explain them where they first appear on a page."
    fieldsets = [
        ("The word", {"fields": ["name", "full_name", "definition"]}),
        ("Where it is found", {"fields": ["also", "slug"]}),
    ]
    list_display = ["name", "full_name", "definition"]
