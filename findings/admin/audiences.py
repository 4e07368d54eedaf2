from django.contrib import admin

from findings.models import Audience, AudienceChange, Question

from .editing import RowAdmin
from .parts import OrderedPart


class QuestionInline(OrderedPart):
    model = Question
    fields = ["text", "position"]
    verbose_name_plural = "questions for the room"


class ChangeInline(OrderedPart):
    model = AudienceChange
    fields = ["text", "developments", "source", "position"]
    autocomplete_fields = ["developments", "source"]
    verbose_name = "change since 2018"
    verbose_name_plural = "what changed since 2018"


@admin.register(Audience)
class AudienceAdmin(RowAdmin):
    """The four audiences are fixed; their texts are the editors'."""

    search_fields = ["name", "hook", "orientation"]
    list_display = ["name", "hook"]
    intro = "The four sectors are fixed; their texts are yours."
    readonly_fields = ["slug"]
    fieldsets = [
        ("On the home page", {"fields": ["name", "hook"]}),
        ("On its own page", {"fields": ["orientation"]}),
        ("Place", {"fields": ["position", "slug"], "classes": ["collapse"]}),
    ]
    inlines = [QuestionInline, ChangeInline]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, audience=None):
        return False
