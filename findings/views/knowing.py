"""Which parameters a page or a file knows. A page leaves out the rest and says so; a file, which
nobody reads before it is used, refuses it by name.

The lists of records and what is made of several records say it themselves, beside what they make
of the values.
"""

from findings.asking import strict
from findings.asking.answers import QUESTIONS
from findings.asking.map import MapQuery
from findings.asking.parameters import disowned, strangers
from findings.asking.printed import KEY as PRINTED
from findings.asking.timeline import EventQuery
from findings.texts.days import KEY as AS_AT
from findings.vocabulary import Kind

SAY_IT = {"browse", "theme-detail", "compare", "paper", *(f"{kind}-list" for kind in Kind)}
KNOWN = {
    "start": QUESTIONS,
    "start-file": QUESTIONS,
    "map": MapQuery.keys,
    "map-form": MapQuery.keys,
    "timeline": (*EventQuery.keys, AS_AT, "year"),
    "audience-detail": (AS_AT, "role"),
    "changes": ("since", "page"),
    "changes-feed": ("since",),
    "contact": ("record",),
    **{f"{kind}-detail": (AS_AT, "audience", "role", "paper", PRINTED) for kind in Kind},
}


def known_by(request):
    return KNOWN.get(request.resolver_match.url_name, ())


def left_out(request):
    """A sentence on each parameter that a page leaves out without a word of its own."""
    match = request.resolver_match
    if match is None or match.namespaces or match.url_name in SAY_IT:
        return []
    return disowned(request.GET, known_by(request))


def refuse_unknown(request, known=None):
    """Raises BadParameter where a file is asked for by a name that it doesn't know."""
    known = sorted(known or known_by(request))
    strict.check_names(dict(strangers(request.GET, known)), known, ())
