class PermanentSlug:
    """The slug is proposed from `slug_from` while a row is new, and fixed from then on."""

    slug_from = "name"

    def get_readonly_fields(self, request, thing=None):
        return ["slug"] if thing else []

    def get_prepopulated_fields(self, request, thing=None):
        return {} if thing else {"slug": [self.slug_from]}
