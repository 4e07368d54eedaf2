"""A controlled list."""

import re

from django.db import models


class Words(models.TextChoices):
    """A controlled list that also understands near spellings of its values."""

    @classmethod
    def parse(cls, text):
        """The word that `text` names, whatever its case, spaces or underscores; or None."""
        spelt = re.sub(r"[\s_]+", "-", str(text).strip().lower())
        return next((word for word in cls if word.value == spelt), None)

    @property
    def in_short(self):
        """As it stands where one line has to do."""
        return self.label

    @property
    def meaning(self):
        """What the word means to a reader, for the lists in MEANINGS."""
        return MEANINGS[type(self)][self]


# {a controlled list: {each of its words: what it means to a reader}}, filled where all are known.
MEANINGS = {}
