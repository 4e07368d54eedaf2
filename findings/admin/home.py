from django.contrib import admin

from findings.models import HomePage, HomePlace

from .editing import RowAdmin


class HomePlaceInline(admin.TabularInline):
    model = HomePlace
    extra = 0
    autocomplete_fields = ["record"]
    verbose_name = "record"
    verbose_name_plural = "records on the home page, in order"


@admin.register(HomePage)
class HomePageAdmin(RowAdmin):
    list_display = ["__str__", "knowledge_date"]
    inlines = [HomePlaceInline]

    def has_add_permission(self, request):
        return not HomePage.objects.exists() and super().has_add_permission(request)

    def has_delete_permission(self, request, home=None):
        return False
