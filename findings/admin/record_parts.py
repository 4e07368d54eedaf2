"""The smaller rows on the form of a record: whom it addresses, what it rests on, its verdicts."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.utils.functional import cached_property

from findings.models import (
    Addressing,
    Audience,
    AudienceNote,
    Citation,
    Link,
    Passage,
    RoleReading,
    Verdict,
)

from . import starting
from .citations import CitationInline
from .keys import keyed
from .parts import OrderedForm, OrderedPart, Part, Parts
from .starting import StartedForm


class AddressingInline(Part):
    model = Addressing
    fields = [("audience", "addressed"), "passage"]
    autocomplete_fields = ["passage"]
    needed = "needed"
    verbose_name = "audience"
    verbose_name_plural = "addressed to"

    def starts(self, record):
        return [] if record.pk else starting.addressings()


class RoleInline(OrderedPart):
    model = RoleReading
    fields = [("role", "position"), "reason"]
    verbose_name = "role"
    verbose_name_plural = "roles (our reading; none means all three)"


class RecordCitationInline(CitationInline):
    fk_name = "record"
    opens = True
    needed = "needed, unless it is the editors’ own"
    verbose_name_plural = "citations: what it rests on"

    def starts(self, record):
        return [] if record.pk else starting.citations()


class NoteForm(StartedForm):
    started = ("audience",)
    audience = keyed(
        forms.ModelChoiceField(
            Audience.objects.all(), widget=forms.HiddenInput, help_text="Whose box it is."
        )
    )


class NoteForms(Parts):
    """A box for each audience, under its name. An empty box is no note."""

    @cached_property
    def names(self):
        return {str(audience.pk): audience.name for audience in Audience.objects.all()}

    def add_fields(self, form, index):
        super().add_fields(form, index)
        text = form.fields["text"]
        text.label = self.names.get(str(form["audience"].value()), "Audience")
        text.required, text.help_text = False, ""


class NoteInline(Part):
    model = AudienceNote
    form, formset = NoteForm, NoteForms
    template = "admin/notes.html"
    classes = []
    fields = ["audience", "text"]
    intro = "In our reading: “Ask the chair to share out the calls.” An empty box is no note."
    verbose_name = "note"
    verbose_name_plural = "what it asks of each audience (our reading)"

    def starts(self, record):
        return starting.notes(record)


class LinkForm(OrderedForm, StartedForm):
    started = ("relation",)


class LinkInline(OrderedPart):
    model = Link
    form = LinkForm
    opens = True
    fk_name = "record"
    fields = [("relation", "position"), "target", "reason"]
    autocomplete_fields = ["target"]
    verbose_name_plural = "links to other records (our reading)"

    def starts(self, record):
        return [] if record.pk else starting.links(getattr(self.parent_model, "KIND", None))


class VerdictForm(forms.ModelForm):
    passages = keyed(
        forms.ModelMultipleChoiceField(
            Passage.objects.all(),
            label="Passages it cites",
            required=False,
            help_text="What we read to judge it. Type part of a source’s name.",
            widget=AutocompleteSelectMultiple(Citation._meta.get_field("passage"), admin.site),
        )
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
    needed = "needed"
    verbose_name_plural = "verdicts: does it still hold?"

    def starts(self, record):
        return [] if record.pk else starting.verdicts()


PARTS = [
    AddressingInline,
    RoleInline,
    RecordCitationInline,
    VerdictInline,
    LinkInline,
    NoteInline,
]
