"""What an editor types finds what is stored: a hyphen any dash, a straight quotation mark a curly
one, a plain letter one with an accent, a blank one that doesn't break; and the other way round.
"""

import unicodedata

from django.db import models
from django.db.backends.signals import connection_created
from django.db.models.lookups import IContains
from django.dispatch import receiver

ACCENTED = "áàâäãåéèêëíìîïóòôöõúùûüýçñ"
SIGNS = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    # Django would take a straight one for the begin of a phrase: don't, o'clock.
    **dict.fromkeys("'‘‛′ʼ", "’"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("\u00a0\u2009\u202f", " "),
    **{each: unicodedata.normalize("NFD", each)[0] for each in ACCENTED + ACCENTED.upper()},
}
FROM, TO = map("".join, zip(*SIGNS.items(), strict=True))
PLAIN = str.maketrans(SIGNS)


def plain(text):
    return text and unicodedata.normalize("NFC", text).translate(PLAIN)


@receiver(connection_created)
def teach(connection, **_rest):
    """SQLite has no function of its own that puts one sign for another."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("as_typed", 1, plain, deterministic=True)


@models.CharField.register_lookup
@models.TextField.register_lookup
class Typed(IContains):
    lookup_name = "typed"

    def process_lhs(self, compiler, connection, lhs=None):
        sql, params = super().process_lhs(compiler, connection, lhs)
        if connection.vendor == "sqlite":
            return f"as_typed({sql})", params
        return f"UPPER(TRANSLATE({sql}::text, %s, %s))", [*params, FROM, TO]

    def get_rhs_op(self, connection, rhs):
        return connection.operators["icontains"] % rhs


def typed(model, path):
    """The lookup for a searched field: of text, as it is typed."""
    field = model._meta.get_field(path.split("__")[0])
    for name in path.split("__")[1:]:
        field = field.related_model._meta.get_field(name)
    return f"{path}__typed" if isinstance(field, models.CharField | models.TextField) else path
