"""The links to other sites, with where each stands and what came of the last visit."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from findings.editorial import link_check
from findings.models import WebAddress
from findings.vocabulary import Kind

from .references import Ledger


class WithPlaces(ChangeList):
    """Gives each address of the page the `places` that lead to it."""

    def get_results(self, request):
        super().get_results(request)
        found = link_check.places()
        self.result_list = list(self.result_list)
        for address in self.result_list:
            address.places = found.get(address.url, [])


@admin.register(WebAddress)
class WebAddressAdmin(Ledger):
    search_fields = ["url", "detail"]
    list_display = ["address", "outcome", "detail", "stands_in", "broken_since", "visited_at"]
    list_display_links = None
    list_filter = ["outcome"]
    intro = "Addresses of other sites that our texts lead to, and whether they still answer."
    explains = (
        "“Broken”: readers get nowhere. “Moved”: the site asks to be linked elsewhere. “Couldn’t "
        "be told”: a person has to look. To mend one, open the text that holds it."
    )

    def get_queryset(self, request):
        return super().get_queryset(request) & link_check.standing()

    def get_changelist(self, request, **options):
        return WithPlaces

    @admin.display(description="address", ordering="url")
    def address(self, found):
        return format_html('<a href="{}" rel="noreferrer">{}</a>', found.url, found.url)

    @admin.display(description="stands in")
    def stands_in(self, found):
        places = [(form_of(thing), thing) for thing in found.places]
        return format_html_join("", '<a class="place" href="{}">{}</a>', places)


def form_of(thing):
    return reverse(f"admin:findings_{name_of(thing)}_change", args=[thing.pk])


def name_of(thing):
    """The noun in the address of its form: of a record its kind, if that is one."""
    kind = Kind.parse(getattr(thing, "kind", ""))
    return kind.value if kind else thing._meta.model_name
