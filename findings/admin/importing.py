"""Rows out of the admin as a file, and back in after a look at what would change."""

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from findings.editorial import columns, importing
from findings.editorial.bringing import CHANGED, NEW, UNCHANGED, WRONG
from findings.formats import tables, uploads
from findings.publishing.nouns import BY_MODEL
from findings.publishing.rehearsing import Moved

from .help_texts import help_for
from .naming import named

SALT = "findings.admin.import"
# A form field may not be larger than this; the rows of a file travel in one, compressed.
MOST_CARRIED = 2_000_000


class FileForm(forms.Form):
    file = forms.FileField(
        label="CSV, XLSX or JSON file",
        help_text="In the form of an export. Columns that it lacks stay as they are.",
    )

    def __init__(self, *args, columns, **options):
        super().__init__(*args, **options)
        self.columns = columns

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > uploads.MOST_BYTES:
            raise forms.ValidationError("The file is larger than 5 MB. Split it.")
        try:
            return uploads.read(file.read(), self.columns)
        except uploads.TableFault as fault:
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
            path("template.xlsx", view(self.template_view), name=f"{stem}_template"),
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
        return attached(importing.export(self.noun, form), f"{self.noun.name}.{form}", form)

    def template_view(self, request):
        if not self.may_import(request):
            raise PermissionDenied
        told = {field.name: help_for(field) for field in self.opts.get_fields()}
        return attached(columns.template(self.noun, told.get), f"{self.noun.name}-new.xlsx", "xlsx")

    def import_view(self, request):
        if not self.may_import(request):
            raise PermissionDenied
        if "carried" in request.POST:
            return self.import_carried(request)
        known = importing.columns_of(self.noun)
        form = FileForm(request.POST or None, request.FILES or None, columns=known)
        if not form.is_valid():
            return self.import_page(request, form=form)
        table = form.cleaned_data["file"]
        if len(self.carry(table)) > MOST_CARRIED:
            form.add_error("file", "The file holds too much for one import. Split it.")
            return self.import_page(request, form=form)
        return self.preview_page(request, table)

    def import_carried(self, request):
        """Import what was previewed, or its right rows alone, or give the wrong ones back."""
        table = self.carried(request.POST["carried"])
        if "wrong" in request.POST:
            content = importing.wrong_rows(importing.preview(self.noun, table, request.user))
            return attached(content, f"{self.noun.name}-wrong.csv", "csv")
        whole = table
        if "right" in request.POST:
            report = importing.preview(self.noun, table, request.user)
            table = importing.only({NEW, CHANGED, UNCHANGED}, table, report)
        try:
            report = importing.apply(self.noun, table, request.user)
        except importing.Unsound as unsound:
            return self.import_page(request, report=unsound.report, table=whole)
        except Moved as moved:
            self.message_user(request, str(moved), messages.ERROR)
            return self.preview_page(request, whole)
        self.message_user(request, self.said(report))
        stem = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return HttpResponseRedirect(reverse(f"{stem}_changelist"))

    def carry(self, table):
        """The table as a form field that comes back: signed, and for this noun alone."""
        held = [list(table), table.letters, table.sheet, table.assumed]
        return signing.dumps(held, salt=f"{SALT}.{self.noun.name}", compress=True)

    def carried(self, text):
        try:
            held = signing.loads(text, salt=f"{SALT}.{self.noun.name}", max_age=24 * 60 * 60)
        except signing.BadSignature:
            raise BadRequest("This preview is older than a day, or not one of ours.") from None
        rows, letters, sheet, assumed = held
        rows = [(number, row) for number, row in rows]
        return uploads.Table(rows, letters=letters, sheet=sheet, assumed=assumed)

    def preview_page(self, request, table):
        report = importing.preview(self.noun, table, request.user)
        return self.import_page(request, report=report, table=table)

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

    def import_page(self, request, *, form=None, report=None, table=None):
        lines = report.lines if report else []
        shown = [line for line in lines if line.outcome != UNCHANGED]
        for line in shown[:200]:
            line.differences = named(line.differences, self.model)
            line.places = [
                (table.place(line.number, column), column, sentence)
                for column, sentence in line.faults
            ]
        context = {
            **self.admin_site.each_context(request),
            "title": f"Import {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "report": report,
            "wrong": report and report.count(WRONG),
            "assumed": table.assumed if report else [],
            "shown": shown[:200],
            "passed": self.passed(lines),
            "left_out": max(0, len(shown) - 200),
            "unchanged": len(lines) - len(shown),
            "carried": self.carry(table) if report else "",
        }
        return TemplateResponse(request, "admin/import.html", context)


def attached(content, name, form):
    response = HttpResponse(content, tables.MEDIA_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
