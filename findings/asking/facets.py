"""The ways to narrow a list of records: what can be chosen, what it keeps, how it counts.

A facet narrows to the records that bear any of the chosen values. What all records bear it says
as bits, of which `bitmaps` makes the counts.
"""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from findings import vocabulary
from findings.models import (
    Addressing,
    Audience,
    Citation,
    FormerTheme,
    RecordTheme,
    RoleReading,
    Source,
    Theme,
    Verdict,
)

# One search for reports by their titles finds no more than these.
MOST_NAMED = 20


class Facet:
    """A facet over a column of the record, whose values are the words of a controlled list."""

    # {value: bits of the records that bear it, today or on a day}, asked with the Bitmaps and the
    # day; None where the values stand in a column of the record: those are read together.
    borne = None

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
        spelt = spelling(text)
        return next((value for value, _ in choices if value == spelt), None)

    def present(self, texts, choices):
        """The texts that name values, each as what it names today."""
        return texts

    def named(self, text, choices):
        """The values that a reader who wrote `text` may mean."""
        value = self.parse(text, choices)
        return [] if value is None else [value]

    def narrow(self, records, values, chosen):
        """Those of `records` that bear one of `values`. `chosen` holds all facets' values."""
        return records.filter(**{f"{self.column}__in": values})

    def applying(self, borne, chosen):
        """{value: bits} out of {what is borne: bits}, as far as the rest of `chosen` applies."""
        return borne


def spelling(text):
    """A value as a reader or a program may have written it, as values are written here."""
    return "-".join(text.replace("_", " ").lower().split())


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

    def borne(self, maps, day=None):
        read = maps.of(RoleReading.objects.order_by().values_list("record", "role"))
        rest = maps.everything & ~maps.any(read)
        return {role: read.get(role, 0) | rest for role in self.words.values}


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

    def borne(self, maps, day=None):
        # Of the verdicts of a record the last one read stays.
        in_force = Verdict.objects.in_force(day).oldest_first().values_list("record", "verdict")
        found = maps.of(dict(in_force).items())
        return found | {vocabulary.Unjudged.AS_PUBLISHED.value: maps.everything & ~maps.any(found)}


class ThemeFacet(Facet):
    def __init__(self):
        super().__init__("theme", "Theme", None)

    def choices(self, day=None):
        return list(Theme.objects.values_list("slug", "name"))

    def present(self, texts, choices):
        """A theme that was merged into another is taken for that."""
        known = {value for value, _ in choices}
        if all(spelling(text) in known for text in texts):
            return texts
        former = FormerTheme.objects.leading()
        return [former.get(spelling(text), text) for text in texts]

    def narrow(self, records, values, chosen):
        tags = RecordTheme.objects.filter(content_object=OuterRef("pk"), tag__slug__in=values)
        return records.filter(Exists(tags))

    def borne(self, maps, day=None):
        return maps.of(RecordTheme.objects.order_by().values_list("content_object", "tag__slug"))


class SourceFacet(Facet):
    """The report that a record belongs to."""

    def __init__(self):
        super().__init__("source", "Report", None, "source__slug")

    def choices(self, day=None):
        return list(Source.objects.reports().values_list("slug", "title"))

    def named(self, text, choices):
        """The one of this slug, or those in whose titles all the words stand: there are too many
        reports to choose each from a list."""
        words = text.casefold().split()
        found = [slug for slug, title in choices if all(each in title.casefold() for each in words)]
        return super().named(text, choices) or (found[:MOST_NAMED] if words else [])


class EvidenceFacet(Facet):
    """The kinds of evidence that a record rests on: of an account of a study, that study's."""

    def narrow(self, records, values, chosen):
        resting = self.kinds().filter(record=OuterRef("pk"), kind__in=values)
        return records.filter(Exists(resting))

    def borne(self, maps, day=None):
        return maps.of(self.kinds().order_by().values_list("record", "kind"))

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

    def borne(self, maps, day=None):
        """What a record bears are pairs of both, since they speak of the same addressing. They are
        read for one facet, and are the other's too."""
        rows = Addressing.objects.order_by().values_list("record", "audience__slug", "addressed")
        pairs = ((pk, (audience, manner)) for pk, audience, manner in rows)
        return maps.borne.get(self.other) or maps.of(pairs)

    def applying(self, borne, chosen):
        others = chosen.get(self.other)
        own = ("audience", "addressed").index(self.key)
        found = {}
        for pair, bits in borne.items():
            if not others or pair[1 - own] in others:
                found[pair[own]] = found.get(pair[own], 0) | bits
        return found

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
