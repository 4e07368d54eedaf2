from django.db import models
from django.db.models import Q

from findings.vocabulary import CitationRelation

from .constraints import Check, Once, known
from .readable import readable
from .reviewed import ReviewedQuerySet
from .sound import managers, named, place, work

OWNERS = ("record", "gap", "development", "verdict")


def exactly_one(fields):
    """The condition that one of the nullable `fields` is set, and no other."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return condition


class CitationQuerySet(ReviewedQuerySet):
    def for_display(self):
        return self.select_related("passage__source__account_of")

    def by_what_is_published(self):
        """Citations by what readers can open: of records and their verdicts, the published."""
        return self.filter(
            readable("record__")
            | readable("verdict__record__")
            | Q(gap__reference__referring=True) & named("title", "gap__") & work("gap__source__")
            | Q(development__slug__routed=True) & named("title", "development__")
        )

    def with_owners(self):
        return self.select_related("record", "verdict__record", "gap", "development")


class Citation(models.Model):
    """What a record, a gap, a development or a verdict says of a passage of a source."""

    record = models.ForeignKey(
        "Record", models.CASCADE, related_name="citations", null=True, blank=True
    )
    gap = models.ForeignKey("Gap", models.CASCADE, related_name="citations", null=True, blank=True)
    development = models.ForeignKey(
        "Development", models.CASCADE, related_name="citations", null=True, blank=True
    )
    verdict = models.ForeignKey(
        "Verdict", models.CASCADE, related_name="citations", null=True, blank=True
    )
    passage = models.ForeignKey("Passage", models.PROTECT, related_name="citations")
    relation = models.CharField(
        max_length=20, choices=CitationRelation.choices, default=CitationRelation.RESTS_ON
    )
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = Q(relation__in=CitationRelation.values) & place("passage__")
    objects, every = managers(CitationQuerySet)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            Check(
                condition=exactly_one(OWNERS),
                name="citation_has_one_owner",
                beside="record",
                says=(
                    "A citation belongs to one record, verdict, gap or development, and to no "
                    "second."
                ),
            ),
            known("relation", CitationRelation, "citation_relation_is_known"),
            *(
                Once(
                    fields=[owner, "passage"],
                    condition=Q(**{f"{owner}__isnull": False}),
                    name=f"passage_cited_once_by_{owner}",
                    beside="passage",
                    says="This passage is cited here already.",
                )
                for owner in OWNERS
            ),
        ]

    def __str__(self):
        return f"{self.get_relation_display()} {self.passage}"
