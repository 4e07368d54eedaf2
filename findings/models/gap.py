from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from .citation import Citation
from .sound import managers, named, work
from .twins import Distinct


class GapQuerySet(models.QuerySet):
    def for_page(self):
        """Everything a gap's page shows; of the records it bears on, the published ones only."""
        borne = self.model.bears_on.rel.model.objects.published()
        return self.select_related("source").prefetch_related(
            "developments",
            Prefetch("bears_on", borne.for_rows()),
            Prefetch("citations", Citation.objects.for_display()),
        )


class Gap(Distinct):
    """Something that the sources do not say. Never counted among records."""

    title = models.CharField(max_length=120)
    statement = models.TextField()
    why_it_matters = models.TextField()
    what_would_close_it = models.TextField()
    reference = models.CharField(max_length=20, unique=True)
    source = models.ForeignKey("Source", models.PROTECT, related_name="gaps")
    bears_on = models.ManyToManyField("Record", related_name="gaps", blank=True)
    developments = models.ManyToManyField("Development", related_name="gaps", blank=True)

    NAMED = ("title", "source")
    SOUND = Q(reference__referring=True) & named("title") & work("source__")
    objects, every = managers(GapQuerySet)

    class Meta:
        ordering = ["reference"]

    def __str__(self):
        return f"{self.reference} {self.title}"

    def get_absolute_url(self):
        return reverse("gap-detail", args=[self.reference])
