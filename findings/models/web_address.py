from django.db import models
from django.db.models import Q

from findings.vocabulary import LinkOutcome

from .constraints import Check, known


class WebAddressQuerySet(models.QuerySet):
    def broken(self):
        return self.filter(outcome=LinkOutcome.BROKEN)


class WebAddress(models.Model):
    """An address of another site that our texts lead to, and what came of the last visit.

    Written by `findings.editorial.link_check` alone, which also forgets what no text leads to
    any more.
    """

    url = models.CharField("address", max_length=2000, unique=True)
    outcome = models.CharField(max_length=10, choices=LinkOutcome.choices)
    detail = models.CharField("what it answered", max_length=300)
    leads_to = models.CharField("where it leads now", max_length=2000, blank=True)
    visited_at = models.DateTimeField("visited")
    broken_since = models.DateTimeField(null=True, blank=True)

    objects = WebAddressQuerySet.as_manager()

    class Meta:
        ordering = ["url"]
        verbose_name = "link to another site"
        verbose_name_plural = "links to other sites"
        constraints = [
            known("outcome", LinkOutcome, "link_outcome_is_known"),
            Check(
                condition=Q(outcome=LinkOutcome.BROKEN, broken_since__isnull=False)
                | ~Q(outcome=LinkOutcome.BROKEN) & Q(broken_since=None),
                name="broken_link_says_since_when",
                beside="broken_since",
                says="A broken link says since when, and no other does.",
            ),
        ]

    def __str__(self):
        return self.url
