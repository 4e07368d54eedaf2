from django.db import models

from findings.vocabulary import State

from .constraints import Once
from .sound import address
from .twins import Distinct


class SearchRowQuerySet(models.QuerySet):
    def published(self):
        return self.filter(record__state=State.PUBLISHED)


class SearchRow(models.Model):
    """The stems of a record, by weight: its title, what leads it, and the rest.

    Written by `findings.search.upkeep` with every save, in the same transaction, and ranked
    in Python, so that both databases give the same order.
    """

    record = models.OneToOneField(
        "Record", models.CASCADE, primary_key=True, related_name="search_row"
    )
    title = models.TextField()
    lead = models.TextField()
    body = models.TextField()
    # Every word as it is written, for spelling: the stems alone would suggest no words.
    spelt = models.TextField()
    changed_at = models.DateTimeField(auto_now=True)

    objects = SearchRowQuerySet.as_manager()

    def __str__(self):
        return f"Search row {self.pk}"

    @property
    def columns(self):
        return (self.title, self.lead, self.body)


class Synonym(Distinct):
    """Words that mean the same to a reader: any of them also finds the others."""

    phrases = models.TextField(help_text="One a line: “charity”, “voluntary organisation”.")
    finds = models.TextField(
        "also finds",
        blank=True,
        help_text="What they also find, but not the other way round, one a line.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="Why, for other editors.")
    slug = address(60)

    NAMED = ("phrases",)

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return ", ".join(self.lines)

    @property
    def lines(self):
        return [line.strip() for line in self.phrases.splitlines() if line.strip()]


class Pin(Distinct):
    """A record that the editors put first for certain words."""

    words = models.CharField(max_length=100, help_text="As a reader would type them.")
    record = models.ForeignKey("Record", models.CASCADE, related_name="pins")
    position = models.PositiveSmallIntegerField(default=0)

    NAMED = ("words", "record")

    class Meta:
        ordering = ["words", "position"]
        constraints = [
            Once(
                fields=["words", "record"],
                name="record_pinned_once",
                beside="record",
                says="This record is pinned for these words already.",
            ),
        ]

    def __str__(self):
        return f"{self.words}: {self.record}"


class MissQuerySet(models.QuerySet):
    def lasting(self):
        """What was typed on so many days that it is no slip and no single person's words."""
        return self.filter(days__gte=Miss.DAYS)


class Miss(models.Model):
    """Words that found nothing. Shown to editors once they were typed on three days."""

    DAYS = 3

    words = models.CharField(max_length=60, unique=True)
    days = models.PositiveSmallIntegerField(default=1)
    last_on = models.DateField()

    objects = MissQuerySet.as_manager()

    class Meta:
        ordering = ["-days", "words"]
        verbose_name = "words that found nothing"
        verbose_name_plural = "words that found nothing"

    def __str__(self):
        return self.words
