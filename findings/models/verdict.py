from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from findings import vocabulary

from .citation import Citation
from .constraints import Check, known
from .reviewed import ReviewedQuerySet
from .sound import managers
from .standing import freshest


class VerdictQuerySet(ReviewedQuerySet):
    def in_force(self, as_at=None):
        """Verdicts that had taken effect by the day `as_at` (today by default)."""
        day = as_at or timezone.localdate()
        return self.filter(Q(effective_on=None) | Q(effective_on__lte=day))

    def old(self, today):
        """Those that rest on what was read too long before the day `today`."""
        aged = Q()
        for fresh_for in vocabulary.Freshness:
            aged |= Q(fresh_for=fresh_for, read_until__lt=freshest(today, fresh_for))
        return self.annotate(read_until=Coalesce("as_of", "checked_on")).filter(aged)

    def oldest_first(self):
        return self.order_by(F("effective_on").asc(nulls_first=True), "position", "pk")

    def newest_first(self):
        return self.order_by(F("effective_on").desc(nulls_last=True), "-position", "-pk")

    def for_display(self):
        cited = Citation.objects.for_display()
        return self.prefetch_related(
            Prefetch("developments__citations", cited), Prefetch("citations", cited)
        )


class Verdict(models.Model):
    """Whether a record still holds: a dated row. The last one in effect is the record's verdict.

    Each verdict has a date of effect (when the world changed), the day as of which it speaks
    (of the newest thing read) and the day on which the editors looked. "Not checked" needs none
    of them, and what was looked at and is not settled may have had no effect on any day.
    """

    record = models.ForeignKey("Record", models.CASCADE, related_name="verdicts")
    verdict = models.CharField(max_length=20, choices=vocabulary.Verdict.choices)
    reason = models.TextField()
    effective_on = models.DateField("effective date", null=True, blank=True)
    as_of = models.DateField("as of", null=True, blank=True)
    checked_on = models.DateField("looked at", null=True, blank=True)
    fresh_for = models.CharField(
        "stays fresh for",
        max_length=10,
        choices=vocabulary.Freshness.choices,
        default=vocabulary.Freshness.YEAR,
    )
    developments = models.ManyToManyField("Development", related_name="verdicts", blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = Q(verdict__in=vocabulary.Verdict.values)
    objects, every = managers(VerdictQuerySet)

    class Meta:
        ordering = ["record", F("effective_on").asc(nulls_first=True), "position", "pk"]
        indexes = [models.Index(fields=["record", "effective_on"])]
        constraints = [
            known("verdict", vocabulary.Verdict, "verdict_is_known"),
            Check(
                condition=Q(verdict=vocabulary.Verdict.NOT_CHECKED)
                | Q(verdict=vocabulary.Verdict.UNSETTLED, checked_on__isnull=False)
                | Q(effective_on__isnull=False, checked_on__isnull=False),
                name="verdict_has_its_dates",
                beside="effective_on",
                says=(
                    "Give the effective date and the day somebody looked. One that is not settled "
                    "needs the day somebody looked, and “not checked” needs neither."
                ),
            ),
            Check(
                condition=Q(as_of=None) | Q(as_of__lte=F("checked_on")),
                name="verdict_as_of_no_later_than_looked_at",
                beside="as_of",
                says="It can’t speak as of a day later than somebody looked.",
            ),
            known("fresh_for", vocabulary.Freshness, "verdict_freshness_is_known"),
            Check(
                condition=Q(reason__length__gte=1),
                name="verdict_has_a_reason",
                beside="reason",
                says="Say why: readers see the reason beside the verdict.",
            ),
        ]

    def __str__(self):
        return self.get_verdict_display()

    @property
    def word(self):
        return vocabulary.Verdict(self.verdict)

    @property
    def meaning(self):
        """What the word means of this record."""
        return self.word.meaning_of(self.record.trail)
