from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from .constraints import Once
from .sound import address, managers, named
from .twins import Distinct


class Term(Distinct):
    """A word of the field, explained in plain words."""

    name = models.CharField(max_length=60)
    full_name = models.CharField(
        max_length=120, blank=True, help_text="What an acronym stands for."
    )
    definition = models.TextField()
    slug = address(60)
    also = models.TextField(
        "also written", blank=True, help_text="Other forms found in running text, one a line."
    )

    SOUND = models.Q(slug__routed=True) & named("name")
    objects, every = managers()

    class Meta:
        ordering = [Lower("name")]
        constraints = [
            Once(
                Lower("name"),
                name="term_name_once_in_any_case",
                beside="name",
                says="There is a term with this name already.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('glossary')}#{self.slug}"

    @property
    def forms(self):
        """Every spelling by which the term is found in a text."""
        return [form for form in (self.name, self.full_name, *self.other_forms) if form]

    @property
    def other_forms(self):
        return [form.strip() for form in self.also.splitlines() if form.strip()]
