"""What a new record starts with, so that the usual case needs no hand."""

from django import forms
from django.db.models import Count

from findings.models import Addressing, Audience, Source
from findings.vocabulary import (
    LINK_ENDS,
    VERDICT_MEANINGS,
    Addressed,
    CitationRelation,
    Kind,
    Speaker,
    Trail,
    Verdict,
)


class StartedForm(forms.ModelForm):
    """A smaller row that starts with some values. With nothing besides them it is no row."""

    started = ()

    def has_changed(self):
        return bool(set(self.changed_data) - set(self.started))


def usual_passage(source, new=None):
    """The passage by which records of `source`, but for a `new` one, are addressed to everybody,
    as a rule; or None."""
    others = Addressing.objects.exclude(record=new) if new else Addressing.objects.all()
    used = others.filter(record__source=source, addressed=Addressed.ALL)
    counted = used.exclude(passage=None).values_list("passage").annotate(Count("pk"))
    return next((passage for passage, _ in counted.order_by("-pk__count", "passage")), None)


def usual_report():
    """The report of which most records are: the first, where several have as many."""
    counted = Source.objects.reports().annotate(Count("records"))
    return counted.order_by("-records__count", "pk").first()


def addressings():
    passage = usual_passage(usual_report())
    return [
        {"audience": audience.pk, "addressed": Addressed.ALL, "passage": passage}
        for audience in Audience.objects.order_by("position")
    ]


def fit_passages(record):
    """A new record began with the usual passage of the usual report. One of another report gets
    that report's own."""
    usual = usual_report()
    if record.source == usual:
        return
    begun = record.addressings.filter(addressed=Addressed.ALL, passage=usual_passage(usual))
    own = usual_passage(record.source, new=record)
    for addressing in begun:
        addressing.passage_id = own
        addressing.save()


def citations():
    return [{"relation": CitationRelation.RESTS_ON}]


def verdicts():
    return [
        {"verdict": Verdict.NOT_CHECKED, "reason": VERDICT_MEANINGS[Verdict.NOT_CHECKED]},
    ]


def links(kind):
    """A row for each way in which a record of this kind leads to others, but for comparisons."""
    return [
        {"relation": relation}
        for relation, (near, _) in LINK_ENDS.items()
        if kind in near and not relation.is_comparison
    ]


def notes(record):
    """A box for each audience of which the record has no note."""
    known = record.notes.values_list("audience_id", flat=True) if record.pk else []
    return [
        {"audience": audience.pk}
        for audience in Audience.objects.order_by("position")
        if audience.pk not in known
    ]


# Most recommendations are the editors' own.
OF_ITS_OWN = {Kind.RECOMMENDATION: {"speaker": Speaker.EDITORS, "trail": Trail.OWN}}
