from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from findings.vocabulary import Force

from .constraints import Check, known
from .sound import address, managers, named, work
from .twins import Distinct


class LawLineQuerySet(models.QuerySet):
    def for_page(self):
        """All that the page says of each line; of the records that depend on it, the published."""
        borne = self.model.bears_on.rel.model.objects.published()
        return (
            self.order_by("audience__position", "position", "slug")
            .select_related("audience", "source", "development", "bill")
            .prefetch_related(Prefetch("bears_on", borne.for_rows()))
        )


class LawLine(Distinct):
    """Where the law stands for an audience: one thing that it asks, since when, what a Bill before
    Parliament would change, where to check it today, and which records depend on it."""

    title = models.CharField(max_length=120)
    text = models.TextField("what it asks of them now")
    would_change = models.TextField("what a Bill would change", blank=True)
    slug = address(80)
    audience = models.ForeignKey("Audience", models.CASCADE, related_name="law_lines")
    force = models.CharField("what it is", max_length=12, choices=Force.choices)
    since = models.DateField("in force since", null=True, blank=True)
    development = models.ForeignKey(
        "Development", models.PROTECT, related_name="law_lines", null=True, blank=True
    )
    bill = models.ForeignKey(
        "Development", models.PROTECT, related_name="threatened_lines", null=True, blank=True
    )
    source = models.ForeignKey("Source", models.PROTECT, related_name="law_lines")
    as_of = models.DateField("as of")
    bears_on = models.ManyToManyField("Record", related_name="law_lines", blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    NAMED = ("title", "audience")
    SOUND = (
        Q(slug__routed=True, audience__slug__routed=True, force__in=Force.values)
        & named("title")
        & work("source__")
    )
    objects, every = managers(LawLineQuerySet)

    class Meta:
        ordering = ["audience", "position", "slug"]
        verbose_name = "line of the law"
        verbose_name_plural = "lines of the law"
        constraints = [
            known("force", Force, "law_line_force_is_known"),
            Check(
                condition=Q(would_change="") | Q(bill__isnull=False),
                name="law_line_change_names_its_bill",
                beside="bill",
                says="Name the Bill that would change this, or leave what it would change empty.",
            ),
            Check(
                condition=Q(since=None) | Q(since__lte=models.F("as_of")),
                name="law_line_in_force_by_its_day",
                beside="since",
                says="It can’t be in force since a day later than the one it is said as of.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('law-audience', args=[self.audience.slug])}#{self.slug}"
