"""Whether a record still holds."""

from .records import Trail
from .words import Words


class Verdict(Words):
    STANDS = "stands", "Stands"
    PARTLY_OVERTAKEN = "partly-overtaken", "Partly overtaken"
    OVERTAKEN = "overtaken", "Overtaken"
    UNSETTLED = "unsettled", "Not settled"
    NOT_CHECKED = "not-checked", "Not checked"

    @property
    def in_short(self):
        return "Partly" if self == Verdict.PARTLY_OVERTAKEN else self.label

    def meaning_of(self, trail):
        """What the word means to a reader of one record, which bears this trail."""
        if self != Verdict.STANDS:
            return self.meaning
        return FITS if trail == Trail.OWN else AGREES


# What “stands” means: of what a source says, and of what we suggest ourselves.
AGREES = "Later law or evidence that we have read agrees with it. It is not proof."


FITS = "It fits the law and the evidence as of the day given. It is not proof that it works."


VERDICT_MEANINGS = {
    Verdict.STANDS: (
        "Later law or evidence that we have read agrees with it. For a recommendation of our "
        "own: it fits the law and the evidence as of the day given. It is not proof that it works."
    ),
    Verdict.PARTLY_OVERTAKEN: "Some of it no longer describes England today. The page says which.",
    Verdict.OVERTAKEN: "It is no longer true. Quote it only as history.",
    Verdict.UNSETTLED: (
        "We looked, and nothing that we read settles it. It doesn’t mean that the point is wrong."
    ),
    Verdict.NOT_CHECKED: "Nobody has looked yet whether it still holds.",
}


class Freshness(Words):
    """How soon a verdict may be out of date: what it hangs on may move in weeks."""

    YEAR = "year", "A year"
    BILL = "bill", "90 days: it hangs on a Bill"


class Unjudged(Words):
    """What stands in the place of a verdict on a day by which none had taken effect."""

    AS_PUBLISHED = "as-published", "As published"

    @property
    def meaning(self):
        return "By that day we know of nothing that had changed it."


class Outcome(Words):
    """What becomes of a quotation that is looked up, the best first."""

    EXACT = "exact", "It stands there"
    OVERTAKEN = "overtaken", "It stands there, but something has overtaken it"
    CHANGED = "changed", "It stood there once; the text has changed since"
    NEVER_SAID = "never-said", "No text that readers can see here says so"
