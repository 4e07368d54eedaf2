"""The page on which verdicts are looked at again, ten in a row, and the calendar of what is due.

Each row is a form of its own: what is written is kept one by one, and what can't be kept stands
there again with the reason beside it.
"""

import re

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Max, Prefetch
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.timezone import localdate

from findings.editorial import due
from findings.models import Citation, HomePage, Record
from findings.publishing import rechecks, states
from findings.publishing.versions import Note
from findings.vocabulary import Via

from .links import form_of
from .rights import may_publish

MONTH = re.compile(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])", re.ASCII)
KEY = re.compile(r"([1-9][0-9]{0,17})-seen", re.ASCII)
SAID = "Looked again: the verdict still holds, because {}"


class LookForm(forms.Form):
    because = forms.CharField(
        label="Looked again: the verdict still holds, because …",
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    seen = forms.IntegerField(min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)

    def clean_because(self):
        return " ".join(self.cleaned_data["because"].split()).removeprefix("because ")


class LookedAt:
    """Mixin of the admin of verdicts."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.due_view)
        return [path("due/", view, name="findings_verdict_due"), *super().get_urls()]

    def due_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return look(self, request)
        verdicts = asked_for(request)
        chosen = verdicts.values_list("record_id", flat=True)[: due.AT_ONCE]
        return page(self, request, [(pk, None) for pk in chosen], verdicts.count())


def asked_for(request):
    """The verdicts of the month in the address, those overdue, or those of this week."""
    today, month = localdate(), request.GET.get("month", "")
    if month == "overdue":
        return due.overdue(today)
    if not month:
        return due.this_week(today)
    if not MONTH.fullmatch(month):
        raise BadRequest("A month is asked for as 2027-07.")
    year, number = map(int, month.split("-"))
    asked = due.Month(today.replace(year=year, month=number, day=1), 0, 0)
    return due.between(today, max(asked.first, today), asked.last)


def look(model_admin, request):
    """Keep each row that says why; the others come back as they were sent."""
    if not may_publish(request.user):
        raise PermissionDenied
    forms_sent = sent_in(request.POST)
    left = [
        (record.pk, form)
        for record, form in forms_sent
        if not keep(model_admin, request, record, form)
    ]
    if refused := sum(bool(form.errors) for _, form in left):
        model_admin.message_user(request, f"Not kept: {refused}. See below.", messages.ERROR)
        return page(model_admin, request, left, len(left))
    if len(left) == len(forms_sent):
        text = "Nothing was kept: write in at least one row why its verdict still holds."
        model_admin.message_user(request, text, messages.WARNING)
    return HttpResponseRedirect(request.get_full_path())


def sent_in(post):
    """[(record, its form)] of the rows that were sent, in the order of the page."""
    keys = [int(match[1]) for name in post if (match := KEY.fullmatch(name))][: due.AT_ONCE]
    records = Record.objects.in_bulk(keys)
    return [(records[key], LookForm(post, prefix=str(key))) for key in keys if key in records]


def keep(model_admin, request, record, form):
    """Whether what the row says is kept as a version; where it can't be, its form says why."""
    if not form.is_valid() or not form.cleaned_data["because"]:
        return False
    note = Note(Via.ACTION, request.user, SAID.format(form.cleaned_data["because"]))
    try:
        rechecks.look_again(record, form.cleaned_data["seen"], note)
    except states.Refused as refusal:
        form.add_error("because", refusal.reasons[0])
        return False
    model_admin.message_user(request, f"{record.reference}: looked at again today.")
    return True


def page(model_admin, request, chosen, count):
    """`chosen` are the records in question, each with its form as it was sent, or None."""
    late, months = due.calendar(localdate())
    home = HomePage.objects.current()
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Look again: does it still hold?",
        "opts": model_admin.opts,
        "rows": rows(chosen),
        "count": count,
        "late": late,
        "months": months,
        "month": request.GET.get("month", ""),
        "may_publish": may_publish(request.user),
        "known_until": home and home.knowledge_date < localdate() and home,
    }
    return TemplateResponse(request, "admin/due.html", context)


def rows(chosen):
    """[{record, standing, due, since, form}] in the order of `chosen`, in a constant number of
    queries. Each form says which version of its record is on the page now."""
    cited = Prefetch("verdicts__citations", Citation.objects.select_related("passage__source"))
    records = Record.objects.annotate(seen=Max("versions__pk")).select_related("recheck_because")
    found = records.prefetch_related("verdicts", cited, "developments").in_bulk(
        [pk for pk, _ in chosen]
    )
    return [row(found[pk], form) for pk, form in chosen if pk in found]


def row(record, form):
    verdict, today = record.verdict, localdate()
    seen = record.seen or 0
    if form is None:
        form = LookForm(prefix=str(record.pk), initial={"seen": seen})
    else:
        form.data = {**form.data.dict(), form.add_prefix("seen"): seen}
    day = verdict and (verdict.as_of or verdict.checked_on)
    return {
        "record": record,
        "standing": record.standing_on(today),
        "verdict": verdict,
        "due": day and due.last_fresh_day(day, verdict.fresh_for),
        "since": [each for each in record.developments.all() if day and each.last_day > day],
        "sources": list(dict.fromkeys(cited.passage.source for cited in cited_by(verdict))),
        "form": form,
        "form_url": form_of(record),
    }


def cited_by(verdict):
    return verdict.citations.all() if verdict else []
