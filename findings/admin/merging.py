"""Merging themes: a page that says what will change, and asks which stays and why."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.utils.text import get_text_list

from findings.models import FormerTheme
from findings.publishing import themes
from findings.publishing.versions import Note
from findings.vocabulary import State, Via

from .asking import ask
from .keys import keyed
from .rights import may_publish


class MergingForm(forms.Form):
    why = forms.CharField(
        label="Reason",
        max_length=FormerTheme._meta.get_field("why").max_length,
        help_text="Readers see it in the list of changes, at each record.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args, chosen, **options):
        super().__init__(*args, **options)
        staying = forms.ModelChoiceField(
            chosen, label="Which one stays", empty_label=None, widget=forms.RadioSelect
        )
        also = forms.BooleanField(
            label="Whoever searches for a name that goes also finds the one that stays",
            help_text="Adds a synonym for each.",
            initial=True,
            required=False,
        )
        self.fields = {"staying": keyed(staying), **self.fields, "also_found": also}


class Merges:
    """Mixin of the admin of themes: actions with the permission "merge" ask here."""

    def has_merge_permission(self, request):
        may_delete = self.has_delete_permission(request) and self.has_change_permission(request)
        return may_delete and may_publish(request.user)


@admin.action(description="Merge into one theme", permissions=["merge"])
def merge(model_admin, request, chosen):
    if len(chosen) < 2:
        model_admin.message_user(request, "Choose two themes or more.", messages.ERROR)
        return None
    for theme in chosen:
        theme.told = told(theme)
    form, page = ask(
        model_admin,
        request,
        chosen,
        partial(MergingForm, chosen=chosen),
        title="Merge into one theme",
        warns="All that names one of these will name the one that stays, at once and for readers "
        "too. The records keep their versions; addresses, feeds and imports of the others lead "
        "to the one that stays. This can’t be taken back by a button.",
        label="Merge",
    )
    if page:
        return page
    staying = form.cleaned_data["staying"]
    going = [theme for theme in chosen if theme != staying]
    records, edits = themes.merge(
        going, staying, Note(Via.ACTION, request.user, form.cleaned_data["why"])
    )
    if form.cleaned_data["also_found"] and request.user.has_perm("findings.add_synonym"):
        themes.also_found(going, staying)
    names = get_text_list([f"“{theme.name}”" for theme in going], "and")
    model_admin.log_change(request, staying, f"Merged with {names}")
    text = f"{names}: now part of “{staying.name}”. {counted(records, edits)}"
    model_admin.message_user(request, text, messages.SUCCESS)
    return None


def told(theme):
    """What would change if the theme goes."""
    records = list(themes.bearing([theme]).values_list("reference", "state"))
    edits = [edit.record.reference for edit in themes.naming([theme])]
    return {
        "description": theme.description,
        "address": theme.get_absolute_url(),
        "records": ", ".join(reference for reference, _ in records),
        "count": len(records),
        "drafts": sum(state != State.PUBLISHED for _, state in records),
        "edits": ", ".join(edits),
    }


def counted(records, edits):
    return f"Records changed: {records}. Edits that wait: {edits}."
