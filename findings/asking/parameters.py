"""The parameters of an address, read with care: whatever they hold, they are no fault of ours."""

import re

from django.utils.datastructures import MultiValueDict

from findings.asking.facets import BY_KEY
from findings.asking.worn import TRACKER
from findings.texts.days import KEY as AS_AT
from findings.texts.lines import shorten

SORTS = {
    "best": "Best match",
    "reference": "Reference",
    "title": "Title",
    "speaker": "Who says so",
    "verdict": "Does it still hold?",
    "changed": "Last changed",
}
# What a list of records knows beside its facets.
LIST = ("q", "sort", AS_AT, "page")
# How a list is shown where not as rows to read, and how many records then stand on a page.
VIEWS = {"ledger": 60}
# Unknown values are shown to the reader who sent them; a flood of them is not.
MOST_UNKNOWN = 5


class NoSuchPage(Exception):
    """The page number is no number, or there are fewer pages."""


def fold_names(params):
    """The same with names as ours are: ?AUDIENCE[]=housing is ?audience=housing."""
    folded = MultiValueDict()
    for name, values in params.lists():
        folded.setlistdefault(name.removesuffix("[]").lower()).extend(values)
    return folded


def read_values(facet, params, choices):
    """The known values of a facet in the order of its options, and the unknown as (key, value)."""
    known, strange = set(), []
    texts = [*params.getlist(facet.key), *params.getlist(f"{facet.key}[]")]
    for text in facet.present(texts, choices):
        if values := facet.named(text, choices):
            known.update(values)
        elif text.strip():
            strange.append((facet.key, shorten(text)))
    in_order = tuple(value for value, _ in choices if value in known)
    return in_order, list(dict.fromkeys(strange))


def disowned(params, known):
    """A sentence on each of them."""
    return [
        f"We don’t know the parameter “{name}”, so we left it out."
        for name, _ in strangers(params, known)[:MOST_UNKNOWN]
    ]


def strange(params):
    """The parameters with a value whose name a list doesn't know: [(name, value), ...]."""
    return strangers(params, {*BY_KEY, *LIST, "view"})


def strangers(params, known):
    """The same of a page that knows the names `known`; each but for its case."""
    asked = [name for name in params if not TRACKER.fullmatch(name)]
    names = [name for name in asked if name.removesuffix("[]").lower() not in known]
    return [
        (shorten(name), shorten(value))
        for name in names
        for value in params.getlist(name)
        if value.strip()
    ]


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
