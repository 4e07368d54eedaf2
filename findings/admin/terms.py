from django.contrib import admin

from findings.models import Term

from .editing import RowAdmin
from .slugs import PermanentSlug


@admin.register(Term)
class TermAdmin(PermanentSlug, RowAdmin):
    search_fields = ["name", "full_name", "also"]
    list_display = ["name", "full_name", "definition"]
