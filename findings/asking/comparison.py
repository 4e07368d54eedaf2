"""Records, or audiences, chosen to stand side by side: `?record=ICS18-R02&record=ICS18-R05`."""

from dataclasses import dataclass
from urllib.parse import urlencode

from findings.asking.parameters import MOST_UNKNOWN, disowned, fold_names
from findings.models import Audience, Record
from findings.search import references
from findings.texts.lines import shorten

FEWEST, MOST = 2, 4
KEYS = ("record", "audience")


@dataclass(frozen=True)
class Comparison:
    """What was asked for. `key` is "record" or "audience", or "" where nothing was.

    `chosen` are references or slugs, in the order given, each once; `unknown` is what names no
    published record and no audience; `dropped` says in sentences what else was left out, and why.
    """

    key: str = ""
    chosen: tuple = ()
    unknown: tuple = ()
    dropped: tuple = ()

    @classmethod
    def parse(cls, params):
        """The Comparison in `params`, a QueryDict. Never fails."""
        params = fold_names(params)
        typed = {key: [shorten(each) for each in apart(key, params)] for key in KEYS}
        key = next((key for key in KEYS if any(typed[key])), "")
        dropped = disowned(params, KEYS)
        if not key:
            return cls(dropped=tuple(dropped))
        names = {text: spelt(key, text) for text in typed[key] if text}
        known = KNOWN[key](names.values())
        chosen = list(dict.fromkeys(name for name in names.values() if name in known))
        unknown = [text for text, name in names.items() if name not in known]
        if rest := chosen[MOST:]:
            dropped.append(f"Four at most stand side by side, so we left out {', '.join(rest)}.")
        if key == "record" and any(typed["audience"]):
            dropped.append("Records and audiences can’t be compared, so we left out the audiences.")
        return cls(key, tuple(chosen[:MOST]), tuple(unknown[:MOST_UNKNOWN]), tuple(dropped))

    @property
    def is_enough(self):
        return len(self.chosen) >= FEWEST

    @property
    def string(self):
        """Its one spelling; what isn't known stays, so that it can be said."""
        return urlencode([(self.key, text) for text in (*self.chosen, *self.unknown)])

    def in_order(self, things, name):
        """`things` in the order chosen, by their attribute `name`."""
        by_name = {getattr(thing, name): thing for thing in things}
        return [by_name[each] for each in self.chosen if each in by_name]


def apart(key, params):
    """What was given, each reference by itself however it was pasted."""
    given = params.getlist(key)
    if key != "record":
        return given
    return [name for text in given for name in (references.named_by(text[:500]) or [text])]


def spelt(key, text):
    return text.upper() if key == "record" else text.lower()


def references_known(names):
    return set(
        Record.objects.published().filter(reference__in=names).values_list("reference", flat=True)
    )


def slugs_known(names):
    return set(Audience.objects.filter(slug__in=names).values_list("slug", flat=True))


KNOWN = {"record": references_known, "audience": slugs_known}
