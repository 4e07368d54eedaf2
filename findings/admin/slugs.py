from django.core.exceptions import ValidationError

from findings.models.sound import plain


class PermanentSlug:
    """The slug is proposed from `slug_from` while a row is new, and fixed from then on, unless
    readers can't be led to it."""

    slug_from = "name"

    def get_readonly_fields(self, request, thing=None):
        return ["slug"] if thing and is_plain(thing.slug) else []

    def get_prepopulated_fields(self, request, thing=None):
        return {} if thing else {"slug": [self.slug_from]}


def is_plain(slug):
    try:
        plain(slug)
    except ValidationError:
        return False
    return True
