"""What a list of records says of each: whether it holds, for whom, who says so, how far it is."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.utils.formats import date_format
from django.utils.timezone import localtime

from findings.vocabulary import Addressed

COLUMNS = ["holds", "is_for", "speaker", "stage", "changed_at"]


class ForRows(ChangeList):
    """Fetches what the columns say of a page of records at once."""

    def get_queryset(self, request, exclude_parameters=None):
        return super().get_queryset(request, exclude_parameters).for_rows()


class Columns:
    """Mixin of a record's admin."""

    def get_changelist(self, request, **options):
        return ForRows

    @admin.display(description="does it hold?")
    def holds(self, record):
        standing = record.standing
        word = standing.in_short if standing.row else "No verdict"
        return f"{word}; {standing.review}" if standing.review else word

    @admin.display(description="addressed to")
    def is_for(self, record):
        addressings = record.addressings.all()
        named = [each.audience.name for each in addressings if each.addressed == Addressed.NAMED]
        if named:
            return f"{', '.join(named)} by name"
        return f"{len(addressings)} sectors, none by name" if addressings else "Nobody yet"

    @admin.display(description="state", ordering="state")
    def stage(self, record):
        state = record.get_state_display()
        if record.publish_at is None:
            return state
        planned = date_format(localtime(record.publish_at), "DATETIME_FORMAT")
        return f"{state}, to be published on {planned}"
