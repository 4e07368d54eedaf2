"""One spelling for what readers spell in several ways. Pure.

Index and question go through the same rules, so a rule may be rough: what it writes is seen by
nobody, and need only be the same on both sides.
"""

import re
from html import unescape

from findings.vocabulary.signs import INVISIBLE

UNSEEN = re.compile(f"[{INVISIBLE}]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
# Before these letters "co" is no word of its own: co design, co-produced.
CO = re.compile(r"\b(co)[ -](?=(?:pro|des|cre|op|loc|ord)\w)", re.IGNORECASE)
# I.C.S. and N.H.S., and sec. 75.
DOTTED = re.compile(r"\b((?:[A-Z]\.){2,})([A-Z]\b)?")
# 10k, in a question.
K = re.compile(r"(?<=[0-9])k\b", re.IGNORECASE)
SECTION = re.compile(r"\bsect?\.?\s?(?=[0-9])", re.IGNORECASE)
ACRONYMS = re.compile(r"[A-Z]{2,}[sS]?s")

# (American, British), as they stand in a word that is folded already.
RULES = [
    (re.compile(pattern), british)
    for pattern, british in [
        (r"(?<=[a-z]{3})([iy])z(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)", r"\1s"),
        (
            r"^(mis|dis|un)?(behavi|endeav|neighb|col|fav|hon|hum|lab|rum|vig)or"
            r"(?=$|s$|ed$|ing$|hood|ite|able|ably|al|er$|ers$)",
            r"\1\2our",
        ),
        (r"^(cent|theat|fib|lit)er(?=$|s$|ed$)", r"\1re"),
        (r"^centreed$", "centred"),
        (r"^program(?=$|s$)", "programme"),
        (r"^(def|off)ense", r"\1ence"),
        (r"^practis", "practic"),
        (r"^licens", "licenc"),
        (r"^(fulfil|enrol|instal)l", r"\1"),
        (r"^skillful", "skilful"),
        (r"^(judg|acknowledg)ment", r"\1ement"),
        (r"^aging$", "ageing"),
        (r"^(counsel|travel|model|cancel|label|level|signal|channel)(?=ed$|ing$|or|er)", r"\1l"),
        (r"^(catalog|dialog|analog)(?=$|s$)", r"\1ue"),
        (r"^(p)(?=ediatric)|^(orthop)(?=edic)", r"\1\2a"),
        (r"^gynec", "gynaec"),
        (r"^anesth", "anaesth"),
        (r"^focuss", "focus"),
        (r"^(cris|hypothes|synthes)es$", r"\1is"),
        (r"^(among|amid)st$", r"\1"),
    ]
]  # fmt: skip

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
TENS = "thirty forty fifty sixty seventy eighty ninety hundred"
# Twenty-one to ninety-nine, in a pattern, and folded: "twentyone".
FROM_TWENTY, TO_NINE = ["twenty", *TENS.split()[:-1]], ONES.split()[1:10]
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
NTH = {
    word: f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"
    for number, word in enumerate(ORDINALS.split(), start=1)
}
PAIRED = rf"(?:{'|'.join(FROM_TWENTY)})[-‐‑ ](?:{'|'.join([*TO_NINE, *list(NTH)[:9]])})"
# 1,000 and 1 000; a number that its unit is joined to, as in £5m; and per cent.
THOUSANDS = (
    r"(?<![^\W_])(?<![0-9][.,])[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3})+(?![^\W_]|[.,][0-9])"
)
UNITS = (
    r"(?<![^\W_])[0-9]+(?=(?:m|mn|bn)(?![^\W_]))|(?:(?<=[0-9])|(?<=[0-9] ))%"
    r"|(?i:(?<![^\W_])per cent(?![^\W_]))"
)
COMPOUND = {
    f"{ten}{one}": str(tens + ones)
    for tens, ten in zip(range(20, 100, 10), FROM_TWENTY, strict=True)
    for ones, one in enumerate(TO_NINE, start=1)
} | {
    f"{ten}{one}": f"{tens // 10}{nth}"
    for tens, ten in zip(range(20, 100, 10), FROM_TWENTY, strict=True)
    for one, nth in list(NTH.items())[:9]
}
NUMBERS = {
    **COMPOUND,
    **{word: str(number) for number, word in enumerate(ONES.split())},
    **{word: str(number) for number, word in zip(range(30, 101, 10), TENS.split(), strict=True)},
    **NTH,
    "m": "million",
    "mn": "million",
    "bn": "billion",
}


def clean(text):
    """What was typed or pasted, as it is looked for in the index."""
    text = DOTTED.sub(lambda found: found.group().replace(".", ""), legible(text))
    return SECTION.sub("section ", CO.sub(r"\1", K.sub("000", text)))


def legible(text):
    """What was typed or pasted, without what can't be seen and with entities as their signs."""
    # Twice, since what went through two programs was escaped by both.
    for _ in range(2):
        text = ENTITY.sub(lambda found: unescape(found.group()), text)
    return DASHES.sub("-", UNSEEN.sub("", text.replace("\N{NO-BREAK SPACE}", " ")))


def singular(word):
    """An acronym of several, as ICSs, without its last letter; any other word as it is."""
    return word[:-1] if ACRONYMS.fullmatch(word) else word


def usual(plain):
    """The British spelling of a folded word, and a number in figures."""
    if plain in NUMBERS:
        return NUMBERS[plain]
    for american, british in RULES:
        plain = american.sub(british, plain)
    return plain
