"""Rows that readers can't be shown: an address that no route takes, no name, an unknown word.

No form and no import makes one. Should one be there all the same, it is left out of everything
that readers see, so that it takes no list down; `audit_content` and the admin name it.
"""

from functools import cache

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

from findings.vocabulary import Extent, Method

models.CharField.register_lookup(Length)
models.TextField.register_lookup(Length)


class Shaped(models.Lookup):
    """Text of one form; each database says it in its own patterns, which are its fastest."""

    prepare_rhs = False
    holds = lacks = pattern = ""

    def as_sqlite(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        sql = f"({column} GLOB %s AND {column} NOT GLOB %s)"
        return sql, [*params, self.holds, *params, self.lacks]

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} ~ %s", [*params, self.pattern]


@models.CharField.register_lookup
class Routed(Shaped):
    """What the route of a slug takes."""

    lookup_name = "routed"
    holds, lacks, pattern = "?*", "*[^-_A-Za-z0-9]*", "^[-_A-Za-z0-9]+$"


@models.CharField.register_lookup
class Referring(Shaped):
    """What the route of a reference takes."""

    lookup_name = "referring"
    holds, lacks = "[A-Z]*[0-9]-[A-Z][0-9]*", "*[^-A-Z0-9]*"
    pattern = "^[A-Z]+[0-9]+-[A-Z][0-9]+$"


plain = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
    "Write small letters a to z, digits, and single hyphens between them: cafe-culture.",
)


def address(most):
    """The field of a slug: what stands in an address, one spelling only."""
    return models.SlugField(max_length=most, unique=True, validators=[plain])


def named(attribute, before=""):
    """The condition that a text is not empty."""
    return Q(**{f"{before}{attribute}__length__gte": 1})


def work(before=""):
    """The condition that a source can be shown."""
    known = {
        f"{before}slug__routed": True,
        f"{before}extent__in": Extent.values,
        f"{before}method__in": Method.values,
    }
    return Q(**known) & named("title", before)


def place(before=""):
    """The same of a passage, and its source."""
    return named("locator", before) & work(f"{before}source__")


class SoundManager(models.Manager):
    """The manager of readers' code, and the default, so that a relation leaves out the same."""

    def get_queryset(self):
        queryset = super().get_queryset()
        queryset.query = of_sound(self.model).chain()
        return queryset


@cache
def of_sound(model):
    """The query for what is sound. Made once: Django asks for it anew for each row whose
    relation it reads ahead, and making it costs more than reading the row."""
    return models.QuerySet(model).filter(model.SOUND).query


def every(model):
    """All rows of a model, for whoever writes them or looks for faults."""
    return getattr(model, "every", model._default_manager)


def every_part(parts):
    """All the smaller rows of a related manager."""
    return parts(manager="every") if hasattr(parts.model, "every") and callable(parts) else parts


def managers(queryset=models.QuerySet):
    """(what readers may see, every row for editors and for the audit)"""
    return SoundManager.from_queryset(queryset)(), queryset.as_manager()
