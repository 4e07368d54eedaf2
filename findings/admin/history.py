"""The history of a record in the admin: every save, any two compared, any one brought back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from findings.models import Edit
from findings.publishing import edits, states
from findings.publishing.rows import digest
from findings.publishing.versions import Note
from findings.texts.days import spell as spell_day
from findings.texts.diffing import differ_rows
from findings.vocabulary import Via

from .conflicts import shown
from .naming import named
from .one_record import OneRecord
from .rights import may_publish

A_PAGE = 50
HOW = {
    Via.FORM: "On its form",
    Via.ACTION: "From a list",
    Via.IMPORT: "From a file",
    Via.COMMAND: "By the site, at a set time",
    Via.FIXTURES: "With the texts that the site came with",
}


class HasHistory(OneRecord):
    """Mixin of a record's admin."""

    def get_urls(self):
        stem = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                "<path:object_id>/restore/<int:version>/",
                self.admin_site.admin_view(self.restore_view),
                name=f"{stem}_restore",
            ),
            path(
                "<path:object_id>/restore-edit/<int:edit>/",
                self.admin_site.admin_view(self.restore_edit_view),
                name=f"{stem}_restore_edit",
            ),
        ]
        return [*own, *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        record = self.found(request, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        kept = record.versions.with_states().select_related("made_by").defer("row").order_by("-pk")
        context = {
            **self.about(request, record, f"History: {record}"),
            "page": with_marks(record, Paginator(kept, A_PAGE).get_page(request.GET.get("p"))),
            "ended": Edit.objects.ended()
            .filter(record_id=record.pk)
            .select_related("made_by", "ended_by")
            .defer("base", "row")
            .order_by("-changed_at")[:A_PAGE],
            "may_restore": self.has_change_permission(request, record),
            **self.compared(request, record),
        }
        return TemplateResponse(request, "admin/record_history.html", context)

    def compared(self, request, record):
        """The two versions that the reader chose, and how they differ."""
        chosen = {
            str(version.pk): version
            for version in record.versions.filter(pk__in=numbers(request.GET, "old", "new"))
        }
        pair = [chosen.get(request.GET.get(end)) for end in ("old", "new")]
        if None in pair:
            return {}
        old, new = sorted(pair, key=lambda version: version.pk)
        differences = named(differ_rows(old.row, new.row, spell), self.model)
        return {"old": old, "new": new, "differences": differences}

    def restore_view(self, request, object_id, version):
        record = self.found(request, object_id)
        kept = record.versions.filter(pk=version, redacted_at=None)
        return self.restore_page(request, record, kept.first())

    def restore_edit_view(self, request, object_id, edit):
        """The same for an edit that was replaced or dropped."""
        record = self.found(request, object_id)
        ended = Edit.objects.ended().filter(pk=edit, record_id=record.pk)
        return self.restore_page(request, record, ended.first())

    def restore_page(self, request, record, old):
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        if old is None:
            raise Http404
        if request.method == "POST":
            return self.restore(request, record, old)
        now = edits.working_row(record)
        row, gone = edits.fitted(record, old.row)
        context = {
            **self.about(request, record, f"Restore: {record}"),
            "version": old,
            "differences": named(differ_rows(now, edits.alike(row, now), spell), self.model),
            "gone": gone,
            "may_publish": may_publish(request.user, record),
        }
        return TemplateResponse(request, "admin/record_restore.html", context)

    def restore(self, request, record, old):
        line = f"Restored what it said on {spell_day(old.made_at)}"
        note = Note(Via.FORM, by=request.user, line=line)
        publishes = "_publish" in request.POST
        if publishes and not may_publish(request.user, record):
            raise PermissionDenied
        try:
            outcome = edits.restore(record, old, note)
            if publishes:
                edits.publish(record, note)
        except states.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            held = outcome.edit and not publishes
            told = "Restored as a pending edit" if held else "Restored as a new version"
            self.message_user(request, f"{told}: {record.reference}.")
        stem = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return HttpResponseRedirect(reverse(f"{stem}_change", args=[record.pk]))

    def about(self, request, record, title):
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "record": record,
        }


def with_marks(record, page):
    """The same page, each version with what its line says besides: how it came about, the one
    before it, whether readers see it now, and whether it is what the form holds."""
    last = record.versions.last()
    held = last and digest(last.row) == digest(edits.working_row(record)) and last.pk
    seen = record.versions.numbered().last() if record.is_published else None
    versions = list(page)
    for version, before in zip(versions, [*versions[1:], None], strict=False):
        version.how = HOW[version.via]
        version.before = before
        version.is_seen = version == seen
        version.is_held = version.pk == held
    page.object_list = versions
    return page


def spell(_field, value):
    return shown(value)


def numbers(params, *keys):
    """The primary keys under these keys; whatever is none is left out."""
    texts = [params.get(key, "") for key in keys]
    return [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 19]
