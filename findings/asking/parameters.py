"""The parameters of an address, read with care: whatever they hold, they are no fault of ours."""

import re

from django.utils.datastructures import MultiValueDict

from findings.texts.lines import shorten

SORTS = {
    "best": "Best match",
    "reference": "Reference",
    "title": "Title",
    "changed": "Last changed",
}
# Unknown values are shown to the reader who sent them; a flood of them is not.
MOST_UNKNOWN = 5


class NoSuchPage(Exception):
    """The page number is no number, or there are fewer pages."""


def fold_names(params):
    """The same with names in small letters, as ours are: ?AUDIENCE=housing is ?audience=housing."""
    folded = MultiValueDict()
    for name, values in params.lists():
        folded.setlistdefault(name.lower()).extend(values)
    return folded


def read_values(facet, params, choices):
    """The known values of a facet in the order of its options, and the unknown as (key, value)."""
    known, strange = set(), []
    for text in [*params.getlist(facet.key), *params.getlist(f"{facet.key}[]")]:
        value = facet.parse(text, choices)
        if value is not None:
            known.add(value)
        elif text.strip():
            strange.append((facet.key, shorten(text)))
    in_order = tuple(value for value, _ in choices if value in known)
    return in_order, list(dict.fromkeys(strange))


def read_page(text):
    text = text.strip()
    if not text:
        return 1
    if not re.fullmatch(r"[1-9][0-9]{0,6}", text, re.ASCII):
        raise NoSuchPage
    return int(text)


def settle_sort(sort, wanted):
    """The order asked for, or nothing where it is the order in force anyway."""
    usual = "best" if wanted else "reference"
    if sort not in SORTS or sort == usual or (sort == "best" and not wanted):
        return ""
    return sort
