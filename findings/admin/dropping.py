"""Dropping an edit: at once where it is one's own, and with a reason where others wrote in it."""

from django import forms
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from findings.models import Edit
from findings.publishing import traces


class ReasonForm(forms.Form):
    why = forms.CharField(
        label="Why you drop it",
        max_length=Edit._meta.get_field("why").max_length,
        help_text="Its author reads this on the first page of the admin.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


def drop(model_admin, request, record, edit, button):
    """The answer to whoever pressed `button`: the record's form, or a page that asks why."""
    form = ReasonForm(request.POST if "answered" in request.POST else None)
    try:
        traces.drop(edit, request.user, form.cleaned_data["why"] if form.is_valid() else "")
    except traces.ReasonNeeded:
        context = {
            **model_admin.admin_site.each_context(request),
            "title": f"Drop what somebody else wrote: {record}",
            "opts": model_admin.opts,
            "record": record,
            "form": form,
            "button": button,
            "authors": authors_of(edit, request.user),
        }
        return TemplateResponse(request, "admin/drop.html", context)
    model_admin.log_change(request, record, "Dropped an edit")
    model_admin.message_user(request, "The edit is dropped. You can restore it from the history.")
    here = f"admin:findings_{model_admin.opts.model_name}_change"
    return HttpResponseRedirect(reverse(here, args=[record.pk]))


def authors_of(edit, user):
    """The names of those whose work goes, but for the user's own."""
    people = {part.made_by for part in traces.parts_of(edit)} - {None, user}
    return sorted(person.get_username() for person in people)
