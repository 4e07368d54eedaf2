from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from findings.vocabulary import Addressed, State

from .constraints import Check, Once, known
from .reviewed import ReviewedQuerySet
from .sound import address, managers, named, place, work
from .twins import Distinct


class AudienceQuerySet(models.QuerySet):
    def with_published_counts(self):
        """Each audience with `record_count` and `named_count`, of published records."""
        seen = Q(addressings__record__state=State.PUBLISHED)
        return self.order_by("position").annotate(
            record_count=Count("addressings", filter=seen),
            named_count=Count(
                "addressings", filter=seen & Q(addressings__addressed=Addressed.NAMED)
            ),
        )

    def for_data(self):
        """All that its page says of the audience itself, in a constant number of queries."""
        changes = AudienceChange.objects.select_related("source").prefetch_related("developments")
        return (
            self.with_published_counts()
            .order_by("position", "slug")
            .prefetch_related("questions", models.Prefetch("changes", changes))
        )


class Audience(Distinct):
    """One of the four sectors that the report addresses, with the editors' texts for it."""

    name = models.CharField(max_length=60)
    hook = models.CharField(max_length=120, help_text="One line for the card on the home page.")
    orientation = models.TextField(help_text="What the source says to this sector, and what not.")
    slug = address(30)
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = Q(slug__routed=True) & named("name")
    objects, every = managers(AudienceQuerySet)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.name

    @property
    def letter(self):
        return self.name[0]

    @property
    def shared_count(self):
        """Of the counts of `with_published_counts`: records addressed to it among all."""
        return self.record_count - self.named_count

    def get_absolute_url(self):
        return reverse("audience-detail", args=[self.slug])


class Question(models.Model):
    """A question that a member of the audience can ask in the room."""

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="questions")
    text = models.CharField(max_length=250)
    position = models.PositiveSmallIntegerField(default=0)

    SAID_ONCE = "text"

    class Meta:
        ordering = ["audience", "position", "pk"]

    def __str__(self):
        return self.text


class AudienceChange(models.Model):
    """One line of what changed for the audience since 2018, and what shows it."""

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="changes")
    text = models.TextField()
    developments = models.ManyToManyField(
        "Development", related_name="audience_changes", blank=True
    )
    source = models.ForeignKey(
        "Source",
        models.PROTECT,
        related_name="audience_changes",
        null=True,
        blank=True,
        help_text="Only where no development shows it.",
    )
    position = models.PositiveSmallIntegerField(default=0)

    SAID_ONCE = "text"
    SOUND = (
        Q(audience__slug__routed=True)
        & named("name", "audience__")
        & (Q(source=None) | work("source__"))
    )
    objects, every = managers()

    class Meta:
        ordering = ["audience", "position", "pk"]
        verbose_name = "change since 2018"
        verbose_name_plural = "changes since 2018"

    def __str__(self):
        return self.text


class Addressing(models.Model):
    """How a record is addressed to an audience, and the passage that shows it."""

    record = models.ForeignKey("Record", models.CASCADE, related_name="addressings")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="addressings")
    addressed = models.CharField(max_length=10, choices=Addressed.choices, default=Addressed.ALL)
    passage = models.ForeignKey(
        "Passage", models.PROTECT, related_name="addressings", null=True, blank=True
    )
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = (
        Q(addressed__in=Addressed.values, audience__slug__routed=True)
        & named("name", "audience__")
        & (Q(passage=None) | place("passage__"))
    )
    objects, every = managers(ReviewedQuerySet)

    class Meta:
        ordering = ["record", "audience__position"]
        indexes = [models.Index(fields=["audience", "addressed", "record"])]
        constraints = [
            Once(
                fields=["record", "audience"],
                name="audience_once_on_record",
                beside="audience",
                says="This audience stands on the record already.",
            ),
            known("addressed", Addressed, "addressing_is_known"),
            Check(
                condition=Q(addressed=Addressed.ALL) | Q(passage__isnull=False),
                name="addressing_by_name_has_passage",
                beside="passage",
                says="Whom the source addresses by name needs the passage that names them.",
            ),
        ]

    def __str__(self):
        return f"{self.audience}: {self.get_addressed_display()}"

    @property
    def is_named(self):
        return self.addressed == Addressed.NAMED

    @property
    def is_all(self):
        return not self.is_named


class AudienceNote(models.Model):
    """What a record asks of an audience. Always the editors' reading."""

    record = models.ForeignKey("Record", models.CASCADE, related_name="notes")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="notes")
    text = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = Q(audience__slug__routed=True) & named("name", "audience__")
    objects, every = managers(ReviewedQuerySet)

    class Meta:
        ordering = ["record", "audience__position"]
        constraints = [
            Once(
                fields=["record", "audience"],
                name="note_once_on_record",
                beside="audience",
                says="This audience has a note on the record already.",
            ),
        ]

    def __str__(self):
        return f"{self.audience}: {self.text}"
