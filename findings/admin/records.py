from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import localdate

from findings.models import (
    Addressing,
    AudienceNote,
    Citation,
    Finding,
    Link,
    Passage,
    Recommendation,
    Record,
    RoleReading,
    Skill,
    Theme,
    Verdict,
)
from findings.publishing import edits, rechecks, references, states
from findings.publishing.versions import Note, keep
from findings.vocabulary import Kind, State, Via

from .advising import Advised
from .changes import ChangeNoteForm
from .citations import citations_of
from .history import HasHistory
from .previewing import Previewed
from .record_editing import EditedRecordAdmin
from .rights import PublishRight
from .scheduling import publish_later, publish_no_more
from .waiting import Waits
from .withdrawals import withdraw


class RecordForm(ChangeNoteForm):
    # A controlled list: an editor chooses among the themes and can't invent one in passing.
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), widget=forms.CheckboxSelectMultiple, required=False
    )


class AddressingInline(admin.TabularInline):
    model = Addressing
    extra = 0
    fields = ["audience", "addressed", "passage", "position"]
    autocomplete_fields = ["passage"]
    verbose_name = "audience"
    verbose_name_plural = "addressed to"


class RoleInline(admin.TabularInline):
    model = RoleReading
    extra = 0
    verbose_name = "role"
    verbose_name_plural = "roles (our reading; none means all three)"


class NoteInline(admin.StackedInline):
    model = AudienceNote
    extra = 0
    verbose_name_plural = "what it asks of each audience (our reading)"


class LinkInline(admin.TabularInline):
    model = Link
    fk_name = "record"
    extra = 0
    autocomplete_fields = ["target"]
    verbose_name_plural = "links to other records (our reading)"


