from django.contrib import admin

from findings.models import Theme

from .editing import RowAdmin
from .slugs import PermanentSlug


@admin.register(Theme)
class ThemeAdmin(PermanentSlug, RowAdmin):
    search_fields = ["name"]
    list_display = ["name", "description", "position"]
