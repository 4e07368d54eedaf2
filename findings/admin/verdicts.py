from django.contrib import admin

from findings.models import Verdict
from findings.publishing import rechecks
from findings.publishing.versions import Note, keep
from findings.vocabulary import Via

from .changes import ChangeNoteForm
from .citations import citations_of


class VerdictForm(ChangeNoteForm):
    def shown_to_readers(self):
        return self.instance.pk is not None and self.instance.record.is_published


@admin.register(Verdict)
class VerdictAdmin(admin.ModelAdmin):
    """A verdict with the passages that it cites, which its record's page has no room for."""

    form = VerdictForm
    search_fields = ["record__reference", "record__title", "reason"]
    list_display = ["record", "verdict", "effective_on", "checked_on"]
    list_filter = ["verdict"]
    date_hierarchy = "checked_on"
    autocomplete_fields = ["record", "developments"]
    inlines = [citations_of("verdict")]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        keep(form.instance.record, form.note(request.user))
        rechecks.settle(form.instance.record)

    def delete_model(self, request, verdict):
        super().delete_model(request, verdict)
        keep(verdict.record, Note(Via.FORM, request.user, "Took a verdict back"))

    def delete_queryset(self, request, verdicts):
        for verdict in verdicts:
            self.delete_model(request, verdict)
