from django.contrib import admin

from findings.models import LoadedRow, Reference

from .lists import Listed


class Ledger(Listed, admin.ModelAdmin):
    """A table that the site keeps for itself: to be read, never written by hand."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, row=None):
        return False

    def has_delete_permission(self, request, row=None):
        return False


@admin.register(Reference)
class ReferenceAdmin(Ledger):
    intro = "Every reference that was ever issued. None is issued twice."
    search_fields = ["text"]
    reference = "text"
    list_display = ["text", "issued_at"]


@admin.register(LoadedRow)
class LoadedRowAdmin(Ledger):
    intro = "What was loaded from files. What an editor changed since is left alone."
    search_fields = ["key"]
    list_display = ["noun", "key", "folder", "loaded_at"]
    list_filter = ["noun", "folder"]
