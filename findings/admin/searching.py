from django.contrib import admin
from django.db import transaction
from django.urls import path, reverse
from django.utils.html import format_html_join

from findings.models import JudgedQuery, Miss, Pin, Record, Synonym
from findings.search import judging, misses

from . import scoring
from .editing import RowAdmin
from .lists import Listed
from .parts import Helped
from .references import Ledger
from .slugs import PermanentSlug
from .weighing import Weighed


@admin.register(Synonym)
class SynonymAdmin(Weighed, PermanentSlug, RowAdmin):
    search_fields = ["phrases", "finds", "note"]
    list_display = ["__str__", "note"]
    slug_from = "note"
    intro = (
        "Groups of words that mean the same: any of them also finds the others, and what is named "
        "below them. The glossary is read likewise."
    )
    fieldsets = [(None, {"fields": ["phrases", "finds", "note", "slug"]})]

    def response_add(self, request, group, post_url_continue=None):
        misses.settle(group.lines)
        return super().response_add(request, group, post_url_continue)

    def after_save(self, request, group, form):
        super().after_save(request, group, form)
        misses.settle(group.lines)


@admin.register(Pin)
class PinAdmin(Weighed, Helped, Listed, admin.ModelAdmin):
    """A pin is taken away and made anew, never changed: so no editor changes another's."""

    intro = "Records that come first for certain words, whatever search makes of them."
    search_fields = ["words", "record__reference"]
    list_display = ["words", "record", "position"]
    list_select_related = ["record"]
    autocomplete_fields = ["record"]
    fields = ["words", "record", "position"]

    def has_change_permission(self, request, pin=None):
        return False


@admin.register(JudgedQuery)
class JudgedQueryAdmin(Helped, Listed, admin.ModelAdmin):
    intro = (
        "What readers type, and what should come up: every change of synonyms and pins is tried "
        "on these queries, and on those that the site is delivered with."
    )
    search_fields = ["words", "need"]
    list_display = ["words", "need", "graded_records"]
    fields = ["words", "need", "grades", "finds_now"]
    readonly_fields = ["finds_now"]

    def get_urls(self):
        page = self.admin_site.admin_view(scoring.page)
        return [path("scores/", page, name="findings_judgedquery_scores"), *super().get_urls()]

    @admin.display(description="graded")
    def graded_records(self, query):
        return len(query.graded) or "nothing should be found"

    @admin.display(description="what it finds now")
    def finds_now(self, query):
        found = judging.search(query.words)[: judging.DEPTH]
        titles = dict(Record.objects.filter(reference__in=found).values_list("reference", "title"))
        lines = [(reference, titles[reference]) for reference in found]
        return format_html_join("", "<div>{} {}</div>", lines) or "Nothing"

    def save_model(self, request, query, form, change):
        super().save_model(request, query, form, change)
        misses.settle([query.words])


@admin.register(Miss)
class MissAdmin(Ledger):
    """What readers looked for in vain: each on three days at least, and never who they were."""

    search_fields = ["words"]
    list_display = ["words", "days", "last_on", "cures"]
    intro = (
        "What readers looked for in vain, on three days at least. Make a synonym or a judged "
        "query of it, and it leaves this list."
    )
    actions = ["keep_unanswered"]

    def get_queryset(self, request):
        return super().get_queryset(request).lasting()

    def has_delete_permission(self, request, miss=None):
        return admin.ModelAdmin.has_delete_permission(self, request, miss)

    @admin.display(description="make of it")
    def cures(self, miss):
        forms = [("synonym", "phrases", "a synonym"), ("judgedquery", "words", "a judged query")]
        links = [
            (reverse(f"admin:findings_{noun}_add", query={field: miss.words}), label)
            for noun, field, label in forms
        ]
        return format_html_join(" · ", '<a href="{}">{}</a>', links)

    @admin.action(
        description="Keep as judged queries that nothing here answers", permissions=["judge"]
    )
    def keep_unanswered(self, request, chosen):
        with transaction.atomic():
            for miss in chosen:
                JudgedQuery.objects.get_or_create(words=miss.words)
            misses.settle([miss.words for miss in chosen])
        self.message_user(request, "Kept: nothing should be found for them.")

    def has_judge_permission(self, request):
        return request.user.has_perm("findings.add_judgedquery")
