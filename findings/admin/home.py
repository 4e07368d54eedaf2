from django.contrib import admin

from findings.models import HomePage, HomePlace

from .editing import RowAdmin
from .parts import OrderedPart


class HomePlaceInline(OrderedPart):
    model = HomePlace
    fields = ["record", ("slot", "position")]
    autocomplete_fields = ["record"]
    verbose_name = "record"
    verbose_name_plural = "records on the home page, in order"


@admin.register(HomePage)
class HomePageAdmin(RowAdmin):
    intro = "The first words that readers see, and the records shown there."
    list_display = ["__str__", "knowledge_date"]
    inlines = [HomePlaceInline]
    fieldsets = [
        ("What readers see first", {"fields": ["statement", "recommendations_intro"]}),
        ("What is known", {"fields": ["knowledge_date"]}),
        ("For editors", {"fields": ["reason"]}),
    ]

    def has_add_permission(self, request):
        return not HomePage.objects.exists() and super().has_add_permission(request)

    def has_delete_permission(self, request, home=None):
        return False
