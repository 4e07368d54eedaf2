"""Which signs our fonts have, and what is said of the others.

What belongs to it: emoji, letters of scripts beyond Latin, Greek and Cyrillic, signs for private
use; in titles and bodies, notes and names typed beside a record, on paper of any kind.
"""

import re
import unicodedata
from dataclasses import replace

from .document import Paragraph

# The signs that our fonts and those inside typst have: PDF/UA allows no others. Latin, Greek and
# Cyrillic letters, punctuation, figures, currencies, arrows and mathematical signs.
SIGNS = [
    *((0x20, 0x7E), (0xA0, 0x377), (0x37A, 0x37F), (0x384, 0x38A), (0x38E, 0x3A1)),
    *((0x3A3, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x2027), (0x202F, 0x2040), (0x2044, 0x2064)),
    *((0x2070, 0x2071), (0x2074, 0x208E), (0x20A0, 0x20C0), (0x2100, 0x211E), (0x2122, 0x2122)),
    *((0x2126, 0x2151), (0x2153, 0x2184), (0x2190, 0x22FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)),
]
SPANS = "".join(f"{chr(first)}-{chr(last)}" for first, last in SIGNS)
UNDRAWABLE = re.compile(f"[^{SPANS}]")
# Choose how the sign before them looks, and are nothing by themselves.
VARIANTS = re.compile("[\ufe00-\ufe0f]")
MOST_NAMED = 5


def lacking(text):
    """The signs in `text` that no font of ours has, each once."""
    found = dict.fromkeys(UNDRAWABLE.findall(composed(text)))
    return [sign for sign in found if not sign.isspace()]


def composed(text):
    return VARIANTS.sub("", unicodedata.normalize("NFC", text))


def named(signs):
    """ "🎉, 字 and 3 more" """
    shown, more = ", ".join(signs[:MOST_NAMED]), len(signs) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown


def noting(document, said):
    """The document with a sentence at its end; `said` has a place for the signs that it lacks."""
    if not (signs := lacking(document.told)):
        return document
    note = Paragraph(said.format(named(signs)), style="small")
    return replace(document, blocks=[*document.blocks, note])
