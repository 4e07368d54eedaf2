"""Rows out of the admin as a file, and back in after a look at what would change."""

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from findings.editorial import importing
from findings.editorial.bringing import CHANGED, NEW, UNCHANGED
from findings.formats import tables
from findings.publishing.nouns import BY_MODEL
from findings.publishing.rehearsing import Moved

from .naming import named

SALT = "findings.admin.import"
# A form field may not be larger than this; the rows of a file travel in one, compressed.
MOST_CARRIED = 2_000_000


class FileForm(forms.Form):
    file = forms.FileField(
        label="CSV, XLSX or JSON file",
        help_text="In the form of an export. Columns that it lacks stay as they are.",
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > tables.MOST_BYTES:
            raise forms.ValidationError("The file is larger than 5 MB. Split it.")
        try:
            return tables.read(file.read())
        except tables.TableFault as fault:
            raise forms.ValidationError(str(fault)) from None


class Tabled:
    """Mixin of the admin of a noun: its export, and its import."""

    @property
    def noun(self):
        return BY_MODEL.get(self.model)

    def get_urls(self):
        if self.noun is None:
            return super().get_urls()
        stem = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        own = [
            path("export.<str:form>", view(self.export_view), name=f"{stem}_export"),
            path("import/", view(self.import_view), name=f"{stem}_import"),
        ]
        return [*own, *super().get_urls()]

    def may_import(self, request):
        return (
            self.noun is not None
            and request.user.has_perm("findings.import_rows")
            and self.has_change_permission(request)
        )

    def changelist_view(self, request, extra_context=None):
        context = {
            "forms_of_export": list(tables.MEDIA_TYPES) if self.noun else [],
            "may_import": self.may_import(request),
            **(extra_context or {}),
        }
        return super().changelist_view(request, context)

    def export_view(self, request, form):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if form not in tables.MEDIA_TYPES:
            raise BadRequest("Rows are exported as csv, xlsx or json.")
        response = HttpResponse(importing.export(self.noun, form), tables.MEDIA_TYPES[form])
        name = f"{self.noun.name}.{form}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def import_view(self, request):
        if not self.may_import(request):
            raise PermissionDenied
        if "carried" in request.POST:
            return self.import_carried(request)
        form = FileForm(request.POST or None, request.FILES or None)
        if not form.is_valid():
            return self.import_page(request, form=form)
        rows = form.cleaned_data["file"]
        carried = signing.dumps(rows, salt=f"{SALT}.{self.noun.name}", compress=True)
        if len(carried) > MOST_CARRIED:
            form.add_error("file", "The file holds too much for one import. Split it.")
            return self.import_page(request, form=form)
        report = importing.preview(self.noun, rows, request.user)
        return self.import_page(request, report=report, carried=carried)

    def import_carried(self, request):
        """Import what was previewed, unless a row has become wrong since."""
        carried = request.POST["carried"]
        try:
            rows = signing.loads(carried, salt=f"{SALT}.{self.noun.name}", max_age=24 * 60 * 60)
        except signing.BadSignature:
            raise BadRequest("This preview is older than a day, or not one of ours.") from None
        rows = [(number, row) for number, row in rows]
        try:
            report = importing.apply(self.noun, rows, request.user)
        except importing.Unsound as unsound:
            return self.import_page(request, report=unsound.report, carried=carried)
        except Moved as moved:
            self.message_user(request, str(moved), messages.ERROR)
            report = importing.preview(self.noun, rows, request.user)
            return self.import_page(request, report=report, carried=carried)
        self.message_user(request, self.said(report))
        stem = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return HttpResponseRedirect(reverse(f"{stem}_changelist"))

    @staticmethod
    def passed(lines):
        """[(column, numbers of the rows), ...] of what an import can't change and left as it is."""
        rows = {}
        for line in lines:
            for column in line.passed:
                rows.setdefault(column, []).append(str(line.number))
        return [(column, ", ".join(numbers[:20]), len(numbers)) for column, numbers in rows.items()]

    @staticmethod
    def said(report):
        added, changed = report.count(NEW), report.count(CHANGED)
        unchanged = report.count(UNCHANGED)
        return f"Imported: {added} new, {changed} changed, {unchanged} unchanged."

    def import_page(self, request, *, form=None, report=None, carried=""):
        lines = report.lines if report else []
        shown = [line for line in lines if line.outcome != UNCHANGED]
        for line in shown[:200]:
            line.differences = named(line.differences, self.model)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Import {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "report": report,
            "shown": shown[:200],
            "passed": self.passed(lines),
            "left_out": max(0, len(shown) - 200),
            "unchanged": len(lines) - len(shown),
            "carried": carried,
        }
        return TemplateResponse(request, "admin/import.html", context)
