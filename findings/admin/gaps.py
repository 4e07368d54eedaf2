from django.contrib import admin

from findings.models import Gap
from findings.publishing import references

from .citations import citations_of
from .editing import RowAdmin


@admin.register(Gap)
class GapAdmin(RowAdmin):
    search_fields = ["reference", "title", "statement"]
    list_display = ["reference", "title"]
    autocomplete_fields = ["bears_on", "developments"]
    intro = "What the sources don’t say. A gap is no record, and is never counted as one."
    list_filter = [("source", admin.RelatedOnlyFieldListFilter)]
    inlines = [citations_of("gap")]
    fieldsets = [
        ("Text", {"fields": ["title", "statement", "why_it_matters", "what_would_close_it"]}),
        ("What it concerns", {"fields": ["bears_on", "developments"]}),
        ("Where it belongs", {"fields": ["source", "reference"]}),
    ]

    def get_readonly_fields(self, request, gap=None):
        return ["reference", "source"] if gap else ["reference"]

    def formfield_for_foreignkey(self, field, request, **options):
        if field.name == "source":
            options["queryset"] = field.related_model.objects.reports()
        return super().formfield_for_foreignkey(field, request, **options)

    def save_model(self, request, gap, form, change):
        if not change:
            gap.reference = references.issue(gap.source, references.GAP_LETTER)
        super().save_model(request, gap, form, change)
