from django.db import models
from django.db.models import Max

from .constraints import Once


class ReferenceQuerySet(models.QuerySet):
    def next_number(self, code, letter):
        """One above the highest number ever issued for this source and kind."""
        issued = self.filter(code=code, letter=letter).aggregate(highest=Max("number"))
        return (issued["highest"] or 0) + 1


class Reference(models.Model):
    """A reference that was issued: `ICS18-F03` is source, kind and number.

    A reference is issued once and never reused. The row stays when the record goes, so that
    an identifier printed on somebody's paper never comes to mean something else.
    """

    text = models.CharField(max_length=20, unique=True)
    code = models.CharField(max_length=10)
    letter = models.CharField(max_length=1)
    number = models.PositiveIntegerField()
    issued_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["text"]
        constraints = [
            Once(
                fields=["code", "letter", "number"],
                name="reference_issued_once",
                beside="number",
                says="This reference was issued before. None is issued twice.",
            ),
        ]

    def __str__(self):
        return self.text
