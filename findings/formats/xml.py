"""What XML can hold: the one place through which texts go into files that are made of it."""

import re

# Control characters but tab and the ends of lines, halves of characters, and two that are none.
# For a set in a pattern.
UNWRITABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
UNFIT = re.compile(f"[{UNWRITABLE}\x7f]")


def fit(text, instead=""):
    """The text with `instead` for whatever XML can't hold."""
    return UNFIT.sub(instead, text)
