"""Saving, publishing and setting aside records from their form."""

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse

from findings.models import Edit
from findings.publishing import edits, states
from findings.publishing.fields import in_words
from findings.publishing.undoing import undone
from findings.texts.merging import merge
from findings.vocabulary import CitationRelation, State

from . import conflicts, dropping, readiness, starting
from .changes import note_of
from .deciding import Decides
from .editing import RowAdmin
from .rights import may_publish
from .scheduling import MomentForm


class EditedRecordAdmin(Decides, RowAdmin):
    change_form_template = "admin/record_form.html"

    def get_urls(self):
        stem = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                "<path:object_id>/set-aside/<int:edit>/",
                self.admin_site.admin_view(self.set_aside_view),
                name=f"{stem}_set_aside",
            ),
        ]
        return [*own, *super().get_urls()]

    def working_row(self, record):
        return edits.working_row(record)

    def is_shown_otherwise(self, record):
        return edits.pending_of(record) is not None

    def show(self, request, record):
        working = edits.working(record)
        self.show_edit(request, record, working)
        if working.behind:
            names = ", ".join(map(in_words, working.behind))
            text = f"Since this edit was begun, what readers see has changed in: {names}."
            self.message_user(request, f"{text} Saving it here replaces that.", messages.WARNING)

    def show_edit(self, request, record, working):
        """The pending edit in the form, as far as the tables take it."""
        for fault in working.gone:
            text = f"This edit names what is gone, and is shown without it: {fault.told}."
            self.message_user(request, text, messages.WARNING)
        try:
            edits.write(record, working.row)
        except states.Refused as refusal:
            text = "This edit can’t be shown, so here is what readers see. Saving replaces it."
            self.message_user(request, f"{text} {refusal}", messages.ERROR)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if "_discard" in request.POST and object_id:
            return self.discard(request, self.found(request, object_id))
        if object_id is None and "_preview" in request.POST:
            with undone():
                return super().changeform_view(request, object_id, form_url, extra_context)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def discard(self, request, record):
        """Drop the pending edit, whatever stands in the form."""
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        waiting = edits.pending_of(record)
        if waiting is None:
            return HttpResponseRedirect(self.form_of(record))
        return dropping.drop(self, request, record, waiting, "_discard")

    def outcome_of_choice(self, record):
        if record.is_published:
            return (
                "Saving publishes nothing: what you choose is kept as a pending edit, and you "
                "publish it from the form."
            )
        return "Saving publishes nothing: readers don’t see this record."

    def get_formset_kwargs(self, request, record, inline, prefix):
        options = super().get_formset_kwargs(request, record, inline, prefix)
        if request.method != "POST":
            options["initial"] = inline.starts(record)
        return options

    def render_change_form(self, request, context, *args, **options):
        record = context.get("original")
        context |= {
            "may_publish": may_publish(request.user, record),
            "is_draft": record is None or record.state == State.DRAFT,
            "was_seen": record is not None and record.published_at is not None,
            "is_published": record is not None and record.is_published,
            "moment": MomentForm(),
        }
        if record is not None:
            context |= {
                "pending": edits.pending_of(record),
                "set_aside": Edit.objects.set_aside().filter(record_id=record.pk),
            }
        if record is None or self.has_change_permission(request, record):
            formsets = [each.formset for each in context["inline_admin_formsets"]]
            context["ready"] = readiness.of(record, context["adminform"].form, formsets)
        return super().render_change_form(request, context, *args, **options)

    def get_view_on_site_url(self, record=None):
        """Readers have no page of what they never saw: there is the preview."""
        if record is None or record.published_at is None:
            return None
        return super().get_view_on_site_url(record)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            starting.fit_passages(form.instance)

    def response_add(self, request, record, post_url_continue=None):
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, record, post_url_continue)
        if "_preview" in request.POST:
            return self.preview_of(request, record, edits.working_row(record))
        self.refuse_decisions(request, record)
        note = note_of(request.POST, request.user)
        self.decide(request, record, note, self.say_begun(request, record))
        return HttpResponseRedirect(self.form_of(record))

    def settle(self, request, record, base, tried):
        row = with_relations(tried.row, base)
        if "_preview" in request.POST:
            return self.preview_of(request, record, row)
        return self.save(request, record, base, row, tried.form.note(request.user))

    def settle_choice(self, request, record, now, row, edit):
        note = note_of(request.POST, request.user)
        aside = Edit.objects.set_aside().filter(pk=edit, record=record).first()
        return self.save(request, record, now, row, note, aside)

    def save(self, request, record, base, row, note, aside=None):
        self.refuse_decisions(request, record)
        here = self.form_of(record)
        try:
            if aside is None:
                outcome = edits.save(record, base, row, note)
            else:
                outcome = edits.resolve(aside, base, row, note)
        except states.Refused as refusal:
            self.message_user(request, f"Not saved. {refusal}", messages.ERROR)
            return HttpResponseRedirect(here)
        if outcome.conflicts:
            return conflicts.page(self, request, record, base, row, outcome.conflicts, outcome.edit)
        self.say_taken(request, outcome.taken)
        self.log_change(request, record, note.line or "Edited")
        if "_publish" in request.POST and outcome.taken:
            self.message_user(request, self.said_of(record, outcome), messages.SUCCESS)
            text = "Not published: it now holds somebody else’s changes. Look, then publish."
            self.message_user(request, text, messages.WARNING)
        else:
            self.decide(request, record, note, self.said_of(record, outcome))
        return HttpResponseRedirect(self.next_page(request, record, here))

    def form_of(self, record):
        return reverse(f"admin:findings_{self.opts.model_name}_change", args=[record.pk])

    def next_page(self, request, record, here):
        """Where the editor goes: back to the form, whatever was pressed."""
        return here

    def said_of(self, record, outcome):
        if outcome.edit:
            return f"Kept as a pending edit of {record.reference}. Readers don’t see it yet."
        if outcome.version:
            return f"Saved: {record}."
        return f"Nothing has changed in {record.reference}."

    def set_aside_view(self, request, object_id, edit):
        """An edit that was set aside, with what is stored by now beside it."""
        record = self.get_object(request, object_id)
        aside = Edit.objects.set_aside().filter(pk=edit, record_id=record and record.pk).first()
        if aside is None:
            raise Http404
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        if "_drop" in request.POST:
            return dropping.drop(self, request, record, aside, "_drop")
        if request.method == "POST":
            return conflicts.resolve(self, request, record)
        row, gone = edits.fitted(record, aside.row)
        for fault in gone:
            text = f"This names what is gone, and is shown without it: {fault.told}."
            self.message_user(request, text, messages.WARNING)
        merged = merge(aside.base, row, self.working_row(record))
        return conflicts.page(self, request, record, aside.base, row, merged.conflicts, aside)


def with_relations(row, base):
    """`row` with the relation of each passage that a verdict cites as it was in `base`: the
    form asks for the passages alone."""
    known = {
        (cited["source"], cited["passage"]): cited["relation"]
        for verdict in base.get("verdicts", [])
        for cited in verdict["citations"]
    }
    verdicts = [
        {
            **verdict,
            "citations": [
                {
                    **cited,
                    "relation": known.get(
                        (cited["source"], cited["passage"]), CitationRelation.RESTS_ON.value
                    ),
                }
                for cited in verdict["citations"]
            ],
        }
        for verdict in row["verdicts"]
    ]
    return {**row, "verdicts": verdicts}
