from django.contrib import admin

from findings.models import Theme

from .editing import RowAdmin
from .merging import Merges, merge
from .slugs import PermanentSlug


@admin.register(Theme)
class ThemeAdmin(Merges, PermanentSlug, RowAdmin):
    search_fields = ["name"]
    intro = "The controlled list: editors choose among these and can’t add one in passing."
    fieldsets = [(None, {"fields": ["name", "description", "position", "slug"]})]
    list_display = ["name", "description", "position"]
    actions = [merge]
