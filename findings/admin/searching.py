from django.contrib import admin

from findings.models import Miss, Pin, Synonym

from .editing import RowAdmin
from .references import Ledger
from .slugs import PermanentSlug


@admin.register(Synonym)
class SynonymAdmin(PermanentSlug, RowAdmin):
    search_fields = ["phrases", "note"]
    list_display = ["__str__", "note"]
    slug_from = "note"


@admin.register(Pin)
class PinAdmin(admin.ModelAdmin):
    search_fields = ["words", "record__reference"]
    list_display = ["words", "record", "position"]
    autocomplete_fields = ["record"]


@admin.register(Miss)
class MissAdmin(Ledger):
    """What readers looked for in vain: each on three days at least, and never who they were."""

    search_fields = ["words"]
    list_display = ["words", "days", "last_on"]

    def get_queryset(self, request):
        return super().get_queryset(request).lasting()

    def has_delete_permission(self, request, miss=None):
        return admin.ModelAdmin.has_delete_permission(self, request, miss)
