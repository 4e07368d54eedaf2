"""Rules that the database itself keeps, each with what an editor reads who breaks it.

To migrations they are Django’s own: a sentence is no part of what is stored.
"""

from django.core.exceptions import ValidationError
from django.db import models


class Said:
    """Mixin of a constraint that `says` what it asks for, `beside` the field to be mended."""

    def __init__(self, *parts, beside, says, **options):
        super().__init__(*parts, **options)
        self.beside, self.says = beside, says

    def validate(self, *args, **options):
        try:
            super().validate(*args, **options)
        except ValidationError as error:
            raise ValidationError({self.beside: ValidationError(self.says, error.code)}) from None

    def deconstruct(self):
        _, parts, options = super().deconstruct()
        stock = next(each for each in type(self).__mro__ if each.__module__.startswith("django."))
        return f"django.db.models.{stock.__name__}", parts, options

    def clone(self):
        _, parts, options = self.deconstruct()
        return type(self)(*parts, beside=self.beside, says=self.says, **options)


class Check(Said, models.CheckConstraint):
    """What must hold within a row."""

    def names(self, model):
        """The fields that it is about."""
        return {name for name, *_ in model._get_expr_references(self.condition)}


class Once(Said, models.UniqueConstraint):
    """What no two rows share."""


def known(field, words, name):
    """The Check that a field holds a word of a controlled list."""
    says = f"Choose one of: {', '.join(map(str, words.labels))}."
    condition = models.Q(**{f"{field}__in": words.values})
    return Check(condition=condition, name=name, beside=field, says=says)
