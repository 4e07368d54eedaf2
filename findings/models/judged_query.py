import re

from django.core.exceptions import ValidationError
from django.db import models

from .twins import Distinct

GRADE = re.compile(r"\s*([A-Z]+[0-9]+-[A-Z][0-9]+)[ :,]+([123])\s*", re.IGNORECASE | re.ASCII)


class JudgedQuery(Distinct):
    """What readers typed, and what an editor says should come up: measured beside those that the
    site is delivered with. Nobody reads it, and it changes no search."""

    NAMED = ("words",)
    TYPE = "editors"

    words = models.CharField(max_length=100, unique=True)
    need = models.CharField("what is wanted", max_length=200, blank=True)
    grades = models.TextField(blank=True)

    class Meta:
        ordering = ["words"]
        verbose_name = "judged query"
        verbose_name_plural = "judged queries"

    def __str__(self):
        return self.words

    def clean(self):
        super().clean()
        wrong = [line for line in self.lines if not GRADE.fullmatch(line)]
        if wrong:
            raise ValidationError(
                {"grades": f"Write a reference and 1, 2 or 3, as in ICS18-F03 3: “{wrong[0][:60]}”"}
            )

    @property
    def lines(self):
        return [line for line in self.grades.splitlines() if line.strip()]

    @property
    def graded(self):
        """{reference: grade}; none where no record answers."""
        read = filter(None, map(GRADE.fullmatch, self.lines))
        return {each[1].upper(): int(each[2]) for each in read}
