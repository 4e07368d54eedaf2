from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from findings.models import Finding, Recommendation, Record, Skill, Theme
from findings.publishing import deleting, references
from findings.publishing.versions import keep
from findings.texts import recommending
from findings.vocabulary import Kind

from . import starting
from .advising import Advised
from .changes import ChangeNoteForm
from .history import HasHistory
from .keys import keyed
from .previewing import Previewed
from .record_columns import COLUMNS, Columns
from .record_editing import EditedRecordAdmin
from .record_lists import ACTIONS
from .record_parts import PARTS
from .rights import PublishRight
from .waiting import Waits


class RecordForm(ChangeNoteForm):
    # A controlled list: an editor chooses among the themes and can't invent one in passing.
    themes = keyed(
        forms.ModelMultipleChoiceField(
            Theme.objects.all(),
            label="Themes",
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={
                "invalid_choice": "A theme that you ticked is gone since: it was merged into "
                "another, or deleted. See below what is ticked, and tick what it is now."
            },
            help_text="One to three, as a rule. Managers keep the list.",
        )
    )


class ByTheme(admin.RelatedFieldListFilter):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.title = "theme"  # the library says "tags"
        self.empty_value_display = "No theme"


# The texts that take Markdown.
RICH = ("body", *recommending.NAMES)
# By report: other works have no records of their own.
BY_REPORT = ("source", admin.RelatedOnlyFieldListFilter)
FILTERS = [Waits, "state", "trail", "speaker", ("themes", ByTheme), BY_REPORT]


@admin.register(Record)
class RecordAdmin(Columns, PublishRight, Advised, Previewed, HasHistory, EditedRecordAdmin):
    """All records together: the list from which others are linked. Edited by kind."""

    intro = "Findings, skills and recommendations together. Each opens the form of its kind."
    form = RecordForm
    search_fields = ["reference", "title", "summary", "body"]
    list_display = ["record_form", "title", "kind", *COLUMNS]
    list_display_links = None
    list_filter = ["kind", *FILTERS]
    inlines = PARTS
    actions = ACTIONS
    text_fields = ["title", "short_title", "summary", "body"]
    # What is written seldom, folded under its name.
    more, more_fields = "Line for briefs", ["brief_line"]
    # One a line: a group with a fault in a line of two would stay folded.
    source_fields = ["source", "speaker", "speaker_note", "trail"]
    life_fields = ["reference", "state", "created_at", "changed_at", "published_at"]

    def get_fieldsets(self, request, record=None):
        return [
            ("Text", {"fields": self.text_fields}),
            (self.more, {"fields": self.more_fields, "classes": ["collapse"]}),
            ("Who says so", {"fields": self.source_fields, "classes": self.said_classes(record)}),
            ("Themes", {"fields": ["themes"]}),
            (
                "Reference, dates and checking",
                {"fields": ["claims", *self.life_fields], "classes": ["collapse"]},
            ),
        ]

    def said_classes(self, record):
        """Folded once it has been said, or where the usual answer stands in it."""
        is_usual = getattr(self.model, "KIND", None) in starting.OF_ITS_OWN
        return ["collapse"] if record or is_usual else []

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

    def get_deleted_objects(self, records, request):
        # What belongs to a draft goes with it: no right of its own is asked for each part.
        going, counts, _, kept = super().get_deleted_objects(records, request)
        return going, counts, set(), kept

    def delete_model(self, request, record):
        deleting.delete(record)

    def get_actions(self, request):
        # The stock bulk deletion asks for the right once, not for each row.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_readonly_fields(self, request, record=None):
        # The reference carries the source, and is never issued a second time.
        return [*self.life_fields, "source"] if record else self.life_fields

    def formfield_for_foreignkey(self, field, request, **options):
        if field.name == "source":
            options["queryset"] = field.related_model.objects.reports()
        return super().formfield_for_foreignkey(field, request, **options)

    def formfield_for_dbfield(self, field, request, **options):
        if field.name in RICH:
            options["widget"] = forms.Textarea(attrs={"rows": 4, "data-markdown": ""})
        return super().formfield_for_dbfield(field, request, **options)

    def save_model(self, request, record, form, change):
        if not change:
            record.reference = references.issue(record.source, Kind(record.kind).letter)
        super().save_model(request, record, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            keep(form.instance, form.note(request.user))


class KindAdmin(RecordAdmin):
    list_display = ["reference", "title", *COLUMNS]
    list_display_links = ["reference"]
    list_filter = FILTERS

    def get_changeform_initial_data(self, request):
        begun = {"source": starting.usual_report(), **starting.OF_ITS_OWN.get(self.model.KIND, {})}
        return {**begun, **super().get_changeform_initial_data(request)}

    def save_model(self, request, record, form, change):
        record.kind = self.model.KIND
        super().save_model(request, record, form, change)


@admin.register(Finding)
class FindingAdmin(KindAdmin):
    intro = "What the research found, and who says so."


@admin.register(Skill)
class SkillAdmin(KindAdmin):
    intro = "What the research says that leaders need to be good at."


@admin.register(Recommendation)
class RecommendationAdmin(KindAdmin):
    intro = "What leaders could do, each resting on findings."
    text_fields = [*RecordAdmin.text_fields, recommending.NAMES[0]]
    more = "First step, who, time, what goes wrong, measure, case, line for briefs"
    more_fields = [*recommending.NAMES[1:], "is_notice", "brief_line"]
