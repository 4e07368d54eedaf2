"""Letters of another alphabet that look like ours. Pure."""

import re
import unicodedata

# Of Cyrillic, of extended Latin and of Greek, each with the one of ours that it looks like.
AS_OURS = str.maketrans(
    "АВЕКМНОРСТХУІЈЅаеорсухіјѕһԁԛԝѵɡıΑΒΕΖΗΙΚΜΝΟΡΤΥΧονριυκ",
    "ABEKMHOPCTXYIJSaeopcyxijshdqwvgiABEZHIKMNOPTYXovpiuk",
)
WORD = re.compile(r"[^\W\d_]{2,}")
OTHERS = {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"}


def alphabet(letter):
    return unicodedata.name(letter, "").partition(" ")[0]


def stray(text):
    """(word, letter) of the first word of our letters that has one of another alphabet, or None."""
    for word in () if text.isascii() else WORD.findall(text):
        used = {alphabet(letter): letter for letter in word}
        if "LATIN" in used and (found := used.keys() & OTHERS):
            return word, used[min(found)]
    return None


def said(found):
    """What an editor reads of it."""
    word, letter = found
    return f"“{letter}” in “{word}” is a letter of another alphabet: type the word anew."
