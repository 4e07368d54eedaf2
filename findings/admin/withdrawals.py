"""Taking away what readers have seen: a whole record for a time, or one version's text for ever."""

import logging

from django import forms
from django.contrib import admin, messages
from django.db import DatabaseError

from findings.models import Record, Version, Withdrawal
from findings.publishing import erasing, states
from findings.publishing.versions import Note
from findings.vocabulary import State, Via

from .asking import ask

logger = logging.getLogger(__name__)


class WithdrawalForm(forms.ModelForm):
    class Meta:
        model = Withdrawal
        fields = ["why", "successor"]
        widgets = {"why": forms.TextInput(attrs={"class": "vTextField"})}

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["successor"].queryset = Record.objects.published()


@admin.action(description="Withdraw", permissions=["publish"])
def withdraw(model_admin, request, chosen):
    form, page = ask(
        model_admin,
        request,
        chosen,
        WithdrawalForm,
        title="Withdraw from readers",
        warns="The record and all its versions then say only that they were withdrawn, when, why, "
        "and what to read instead. You can publish them again.",
        label="Withdraw",
    )
    if page:
        return page
    why, successor = form.cleaned_data["why"], form.cleaned_data["successor"]
    done = 0
    for record in chosen:
        try:
            note = Note(Via.ACTION, request.user, why)
            states.move(record, State.WITHDRAWN, note, why=why, successor=successor)
            done += 1
        except states.Refused as refusal:
            model_admin.message_user(request, str(refusal), messages.ERROR)
    if done:
        noun = "record is" if done == 1 else "records are"
        model_admin.message_user(request, f"{done} {noun} now withdrawn.")
    return None


class RedactionForm(forms.Form):
    why = forms.CharField(
        label="Reason",
        max_length=Version._meta.get_field("redacted_why").max_length,
        help_text="Readers see it in place of the version. Don’t repeat what is taken away.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


@admin.action(description="Redact: take the text away for ever", permissions=["redact"])
def redact(model_admin, request, chosen):
    form, page = ask(
        model_admin,
        request,
        chosen,
        RedactionForm,
        title="Take the text away for ever",
        warns="The text of these versions is deleted and can’t be brought back. Their numbers and "
        "dates stay, with the day and the reason.",
        label="Delete the text",
    )
    if page:
        return page
    done = [version for version in chosen if erased(model_admin, request, version, form)]
    if done and not scoured():
        text = "The files of the database may hold it yet. An operator runs: manage.py scour"
        model_admin.message_user(request, text, messages.WARNING)
    return None


def erased(model_admin, request, version, form):
    """Whether the version could be redacted."""
    try:
        is_said = erasing.redact(version, form.cleaned_data["why"])
    except erasing.OnShow as refusal:
        model_admin.message_user(request, str(refusal), messages.ERROR)
        return False
    model_admin.log_change(request, version, "Redacted")
    model_admin.message_user(request, f"Redacted: {version}.")
    if is_said:
        text = f"{version.record.reference} still says it: change the record too."
        model_admin.message_user(request, text, messages.WARNING)
    return True


def scoured():
    try:
        return erasing.scour()
    except DatabaseError:
        logger.warning("scour failed after a redaction: run manage.py scour")
        return False
