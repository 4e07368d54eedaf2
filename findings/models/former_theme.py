from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .constraints import Check
from .sound import address


class FormerThemeQuerySet(models.QuerySet):
    def leading(self):
        """{slug: slug of the theme that it is part of now}, of all: there are few."""
        return dict(self.values_list("slug", "theme__slug"))


class FormerTheme(models.Model):
    """A theme that was merged into another: its address leads there, and nothing of it is lost."""

    slug = address(100)
    name = models.CharField(max_length=100)
    description = models.TextField()
    theme = models.ForeignKey("Theme", models.CASCADE, related_name="former")
    why = models.CharField("reason", max_length=200)
    merged_on = models.DateField(default=timezone.localdate)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True
    )

    objects = FormerThemeQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            Check(
                condition=Q(why__length__gte=1),
                name="former_theme_has_a_reason",
                beside="why",
                says="Say why it is merged: readers see the reason.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.theme.get_absolute_url()
