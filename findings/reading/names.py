"""What the slugs in some rows stand for: one query a noun, however many rows."""

from functools import cached_property

from findings import models


class Names:
    def __init__(self, rows):
        self.rows = [row for row in rows if row]

    def every(self, *path):
        """All that stands under the keys of `path`, in the rows and the lists within them."""
        found = self.rows
        for key in path:
            values = [each.get(key) for each in found]
            found = [part for value in values for part in (value if is_list(value) else [value])]
            found = [part for part in found if part]
        return set(found)

    @cached_property
    def themes(self):
        slugs = self.every("themes")
        there = by_key(models.Theme.objects, "slug", slugs)
        former = models.FormerTheme.objects.select_related("theme")
        return there | by_key(former, "slug", slugs - there.keys())

    @cached_property
    def audiences(self):
        slugs = self.every("audiences", "audience") | self.every("notes", "audience")
        return by_key(models.Audience.objects, "slug", slugs)

    @cached_property
    def sources(self):
        slugs = (
            self.every("source")
            | self.every("audiences", "source")
            | self.every("citations", "source")
            | self.every("verdicts", "citations", "source")
        )
        return by_key(models.Source.objects.prefetch_related("passages"), "slug", slugs)

    @cached_property
    def developments(self):
        slugs = self.every("verdicts", "developments")
        return by_key(models.Development.objects, "slug", slugs)

    @cached_property
    def records(self):
        references = self.every("links", "record")
        return by_key(models.Record.objects.published(), "reference", references)


def is_list(value):
    return isinstance(value, list)


def by_key(things, key, values):
    if not values:
        return {}
    return {getattr(thing, key): thing for thing in things.filter(**{f"{key}__in": values})}


def called(things, key, attribute="name"):
    """What the thing is called today; its key where it is gone."""
    return getattr(things[key], attribute) if key in things else key
