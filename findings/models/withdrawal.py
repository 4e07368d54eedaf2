from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .constraints import Check


class Withdrawal(models.Model):
    """Why a record is withdrawn, and what to read instead. It goes when the record comes back."""

    record = models.OneToOneField("Record", models.CASCADE, related_name="withdrawal")
    why = models.CharField(
        "reason", max_length=200, help_text="Readers see it in place of the record."
    )
    successor = models.ForeignKey(
        "Record",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        help_text="What readers should read instead. Shown only while it is published.",
    )
    withdrawn_on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["record"]
        constraints = [
            Check(
                condition=Q(why__length__gte=1),
                name="withdrawal_has_a_reason",
                beside="why",
                says="Say why it is withdrawn: readers see the reason.",
            ),
            Check(
                condition=Q(successor=None) | ~Q(successor=F("record")),
                name="withdrawal_names_another_record",
                beside="successor",
                says="A record can’t be its own successor. Choose another.",
            ),
        ]

    def __str__(self):
        return f"{self.record.reference} withdrawn"

    @property
    def shown_successor(self):
        return self.successor if self.successor and self.successor.is_published else None
