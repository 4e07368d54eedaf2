from django import forms
from django.contrib import admin
from django.utils.timezone import localdate

from findings.editorial import coming
from findings.models import Development
from findings.publishing import rechecks
from findings.vocabulary import DevelopmentStatus

from .citations import citations_of
from .editing import RowAdmin
from .slugs import PermanentSlug


class DevelopmentForm(forms.ModelForm):
    """Asks which records the event bears on. "None" is an answer, silence is not."""

    bears_on_nothing = forms.BooleanField(
        label="It bears on no record",
        required=False,
        help_text="Say so if it is background only. Otherwise the records go to be checked again.",
    )

    def clean(self):
        cleaned = super().clean()
        chosen, nothing = cleaned.get("bears_on"), cleaned.get("bears_on_nothing")
        if bool(chosen) == bool(nothing):
            self.add_error(
                "bears_on", "Choose the records it bears on, or tick that there are none."
            )
        if cleaned.get("status") == DevelopmentStatus.HAPPENED and cleaned.get("date"):
            self.refuse_to_come(cleaned["date"])
        return cleaned

    def refuse_to_come(self, day):
        try:
            coming.refuse(day)
        except forms.ValidationError as refusal:
            self.add_error("date", refusal)


class ToConfirm(admin.SimpleListFilter):
    title = "what waits"
    parameter_name = "waits"

    def lookups(self, request, model_admin):
        return [("confirm", "Planned for a day that is over")]

    def queryset(self, request, developments):
        return developments.to_confirm(localdate()) if self.value() == "confirm" else developments


@admin.register(Development)
class DevelopmentAdmin(PermanentSlug, RowAdmin):
    form = DevelopmentForm
    search_fields = ["title", "summary", "slug"]
    list_display = ["title", "date", "precision", "status"]
    list_filter = [ToConfirm, "status", "precision"]
    date_hierarchy = "date"
    slug_from = "title"
    autocomplete_fields = ["bears_on"]
    inlines = [citations_of("development")]
    intro = (
        "What happened since, and may change whether a record holds. The records that a "
        "development bears on wait to be checked again."
    )
    fieldsets = [
        ("What happened", {"fields": ["title", "summary", "status"]}),
        ("When", {"fields": ["date", ("precision", "date_end")]}),
        ("What it bears on", {"fields": ["bears_on", "bears_on_nothing"]}),
        ("For editors", {"fields": ["slug", "fact"]}),
    ]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            self.after_save(request, form.instance, form)

    def after_save(self, request, development, form):
        if form is not None and not form.has_changed():
            return
        asked = rechecks.ask(development)
        if asked:
            references = ", ".join(record.reference for record in asked)
            self.message_user(request, f"To be checked again: {references}.")
