"""The smaller rows on the form of a record: whom it addresses, what it rests on, its verdicts."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple

from findings.models import (
    Addressing,
    AudienceNote,
    Citation,
    Link,
    Passage,
    RoleReading,
    Verdict,
)

from .citations import citations_of
from .parts import OrderedPart, Part


class AddressingInline(Part):
    model = Addressing
    fields = [("audience", "addressed"), "passage"]
    autocomplete_fields = ["passage"]
    verbose_name = "audience"
    verbose_name_plural = "addressed to"


class RoleInline(OrderedPart):
    model = RoleReading
    fields = [("role", "position"), "reason"]
    verbose_name = "role"
    verbose_name_plural = "roles (our reading; none means all three)"


class NoteInline(Part):
    model = AudienceNote
    fields = ["audience", "text"]
    verbose_name = "note"
    verbose_name_plural = "what it asks of each audience (our reading)"


class LinkInline(OrderedPart):
    model = Link
    fk_name = "record"
    fields = [("relation", "position"), "target", "reason"]
    autocomplete_fields = ["target"]
    verbose_name_plural = "links to other records (our reading)"


class VerdictForm(forms.ModelForm):
    passages = forms.ModelMultipleChoiceField(
        Passage.objects.all(),
        label="Passages it cites",
        required=False,
        help_text="What we read to judge it. Type part of a source’s name.",
        widget=AutocompleteSelectMultiple(Citation._meta.get_field("passage"), admin.site),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            cited = Passage.objects.filter(citations__verdict=self.instance)
            self.initial["passages"] = cited.order_by("citations__position", "pk")

    def _save_m2m(self):
        super()._save_m2m()
        for position, passage in enumerate(self.cleaned_data["passages"]):
            self.instance.citations.create(passage=passage, position=position)


class VerdictInline(Part):
    model = Verdict
    form = VerdictForm
    fields = [
        ("verdict", "fresh_for"),
        "effective_on",
        ("as_of", "checked_on"),
        "reason",
        "developments",
        "passages",
    ]
    autocomplete_fields = ["developments"]
    verbose_name_plural = "verdicts: does it still hold?"


PARTS = [
    AddressingInline,
    RoleInline,
    citations_of("record"),
    VerdictInline,
    LinkInline,
    NoteInline,
]
