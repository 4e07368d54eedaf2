"""The rule for every table that a version keeps: it is written row by row, and seen."""

from django.db import models


class WrittenBehindTheBack(Exception):
    """A write that would reach neither the versions nor the search index."""

    def __init__(self, queryset, method):
        super().__init__(
            f"{queryset.model.__name__}.objects.{method}() would leave no version and no index "
            "row behind: write through findings.publishing."
        )


def refusing(method):
    def refuse(self, *args, **kwargs):
        raise WrittenBehindTheBack(self, method)

    refuse.__name__ = method
    # As Django has it: no template can call them.
    refuse.alters_data = True
    return refuse


class ReviewedQuerySet(models.QuerySet):
    update = refusing("update")
    bulk_create = refusing("bulk_create")
    bulk_update = refusing("bulk_update")
