"""The words in which lists of records are asked for."""

from django.db import models
from django.db.models import OuterRef, Prefetch, Subquery, Value

from findings.vocabulary import Addressed

from .audience import Addressing, AudienceNote
from .citation import Citation
from .link import COMPARISONS, Link
from .readable import readable
from .reviewed import ReviewedQuerySet
from .verdict import Verdict
from .version import Version


class Kept(Exception):
    """A record that readers have seen can't be deleted: its reference and versions stay."""


class RecordQuerySet(ReviewedQuerySet):
    def delete(self):
        refuse_if_seen(self.exclude(published_at=None))
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True

    def published(self):
        """The one gate: what readers may see, on every surface."""
        return self.filter(readable())

    def due(self, now):
        """What is planned to be published at `now` or before, the earliest first."""
        return self.filter(publish_at__lte=now).order_by("publish_at", "sort_key")

    def to_recheck(self):
        """What a development has put in question, the longest-waiting first."""
        return self.exclude(recheck_since=None).order_by("recheck_since", "sort_key")

    def with_old_verdict(self, today):
        """Those whose verdict in force on `today` rests on what was read too long ago."""
        old = Verdict.objects.old(today).values("pk")
        return self.with_verdict_in_force(today).filter(verdict_in_force__in=old)

    def with_verdict_in_force(self, today):
        """Each record with `verdict_in_force`: the key of its verdict on `today`."""
        in_force = Verdict.objects.in_force(today).filter(record=OuterRef("pk")).newest_first()
        return self.annotate(verdict_in_force=Subquery(in_force.values("pk")[:1]))

    def as_at(self, day):
        """Each record as it was on `day`, verdict and address included; None means today."""
        if day is None:
            return self
        return self.annotate(seen_on=Value(day, output_field=models.DateField()))

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def without_notices(self):
        """What says something of its own: a notice tells of what the editors could not read."""
        return self.filter(is_notice=False)

    def about(self, theme):
        return self.filter(record_themes__tag=theme)

    def for_audience(self, audience):
        """Records addressed to `audience`, those that name it first."""
        own = audience.addressings.filter(record=OuterRef("pk"))
        named = own.filter(addressed=Addressed.NAMED)
        return self.filter(models.Exists(own)).order_by(
            models.Case(models.When(models.Exists(named), then=0), default=1), "sort_key"
        )

    def with_verdict(self, as_at=None):
        """Each record with `verdict_word`: the verdict in force on the day `as_at`."""
        return self.annotate(
            verdict_word=Subquery(
                Verdict.objects.in_force(as_at)
                .filter(record=OuterRef("pk"))
                .newest_first()
                .values("verdict")[:1]
            )
        )

    def for_rows(self):
        """All that a list row shows, in a constant number of queries."""
        return self.select_related("source").prefetch_related(
            "themes",
            Prefetch("verdicts", Verdict.objects.oldest_first()),
            Prefetch("addressings", Addressing.objects.select_related("audience")),
        )

    def for_ledger(self):
        """All that a record shows on one line, in a constant number of queries."""
        return self.prefetch_related(
            Prefetch("verdicts", Verdict.objects.oldest_first()),
            Prefetch("citations", Citation.objects.for_display()),
            Prefetch("addressings", Addressing.objects.select_related("audience")),
        )

    def with_evidence(self):
        """Each with the works that it and its verdicts cite, and those behind their events."""
        cited = Citation.objects.for_display()
        return self.prefetch_related(
            Prefetch("citations", cited),
            Prefetch("verdicts__citations", cited),
            Prefetch("verdicts__developments__citations", cited),
        )

    def with_found_since(self):
        """Each record with `found_since`: the links of published findings that agree with it, add
        to it or differ from it."""
        since = Link.objects.filter(relation__in=COMPARISONS).order_by("record__sort_key", "pk")
        published = since.filter(readable("record__")).select_related("record")
        return self.prefetch_related(Prefetch("backlinks", published, "found_since"))

    def for_snippets(self):
        """All the texts that search reads, in a constant number of queries."""
        return self.prefetch_related(
            "notes__audience", "developments", "citations__passage__source"
        )

    def for_page(self, as_at=None, others=None):
        """All that a record's own page shows, in a constant number of queries. `others` prepares
        the records at the ends of its links, as rows without it."""
        others = self.model.objects.for_rows() if others is None else others
        published = others.published().as_at(as_at)
        addressed = Addressing.objects.select_related("audience", "passage__source")
        return (
            self.as_at(as_at)
            .select_related("source", "recheck_because")
            .prefetch_related(
                "themes",
                Prefetch("addressings", addressed),
                "role_readings",
                Prefetch("notes", AudienceNote.objects.select_related("audience")),
                "gaps",
                "developments",
                Prefetch("citations", Citation.objects.for_display()),
                Prefetch("verdicts", Verdict.objects.oldest_first().for_display()),
                Prefetch("links", Link.objects.to_published(published)),
                Prefetch("backlinks", Link.objects.from_published(published)),
            )
        )

    def for_data(self, as_at=None):
        """The same, with the public versions as `numbered_versions`, without their texts."""
        public = Prefetch("versions", Version.objects.numbered().defer("row"), "numbered_versions")
        # Data names another record with its verdict alone.
        judged = self.model.objects.prefetch_related(
            Prefetch("verdicts", Verdict.objects.oldest_first())
        )
        return self.for_page(as_at, judged).prefetch_related(public)


def refuse_if_seen(seen):
    if references := list(seen.values_list("reference", flat=True)):
        raise Kept(f"Readers have seen {', '.join(references)}: withdraw instead of deleting.")
