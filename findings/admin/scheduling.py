"""Publication at a set time, planned from the list of records."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils import timezone
from django.utils.timezone import localtime

from findings.publishing import schedule

from .asking import ask


class MomentForm(forms.Form):
    moment = forms.SplitDateTimeField(
        label="Day and time",
        widget=AdminSplitDateTime,
        help_text="British time, such as 15/01/2027 and 09:00. It is published within a minute.",
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for widget, name in zip(self.fields["moment"].widget.widgets, ("Day", "Time"), strict=True):
            widget.attrs["aria-label"] = name

    def clean_moment(self):
        moment = self.cleaned_data["moment"]
        if moment <= timezone.now():
            raise forms.ValidationError("That is past. To publish now, use “Publish”.")
        return moment


@admin.action(description="Publish at a set time", permissions=["publish"])
def publish_later(model_admin, request, chosen):
    form, page = ask(
        model_admin,
        request,
        chosen,
        MomentForm,
        title="Publish at a set time",
        warns="Until then readers see nothing of it, and you can take the plan back.",
        label="Plan it",
    )
    if page:
        return page
    moment = form.cleaned_data["moment"]
    for record in chosen:
        schedule.plan(record, moment, request.user)
    when = f"{localtime(moment):%-d %B %Y, %H:%M}"
    references = ", ".join(record.reference for record in chosen)
    model_admin.message_user(request, f"To be published on {when}: {references}.")
    return None


@admin.action(description="Take the plan to publish back", permissions=["publish"])
def publish_no_more(model_admin, request, chosen):
    for record in chosen:
        schedule.plan(record, None)
    text = f"Not planned any more: {', '.join(record.reference for record in chosen)}."
    model_admin.message_user(request, text, messages.SUCCESS)
