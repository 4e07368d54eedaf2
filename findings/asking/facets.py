"""The ways to narrow a list of records: what can be chosen, what it keeps, how it counts.

A facet narrows to the records that bear any of the chosen values. Its tally counts, for each
value, the records that bear it: one grouped query, whatever the number of values.
"""

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from findings import vocabulary
from findings.models import (
    Addressing,
    Audience,
    Citation,
    RecordTheme,
    RoleReading,
    Source,
    Theme,
)


class Facet:
    """A facet over a column of the record, whose values are the words of a controlled list."""

    def __init__(self, key, label, words, column=None):
        self.key = key
        self.label = label
        self.words = words
        self.column = column or key

    @property
    def name(self):
        """The facet in one word, as it stands before a value: "Verdict: Overtaken"."""
        return self.key.capitalize()

    def choices(self, day=None):
        """[(value, label), ...] in the order in which they are offered, for a past day or today."""
        return [(word.value, self.label_of(word)) for word in self.words]

    def label_of(self, word):
        return word.label

    def parse(self, text, choices):
        """The value that `text` names, or None."""
        spelt = "-".join(text.replace("_", " ").lower().split())
        return next((value for value, _ in choices if value == spelt), None)

    def narrow(self, records, values, chosen):
        """Those of `records` that bear one of `values`. `chosen` holds all facets' values."""
        return records.filter(**{f"{self.column}__in": values})

    def tally(self, records, chosen):
        """{value: number of `records` that bear it}; what none bears may be left out."""
        counted = records.order_by().values_list(self.column).annotate(Count("pk"))
        return dict(counted)


class KindFacet(Facet):
    def label_of(self, kind):
        return kind.plural


class RoleFacet(Facet):
    """A record without a role concerns all three."""

    def label_of(self, role):
        return role.plural

    def narrow(self, records, values, chosen):
        readings = RoleReading.objects.filter(record=OuterRef("pk"))
        return records.filter(Exists(readings.filter(role__in=values)) | ~Exists(readings))

    def tally(self, records, chosen):
        readings = RoleReading.objects.filter(record__in=records.order_by().values("pk"))
        counted = dict(readings.values_list("role").annotate(Count("pk")))
        for_all = records.filter(~Exists(RoleReading.objects.filter(record=OuterRef("pk")))).count()
        return {value: counted.get(value, 0) + for_all for value in self.words.values}


class VerdictFacet(Facet):
    """The verdict in force on the day that `records` were asked for: their `verdict_word`."""

    def choices(self, day=None):
        unjudged = vocabulary.Unjudged.choices if day else []
        return [*super().choices(day), *unjudged]

    def narrow(self, records, values, chosen):
        own = Q(verdict_word__in=values)
        if vocabulary.Unjudged.AS_PUBLISHED in values:
            own |= Q(verdict_word=None)
        return records.filter(own)

    def tally(self, records, chosen):
        counted = dict(records.order_by().values_list("verdict_word").annotate(Count("pk")))
        counted[vocabulary.Unjudged.AS_PUBLISHED.value] = counted.pop(None, 0)
        return counted


class ThemeFacet(Facet):
    def __init__(self):
        super().__init__("theme", "Theme", None)

    def choices(self, day=None):
        return list(Theme.objects.values_list("slug", "name"))

    def narrow(self, records, values, chosen):
        tags = RecordTheme.objects.filter(content_object=OuterRef("pk"), tag__slug__in=values)
        return records.filter(Exists(tags))

    def tally(self, records, chosen):
        tags = RecordTheme.objects.filter(content_object__in=records.order_by().values("pk"))
        return dict(tags.values_list("tag__slug").annotate(Count("pk")))


class SourceFacet(Facet):
    """The report that a record belongs to."""

    def __init__(self):
        super().__init__("source", "Report", None, "source__slug")

    def choices(self, day=None):
        return list(Source.objects.reports().values_list("slug", "title"))


class EvidenceFacet(Facet):
    """The kinds of evidence that a record rests on: of an account of a study, that study's."""

    def narrow(self, records, values, chosen):
        resting = self.kinds().filter(record=OuterRef("pk"), kind__in=values)
        return records.filter(Exists(resting))

    def tally(self, records, chosen):
        resting = self.kinds().filter(record__in=records.order_by().values("pk")).order_by()
        return dict(resting.values_list("kind").annotate(Count("record", distinct=True)))

    def kinds(self):
        source = "passage__source"
        kind = Coalesce(f"{source}__account_of__method", f"{source}__method")
        relation = vocabulary.CitationRelation.RESTS_ON
        return Citation.objects.filter(relation=relation).annotate(kind=kind)


class AddressFacet(Facet):
    """Audience and manner of address: chosen together, they speak of the same addressing.

    `?audience=housing&addressed=named` is what names housing, not what names anybody and is
    also addressed to housing.
    """

    def __init__(self, key, label, words, column):
        super().__init__(key, label, words, column)
        self.other = {"audience": "addressed", "addressed": "audience"}[key]

    def choices(self, day=None):
        if self.words:
            return super().choices(day)
        return list(Audience.objects.values_list("slug", "name"))

    def narrow(self, records, values, chosen):
        addressings = Addressing.objects.filter(record=OuterRef("pk"))
        own = Q(**{f"{self.column}__in": values})
        return records.filter(Exists(addressings.filter(own & self.others(chosen))))

    def tally(self, records, chosen):
        addressings = Addressing.objects.filter(
            self.others(chosen), record__in=records.order_by().values("pk")
        )
        return dict(addressings.values_list(self.column).annotate(Count("record", distinct=True)))

    def others(self, chosen):
        values = chosen.get(self.other)
        return Q(**{f"{BY_KEY[self.other].column}__in": values}) if values else Q()


FACETS = [
    KindFacet("kind", "Kind", vocabulary.Kind),
    AddressFacet("audience", "Audience", None, "audience__slug"),
    AddressFacet("addressed", "How it is addressed", vocabulary.Addressed, "addressed"),
    RoleFacet("role", "Role", vocabulary.Role),
    ThemeFacet(),
    Facet("speaker", "Who says so", vocabulary.Speaker),
    EvidenceFacet("evidence", "Kind of evidence", vocabulary.Method),
    Facet("trail", "Where it comes from", vocabulary.Trail),
    VerdictFacet("verdict", "Does it still hold?", vocabulary.Verdict),
    SourceFacet(),
]
BY_KEY = {facet.key: facet for facet in FACETS}
