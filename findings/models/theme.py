from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from taggit.models import ItemBase, TagBase

from findings.vocabulary import State

from .constraints import Once
from .former_theme import FormerTheme
from .reviewed import ReviewedQuerySet
from .sound import address, managers, named
from .twins import Distinct


class ThemeQuerySet(models.QuerySet):
    def with_published_counts(self):
        """Each theme with `record_count`: how many published records bear it."""
        return self.order_by("position", "name").annotate(
            record_count=models.Count(
                "record_themes",
                filter=Q(record_themes__content_object__state=State.PUBLISHED),
            )
        )


class Theme(Distinct, TagBase):
    """A tag of the controlled list, with a sentence that says what belongs under it."""

    description = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)
    slug = address(100)

    SOUND = Q(slug__routed=True) & named("name")
    objects, every = managers(ThemeQuerySet)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            Once(
                Lower("name"),
                name="theme_name_once_in_any_case",
                beside="name",
                says="There is a theme with this name already.",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if former := FormerTheme.objects.filter(slug=self.slug).exclude(theme=self.pk).first():
            text = f"This theme was merged into “{former.theme}”: its address leads there."
            raise ValidationError({"slug": text})

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return reverse("theme-detail", args=[self.slug])


class RecordTheme(ItemBase):
    """The tag on a record. A real foreign key, so that counts are ordinary joins."""

    content_object = models.ForeignKey("Record", models.CASCADE, related_name="record_themes")
    tag = models.ForeignKey(Theme, models.PROTECT, related_name="record_themes")

    SOUND = Q(tag__slug__routed=True) & named("name", "tag__")
    objects, every = managers(ReviewedQuerySet)

    class Meta:
        constraints = [
            Once(
                fields=["content_object", "tag"],
                name="theme_once_on_record",
                beside="tag",
                says="This theme stands on the record already.",
            ),
        ]

    def __str__(self):
        return f"{self.content_object}: {self.tag}"