class VerdictForm(forms.ModelForm):
    passages = forms.ModelMultipleChoiceField(
        Passage.objects.all(),
        label="passages it cites",
        required=False,
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


class VerdictInline(admin.StackedInline):
    model = Verdict
    form = VerdictForm
    extra = 0
    autocomplete_fields = ["developments"]


def move_action(state, label, right="change"):
    """An admin action that brings each chosen record into `state`, and says what it refused."""

    def bring(record, note):
        if state == State.PUBLISHED:
            edits.publish(record, note)
        else:
            states.move(record, state, note)

    @admin.action(description=label, permissions=[right])
    def action(model_admin, request, chosen):
        moved = 0
        for record in chosen:
            if not model_admin.has_change_permission(request, record):
                text = f"{record.reference}: you may not change it."
                model_admin.message_user(request, text, messages.ERROR)
                continue
            try:
                bring(record, Note(Via.ACTION, request.user, label))
                moved += 1
            except states.Refused as refusal:
                model_admin.message_user(request, str(refusal), messages.ERROR)
        if moved:
            noun = "record is" if moved == 1 else "records are"
            model_admin.message_user(request, f"{moved} {noun} now {state.label.lower()}.")

    action.__name__ = f"move_to_{state.value.replace('-', '_')}"
    return action


@admin.action(description="The verdict still holds, checked today", permissions=["publish"])
def confirm_verdict(model_admin, request, chosen):
    for record in chosen:
        rechecks.confirm(record, Note(Via.ACTION, request.user, "Verdict checked again"))
    model_admin.message_user(request, f"Checked today: {chosen.count()}.")


class InQuestion(admin.SimpleListFilter):
    title = "verdict in question"
    parameter_name = "recheck"

    def lookups(self, request, model_admin):
        return [("yes", "Yes")]

    def queryset(self, request, records):
        return records.to_recheck() if self.value() == "yes" else records


class VerdictAge(admin.SimpleListFilter):
    title = "age of the verdict"
    parameter_name = "verdict-age"

    def lookups(self, request, model_admin):
        return [("old", f"Checked more than {settings.VERDICT_FRESH_DAYS} days ago")]

    def queryset(self, request, records):
        return records.with_old_verdict(localdate()) if self.value() == "old" else records


@admin.register(Record)
class RecordAdmin(PublishRight, Advised, Previewed, HasHistory, EditedRecordAdmin):
    """All records together: the list from which others are linked. Edited by kind."""

    form = RecordForm
    search_fields = ["reference", "title", "summary", "body"]
    list_display = ["record_form", "title", "kind", "state", "publish_at", "changed_at"]
    list_display_links = None
    list_filter = [
        Waits,
        "kind",
        "state",
        InQuestion,
        VerdictAge,
        "trail",
        "speaker",
        "themes",
        "source",
    ]
    date_hierarchy = "changed_at"
    readonly_fields = ["reference", "state", "created_at", "changed_at", "published_at"]
    inlines = [
        AddressingInline,
        RoleInline,
        citations_of("record"),
        VerdictInline,
        LinkInline,
        NoteInline,
    ]
    actions = [
        move_action(State.PUBLISHED, "Publish", "publish"),
        move_action(State.IN_REVIEW, "Send to review"),
        move_action(State.DRAFT, "Back to draft"),
        publish_later,
        publish_no_more,
        withdraw,
        confirm_verdict,
    ]
    save_on_top = True
    text_fields = ["title", "short_title", "summary", "brief_line", "body"]

    def get_fieldsets(self, request, record=None):
        return [
            ("This change", {"fields": ["change_line", "change_is_major"]}),
            ("Text", {"fields": self.text_fields}),
            ("Where it comes from", {"fields": ["source", "speaker", "speaker_note", "trail"]}),
            ("Themes", {"fields": ["themes"]}),
            (
                "Life",
                {
                    "fields": [
                        "reference",
                        "state",
                        "claims",
                        "created_at",
                        "changed_at",
                        "published_at",
                    ]
                },
            ),
        ]

    @admin.display(description="record", ordering="sort_key")
    def record_form(self, record):
        url = reverse(f"admin:findings_{record.kind}_change", args=[record.pk])
        return format_html('<a href="{}">{}</a>', url, record.reference)

    def has_add_permission(self, request):
        return self.model is not Record and super().has_add_permission(request)

    def has_delete_permission(self, request, record=None):
        """Only what readers never saw can be deleted; the rest is withdrawn."""
        never_seen = record is None or record.can_be_deleted
        return never_seen and super().has_delete_permission(request, record)

    def get_actions(self, request):
        # The stock bulk deletion asks for the right once, not for each row.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_readonly_fields(self, request, record=None):
        # The reference carries the source, and is never issued a second time.
        return [*self.readonly_fields, "source"] if record else self.readonly_fields

    def formfield_for_foreignkey(self, field, request, **options):
        if field.name == "source":
            options["queryset"] = field.related_model.objects.reports()
        return super().formfield_for_foreignkey(field, request, **options)

    def save_model(self, request, record, form, change):
        if not change:
            record.reference = references.issue(record.source, Kind(record.kind).letter)
        super().save_model(request, record, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            keep(form.instance, form.note(request.user))


class KindAdmin(RecordAdmin):
    list_display = ["reference", "title", "state", "publish_at", "changed_at"]
    list_display_links = ["reference"]
    list_filter = [Waits, "state", InQuestion, VerdictAge, "trail", "speaker", "themes", "source"]

    def get_changeform_initial_data(self, request):
        reports = Record.source.field.related_model.objects.reports()
        return {"source": reports.first(), **super().get_changeform_initial_data(request)}

    def save_model(self, request, record, form, change):
        record.kind = self.model.KIND
        super().save_model(request, record, form, change)


@admin.register(Finding)
class FindingAdmin(KindAdmin):
    pass


@admin.register(Skill)
class SkillAdmin(KindAdmin):
    pass


@admin.register(Recommendation)
class RecommendationAdmin(KindAdmin):
    text_fields = [*RecordAdmin.text_fields, "action", "measure"]
