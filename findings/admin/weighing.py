"""A change of what search rests on is tried on the judged queries before it is saved."""

import copy

from django import forms
from django.contrib.admin.models import DELETION, LogEntry
from django.http import QueryDict

from findings.models import Synonym
from findings.publishing.undoing import undone
from findings.search import workbench

UNSEEN = "Not saved yet. Look at what it changes, and save again."
NO_REASON = "Something falls or gives pause: say why it is right all the same."


class WeighedForm(forms.ModelForm):
    """Shows what the change does before it is saved, and asks why where something falls."""

    why = forms.CharField(
        label="Why it is right all the same",
        required=False,
        max_length=200,
        help_text="Needed where a query falls or something gives pause. Kept in the history.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    effect = None

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and set(self.changed_data) - {"why", "seen"}:
            self.effect = tried(copy.deepcopy(self.instance))
            self.hold_back()

    def hold_back(self):
        if not self.effect:
            return
        if self.cleaned_data["seen"] != self.effect.seal:
            self.data = self.data.copy()
            self.data["seen"] = self.effect.seal
            self.add_error(None, UNSEEN)
        elif self.effect.needs_reason and not self.cleaned_data["why"]:
            self.add_error("why", NO_REASON)


def tried(thing):
    """What saving it does; nothing is kept of that."""
    with undone():
        return workbench.effect(thing.save, thing if isinstance(thing, Synonym) else None)


def tried_without(thing):
    """What taking it away does."""
    with undone():
        return workbench.effect(thing.delete)


class Weighed:
    """Mixin of the admin of what search rests on."""

    form = WeighedForm
    change_form_template = "admin/weighed_form.html"
    delete_confirmation_template = "admin/weighed_deletion.html"

    def get_actions(self, request):
        # One at a time, so that it is seen what each of them did.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            # It takes a while, and is kept: not while others wait to write.
            workbench.standing()
        return super().changeform_view(request, object_id, form_url, extra_context)

    def construct_change_message(self, request, form, formsets, add=False):
        return reason_of(form) or super().construct_change_message(request, form, formsets, add)

    def after_save(self, request, thing, form):
        super().after_save(request, thing, form)
        self.log_change(request, thing, reason_of(form) or "Changed")

    def delete_view(self, request, object_id, extra_context=None):
        thing = self.get_object(request, object_id)
        context = {**(extra_context or {})}
        if thing and self.has_delete_permission(request, thing):
            workbench.standing()
            context["effect"] = effect = tried_without(copy.deepcopy(thing))
            request.why = request.POST.get("why", "").strip()[:200]
            if request.method == "POST" and effect.needs_reason and not request.why:
                context["no_reason"] = NO_REASON
                # Ask again.
                request.POST = QueryDict()
        return super().delete_view(request, object_id, context)

    def log_deletions(self, request, things):
        return LogEntry.objects.log_actions(request.user.pk, things, DELETION, request.why)


def reason_of(form):
    return form.cleaned_data.get("why", "") if form else ""
