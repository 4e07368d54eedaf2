from django.contrib import admin

from findings.models import Version

from .references import Ledger
from .withdrawals import redact


@admin.register(Version)
class VersionAdmin(Ledger):
    """Every save of every record: who, when, how and why. Never written by hand.

    A manager, who has the right `redact_version`, can take the text of one away.
    """

    intro = "Every save of every record: who, when, how and why."
    search_fields = ["record__reference", "record__title", "line"]
    list_display = ["record", "number", "made_at", "made_by", "via", "line", "is_major"]
    list_filter = ["via", "is_major"]
    date_hierarchy = "made_at"
    actions = [redact]

    def has_redact_permission(self, request):
        return request.user.has_perm("findings.redact_version")
