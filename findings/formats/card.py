"""The picture beside a shared link to a record: 1200 by 630, as PNG."""

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from .pdf import compiled

TEMPLATE = Path(__file__).with_suffix(".typ")
# Kept by what they show, so that none is ever out of date; some 60 kB each.
MOST_KEPT = 100
# One is drawn at a time: it takes a fraction of a second of one core, which readers need too.
DRAWING = Lock()


@dataclass(frozen=True)
class Card:
    """`verdict` is the word that chooses shape and colour, `sentence` what is said of it."""

    site: str
    kind: str
    title: str
    verdict: str
    sentence: str

    @property
    def words(self):
        """All that the picture says, for whoever can't see it."""
        return f"{self.kind}: {self.title}. {self.sentence}."


@lru_cache(maxsize=MOST_KEPT)
def draw(card):
    """The bytes of the picture. The same card gives the same bytes."""
    words = json.dumps(asdict(card), ensure_ascii=False)
    with DRAWING:
        return compiled(TEMPLATE, {"card": words}, format="png", ppi=72)
