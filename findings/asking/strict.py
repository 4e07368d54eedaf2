"""What data is asked for, read strictly: what isn't known or can't be read is refused by name.

A page ignores what it doesn't know and says so. A program doesn't read what a page says, and
would take a list that was never narrowed for the one it asked for.
"""

import re
from dataclasses import replace

from django.utils.timezone import localdate

from findings.asking.facets import BY_KEY, FACETS
from findings.asking.parameters import LIST, SORTS, NoSuchPage
from findings.asking.query import Query
from findings.texts.days import KEY as AS_AT
from findings.texts.days import AsAt, parse
from findings.texts.lines import shorten

# Beyond this many, the values of a facet are not listed in a refusal.
MOST_LISTED = 20
NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)
MOST_PAGES = 9_999_999
NO_NUMBER = "It must be a number from 1 to {}."
NO_DAY = "It isn’t a day. Write it like 2026-06-01."


class BadParameter(Exception):
    """A parameter that isn't known, or whose value isn't; `reason` is a sentence."""

    def __init__(self, name, reason):
        self.name = shorten(name)
        self.reason = reason
        super().__init__(f"“{self.name}”: {reason}")


def query(params, path, fixed=None, single=LIST):
    """The Query in `params`, a QueryDict, in which the names in `single` may stand once.

    Raises BadParameter. Values must be spelt as they are listed.
    """
    several = [facet.key for facet in FACETS if facet.key not in (fixed or {})]
    check_names(params, several, single)
    asked = parsed(params, path, fixed)
    check_day(params, asked.as_at)
    for key in several:
        choices = asked.choices[key]
        for value in BY_KEY[key].present(params.getlist(key), choices):
            check_value(key, value, [known for known, _ in choices])
    if "sort" in params:
        check_value("sort", params["sort"], list(SORTS))
    # What is left unknown is what only data has, such as how many stand on a page.
    return replace(asked, unknown=())


def respelt(params, path, fixed=None):
    """The query string as we spell it, where a page would understand all of it; or None.

    ?Theme=Governance is what a mail or a memory makes of ?theme=governance.
    """
    asked = Query.parse(params, path, fixed)
    lost = asked.unknown or asked.as_at.reason or any(key in params for key in fixed or {})
    doubled = any(len(params.getlist(name)) > 1 for name in LIST)
    return None if lost or doubled or asked.string == params.urlencode() else asked.string


def parsed(params, path, fixed):
    """The Query; the page must be written as we write it."""
    try:
        asked = Query.parse(params, path, fixed)
    except NoSuchPage:
        asked = None
    if asked is None or params.get("page", "1") != str(asked.page):
        raise BadParameter("page", NO_NUMBER.format(MOST_PAGES))
    return asked


def check_names(params, several, single):
    """Every parameter is known, and those of which there is one stand there once."""
    for name in params:
        if name not in (*several, *single):
            known = ", ".join((*several, *single)) or "none"
            raise BadParameter(name, f"There is no such parameter. Known: {known}.")
        if name in single and len(params.getlist(name)) > 1:
            raise BadParameter(name, "It is given more than once.")


def check_value(name, value, known):
    if value not in known:
        listed = f" Known: {', '.join(known)}." if len(known) <= MOST_LISTED else ""
        raise BadParameter(name, f"It can’t be “{shorten(value)}”.{listed}")


def number(params, name, default=1, most=MOST_PAGES):
    """The number from 1 to `most` in a parameter."""
    text = params.get(name, str(default))
    if not NUMBER.fullmatch(text) or int(text) > most:
        raise BadParameter(name, NO_NUMBER.format(most))
    return int(text)


def as_at(params):
    """The AsAt in `params`."""
    asked = AsAt.read(params, localdate())
    check_day(params, asked)
    return asked


def check_day(params, asked):
    """The AsAt `asked` is a day, and `params` write it as we do."""
    if AS_AT in params and (not asked or asked.text != params[AS_AT]):
        raise BadParameter(AS_AT, asked.reason or NO_DAY)


def day(params, name):
    """The day in a parameter, or None where it isn't given."""
    found = parse(params.get(name, ""))
    if name in params and found is None:
        raise BadParameter(name, NO_DAY)
    return found
