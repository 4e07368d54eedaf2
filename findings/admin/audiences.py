from django.contrib import admin

from findings.models import Audience, Change, Question

from .editing import RowAdmin


class QuestionInline(admin.TabularInline):
    model = Question
    extra = 0
    verbose_name_plural = "questions for the room"


class ChangeInline(admin.StackedInline):
    model = Change
    extra = 0
    autocomplete_fields = ["developments", "source"]
    verbose_name = "change since 2018"
    verbose_name_plural = "what changed since 2018"


@admin.register(Audience)
class AudienceAdmin(RowAdmin):
    """The four audiences are fixed; their texts are the editors'."""

    list_display = ["name", "hook"]
    readonly_fields = ["slug"]
    inlines = [QuestionInline, ChangeInline]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, audience=None):
        return False
