from django.db import models
from django.db.models import Prefetch, Q

from findings.vocabulary import LinkRelation

from .constraints import Check, Once, known
from .readable import readable
from .reviewed import ReviewedQuerySet
from .sound import managers

COMPARISONS = [relation.value for relation in LinkRelation if relation.is_comparison]


class LinkQuerySet(ReviewedQuerySet):
    def to_published(self, records):
        """Links whose far end is published, with that record as `records` prepares it."""
        return self.filter(readable("target__")).prefetch_related(Prefetch("target", records))

    def from_published(self, records):
        """Links whose near end is published, with that record as `records` prepares it."""
        return self.filter(readable("record__")).prefetch_related(Prefetch("record", records))


class Link(models.Model):
    """One record leading to another: "recommendation rests on finding". The editors' reading."""

    record = models.ForeignKey("Record", models.CASCADE, related_name="links")
    relation = models.CharField(max_length=20, choices=LinkRelation.choices)
    target = models.ForeignKey("Record", models.PROTECT, related_name="backlinks")
    reason = models.TextField("why", blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = Q(relation__in=LinkRelation.values)
    objects, every = managers(LinkQuerySet)

    class Meta:
        ordering = ["record", "position", "pk"]
        constraints = [
            Once(
                fields=["record", "relation", "target"],
                name="link_once_between_records",
                beside="target",
                says="There is a link of this kind to this record already.",
            ),
            known("relation", LinkRelation, "link_relation_is_known"),
            Check(
                condition=~Q(relation__in=COMPARISONS) | Q(reason__length__gte=1),
                name="link_that_compares_has_a_reason",
                beside="reason",
                says="Say how the two agree or differ: readers see it beside the link.",
            ),
            Check(
                condition=~Q(record=models.F("target")),
                name="link_not_to_itself",
                beside="target",
                says="A record can’t lead to itself. Choose another.",
            ),
        ]

    @property
    def from_afar(self):
        """The relation as the far record's page says it: "agrees with it"."""
        return f"{self.get_relation_display().lower()} it"

    def __str__(self):
        return f"{self.get_relation_display()} {self.target.reference}"
