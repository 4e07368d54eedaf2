"""Keys of rows, as a form sends them."""

import re

# As long as any that a database gives out; int() also takes digits of other scripts.
KEY = re.compile(r"[0-9]{1,18}", re.ASCII)
NOBODYS = "0"


def keyed(field):
    """A form field that chooses rows by their keys, such that what can't be a key is taken for
    one that no row has: refused beside the field, and never asked of the database."""
    read = field.widget.value_from_datadict

    def value_from_datadict(*sent):
        given = read(*sent)
        return list(map(checked, given)) if isinstance(given, list) else checked(given)

    field.widget.value_from_datadict = value_from_datadict
    return field


def checked(key):
    return key if not key or KEY.fullmatch(str(key)) else NOBODYS
