from django.contrib import admin

from findings.models import LoadedRow, Reference


class Ledger(admin.ModelAdmin):
    """A table that the site keeps for itself: to be read, never written by hand."""

    change_list_template = "admin/row_list.html"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, row=None):
        return False

    def has_delete_permission(self, request, row=None):
        return False


@admin.register(Reference)
class ReferenceAdmin(Ledger):
    search_fields = ["text"]
    list_display = ["text", "issued_at"]


@admin.register(LoadedRow)
class LoadedRowAdmin(Ledger):
    search_fields = ["key"]
    list_display = ["noun", "key", "folder", "loaded_at"]
    list_filter = ["noun", "folder"]
