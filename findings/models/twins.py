"""Names that look the same to a reader: case, blanks and invisible letters don’t part them."""

import unicodedata
from functools import lru_cache

from django.core.exceptions import ValidationError

from .sound import every


@lru_cache(10_000)
def folded(name):
    """The name as the eye takes it, the same on either database."""
    shown = "".join(
        each for each in unicodedata.normalize("NFKC", name) if unicodedata.category(each) != "Cf"
    )
    return " ".join(shown.casefold().split())


def refuse_twin(thing):
    """Raises a ValidationError where another row of its model has the same name."""
    noun, wanted = thing._meta.verbose_name, folded(thing.name)
    others = every(type(thing)).exclude(pk=thing.pk).values_list("name", flat=True)
    if twin := next((name for name in others if folded(name) == wanted), None):
        raise ValidationError({"name": f"There is a {noun} with this name already: “{twin}”."})
