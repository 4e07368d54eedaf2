"""Advice on a record beside its form, and the page on which it is overruled with a reason."""

import hashlib

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.timezone import localdate

from findings.editorial.advice import advice_on
from findings.models import Overruling, Record, Term
from findings.publishing import edits

from .one_record import OneRecord


class ReasonForm(forms.ModelForm):
    class Meta:
        model = Overruling
        fields = ["reason"]
        help_texts = {"reason": "For those who come after you: “The Act uses this word”."}
        widgets = {"reason": forms.TextInput(attrs={"class": "vTextField"})}


class Advised(OneRecord):
    """Mixin of a record's admin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.advice_view)
        stem = f"{self.opts.app_label}_{self.opts.model_name}"
        return [path("<path:object_id>/advice/", view, name=f"{stem}_advice"), *super().get_urls()]

    def render_change_form(self, request, context, *args, **options):
        if record := context.get("original"):
            context["advice"] = standing_advice(record)
        return super().render_change_form(request, context, *args, **options)

    def advice_view(self, request, object_id):
        record = self.found(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        given = standing_advice(record)
        chosen = request.POST.get("overrule")
        form = ReasonForm(request.POST or None)
        piece = next((each for each in given if key_of(each) == chosen), None)
        if piece and form.is_valid():
            overrule(record, piece, form.cleaned_data["reason"], request.user)
            self.message_user(request, f"Overruled: {piece.sentence}")
            stem = f"admin:{self.opts.app_label}_{self.opts.model_name}_advice"
            return HttpResponseRedirect(reverse(stem, args=[quote(record.pk)]))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Advice: {record}",
            "opts": self.opts,
            "record": record,
            "given": [(key_of(each), each, each == piece) for each in given],
            "form": form,
            "overrulings": record.overrulings.select_related("made_by"),
        }
        return TemplateResponse(request, "admin/advice.html", context)


def standing_advice(record):
    """The advice on the record as its editors have it, without what was overruled."""
    others = (
        Record.objects.of_kind(record.kind)
        .exclude(pk=record.pk)
        .values("reference", "title", "summary")
    )
    explained = {form for term in Term.objects.all() for form in term.forms}
    given = advice_on(
        edits.working_row(record),
        record.kind,
        acronyms=explained,
        others=others,
        today=localdate(),
    )
    overruled = set(record.overrulings.values_list("code", "about"))
    return [each for each in given if (each.code, hash_of(each)) not in overruled]


def overrule(record, piece, reason, editor):
    Overruling.objects.get_or_create(
        record_id=record.pk,
        code=piece.code,
        about=hash_of(piece),
        defaults={"reason": reason, "made_by": editor},
    )


def hash_of(piece):
    return hashlib.sha256(piece.about.encode()).hexdigest()


def key_of(piece):
    return f"{piece.code}-{hash_of(piece)}"
