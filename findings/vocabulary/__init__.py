"""The controlled words of the project, each with its label and what it means to a reader.

Every word is stored as its value, shown as its label and explained by its meaning. The
meanings are published on the about page, so a label can't appear without its explanation.

words     a controlled list
records   the words of a record: its kind, its state, whom it is addressed to, who says so
verdicts  whether a record still holds
links     how records, sources and findings hang together
sources   what a source is, and how much of it was read
events    events, and what the law asks
signs     signs that nobody sees
editing   what editors do, and how it came about
"""

from .editing import EditState, HomeSlot, LinkOutcome, Via
from .events import DEVELOPMENT_MEANINGS, FORCE_MEANINGS, DevelopmentStatus, Force, Precision
from .links import LINK_ENDS, LINK_HEADINGS, SAID, CitationRelation, LinkRelation, joins
from .records import (
    ADDRESSED_MEANINGS,
    BODY_HEADINGS,
    KIND_MEANINGS,
    SPEAKER_MEANINGS,
    TRAIL_MEANINGS,
    Addressed,
    Kind,
    Role,
    Speaker,
    State,
    Trail,
)
from .sources import METHOD_NOUNS, Extent, Method
from .verdicts import AGREES, FITS, VERDICT_MEANINGS, Freshness, Outcome, Unjudged, Verdict
from .words import MEANINGS, Words

__all__ = [
    "ADDRESSED_MEANINGS",
    "AGREES",
    "BODY_HEADINGS",
    "DEVELOPMENT_MEANINGS",
    "FITS",
    "FORCE_MEANINGS",
    "KIND_MEANINGS",
    "LINK_ENDS",
    "LINK_HEADINGS",
    "MEANINGS",
    "METHOD_NOUNS",
    "SAID",
    "SPEAKER_MEANINGS",
    "TRAIL_MEANINGS",
    "VERDICT_MEANINGS",
    "Addressed",
    "CitationRelation",
    "DevelopmentStatus",
    "EditState",
    "Extent",
    "Force",
    "Freshness",
    "HomeSlot",
    "Kind",
    "LinkOutcome",
    "LinkRelation",
    "Method",
    "Outcome",
    "Precision",
    "Role",
    "Speaker",
    "State",
    "Trail",
    "Unjudged",
    "Verdict",
    "Via",
    "Words",
    "joins",
]

MEANINGS.update(
    {
        Kind: KIND_MEANINGS,
        Addressed: ADDRESSED_MEANINGS,
        Speaker: SPEAKER_MEANINGS,
        Trail: TRAIL_MEANINGS,
        Verdict: VERDICT_MEANINGS,
        DevelopmentStatus: DEVELOPMENT_MEANINGS,
        Force: FORCE_MEANINGS,
    }
)
