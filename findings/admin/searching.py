from django.contrib import admin

from findings.models import Miss, Pin, Synonym

from .editing import RowAdmin
from .lists import Listed
from .parts import Helped
from .references import Ledger
from .slugs import PermanentSlug


@admin.register(Synonym)
class SynonymAdmin(PermanentSlug, RowAdmin):
    search_fields = ["phrases", "finds", "note"]
    list_display = ["__str__", "note"]
    slug_from = "note"
    intro = (
        "Groups of words that mean the same: any of them also finds the others, and what is named "
        "below them. The glossary is read likewise."
    )
    fieldsets = [(None, {"fields": ["phrases", "finds", "note", "slug"]})]


@admin.register(Pin)
class PinAdmin(Helped, Listed, admin.ModelAdmin):
    """A pin is taken away and made anew, never changed: so no editor changes another's."""

    intro = "Records that come first for certain words, whatever search makes of them."
    search_fields = ["words", "record__reference"]
    list_display = ["words", "record", "position"]
    list_select_related = ["record"]
    autocomplete_fields = ["record"]
    fields = ["words", "record", "position"]

    def has_change_permission(self, request, pin=None):
        return False


@admin.register(Miss)
class MissAdmin(Ledger):
    """What readers looked for in vain: each on three days at least, and never who they were."""

    search_fields = ["words"]
    list_display = ["words", "days", "last_on"]
    intro = (
        "What readers looked for in vain, on three days at least. Add a synonym or a pin, then "
        "delete the line."
    )

    def get_queryset(self, request):
        return super().get_queryset(request).lasting()

    def has_delete_permission(self, request, miss=None):
        return admin.ModelAdmin.has_delete_permission(self, request, miss)
