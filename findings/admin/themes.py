from django.contrib import admin

from findings.models import Theme

from .slugs import PermanentSlug


@admin.register(Theme)
class ThemeAdmin(PermanentSlug, admin.ModelAdmin):
    search_fields = ["name"]
    list_display = ["name", "description", "position"]
