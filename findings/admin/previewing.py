"""Looking at a record as readers will see it, from its form and its list."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from findings.publishing import edits, states
from findings.views.preview import DAYS, as_readers_will_see, is_previewed, token_of

from .one_record import OneRecord


class Previewed(OneRecord):
    """Mixin of a record's admin: its preview, and an address for somebody without an account."""

    def get_urls(self):
        stem = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        own = [
            path("<path:object_id>/preview/", view(self.preview_view), name=f"{stem}_preview"),
            path(
                "<path:object_id>/preview-link/",
                view(self.preview_link_view),
                name=f"{stem}_preview_link",
            ),
        ]
        return [*own, *super().get_urls()]

    def preview_view(self, request, object_id):
        record = self.found(request, object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        return self.preview_of(request, record, edits.working_row(record))

    def preview_of(self, request, record, row):
        """The page that `row` would make, or the form, which says why there is none."""
        try:
            return as_readers_will_see(request, record, row)
        except states.Refused as refusal:
            self.message_user(request, f"No preview. {refusal}", messages.ERROR)
        stem = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return HttpResponseRedirect(reverse(f"{stem}_change", args=[record.pk]))

    def preview_link_view(self, request, object_id):
        record = self.found(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        address = request.build_absolute_uri(reverse("preview", args=[token_of(record)]))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Preview link: {record}",
            "opts": self.opts,
            "record": record,
            "address": address if is_previewed(record) else "",
            "days": DAYS,
        }
        return TemplateResponse(request, "admin/preview_link.html", context)
