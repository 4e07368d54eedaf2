from django.contrib import admin

from findings.models import Citation


class CitationInline(admin.TabularInline):
    """The passages that the noun on this page rests on. Each owner has its own foreign key."""

    model = Citation
    extra = 0
    fields = ["passage", "relation", "position"]
    autocomplete_fields = ["passage"]


def citations_of(owner):
    return type(f"{owner.title()}CitationInline", (CitationInline,), {"fk_name": owner})
