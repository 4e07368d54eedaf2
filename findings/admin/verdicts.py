from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from findings.models import Verdict
from findings.vocabulary import Kind

from .looking import LookedAt
from .references import Ledger


@admin.register(Verdict)
class VerdictAdmin(LookedAt, Ledger):
    """All verdicts together, to look through. Each is written on the form of its record."""

    intro = "Every verdict on whether a record still holds. Each is written on its record’s form."
    search_fields = ["record__reference", "record__title", "reason"]
    list_display = ["judged", "verdict", "effective_on", "as_of", "checked_on"]
    list_display_links = None
    list_filter = ["verdict", "fresh_for", "record__kind"]
    list_select_related = ["record"]
    date_hierarchy = "checked_on"

    @admin.display(description="record", ordering="record__sort_key")
    def judged(self, verdict):
        kind = Kind(verdict.record.kind)
        url = reverse(f"admin:findings_{kind.value}_change", args=[verdict.record_id])
        return format_html('<a href="{}#verdicts-heading">{}</a>', url, verdict.record)
