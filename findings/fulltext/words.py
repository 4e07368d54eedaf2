"""Words and stems. Pure.

Both databases get stems that were made here, since their own English stemmers disagree
(community and communication are one word to one of them, and two to the other).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import EnglishStemmer

from .spelling import INVISIBLE, PAIRED, THOUSANDS, UNITS, clean, singular, usual

# Letters and figures, with what may stand inside a word: an apostrophe, marks and what can't be
# seen. R&D and A&E are one word, and so are co-design and well-being.
# Two words that some write as one: system-wide and systemwide, Covid-19 and COVID19.
JOINED = (
    r"(?:policy|decision)(?=mak)|(?:system|sector)(?=wide)|(?:place|evidence)(?=based)"
    r"|(?:long|short)(?=term)|whole(?=system)|cross(?=sector)|covid(?=[0-9])"
)
WORD = re.compile(
    rf"(?<![^\W_])(?i:{JOINED}|{PAIRED}(?![^\W_]))|{THOUSANDS}|{UNITS}|"
    r"(?<![^\W_])[A-Za-z]&[A-Za-z](?![^\W_])"
    r"|(?:(?<![^\W_])(?:[Cc]o[-‐‑](?=[^\W\d_])|[Ww]ell[-‐‑ ](?=being)))?"
    rf"[^\W_]+(?:(?:['’]|[\u0300-\u036f{INVISIBLE}]+)[^\W_]+)*"
)
QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')

# Too common to tell one record from another. Left out of the index and of what is asked.
COMMON = """
a about am an and any are as at be been being but by can could did do does doing for from
had has have how i if in into is it its itself me more most my no nor not of off on or our
ours out over own s same shall she should so some such t than that the their them then
there these they this those through to too us very was we were what when where which while
who whom whose why will with would you your yours
"""
STOP_WORDS = frozenset(COMMON.split())

# Stands between the parts of a text in the index, so that no phrase runs across them.
PART = "0part0"

# More than a reader would type; a longer question is read up to here.
MOST_WORDS = 24
LONGEST_STEM = 40


@dataclass(frozen=True)
class Word:
    """A word where it stands in a text: text[start:end]."""

    start: int
    end: int
    plain: str
    stem: str


@dataclass(frozen=True)
class Clause:
    """One thing that is asked for: any of `phrases`, each a tuple of stems.

    The first phrase is the reader's own; the others are what the editors say means the same.
    """

    phrases: tuple
    text: str
    quoted: bool = False

    def stands_in(self, held):
        """Whether one of its phrases stands in `held`, the stems of a text."""
        return any(occurrences(phrase, held) for phrase in self.phrases)


# Words that the stemmer takes for one, though the field does not.
APART = {
    "governance": "governance",
    "government": "government",
    "governments": "government",
    "accountable": "accountable",
    "accountability": "accountable",
    "authority": "authority",
    "authorities": "authority",
    "competence": "competence",
    "competences": "competence",
    "competency": "competence",
    "competencies": "competence",
    "consultant": "consultant",
    "consultants": "consultant",
    "experiment": "experiment",
    "experiments": "experiment",
    "experimenting": "experiment",
    "informal": "informal",
    "informally": "informal",
    "publication": "publication",
    "publications": "publication",
    "succession": "succession",
    # Hospital bodies, where one of them may also be what partners have in each other.
    "trusts": "trusts",
}


@lru_cache(maxsize=50_000)
def stem(plain):
    if plain in APART:
        return APART[plain]
    # A stemmer keeps state while it works, and the site serves from several threads.
    return EnglishStemmer().stemWord(usual(plain))[:LONGEST_STEM]


@lru_cache(maxsize=50_000)
def fold(word):
    """A word in lower case, without accents or possessive; ASCII whatever the script."""
    straight = "percent" if word == "%" else singular(word).replace("’", "'").casefold()
    bare = unicodedata.normalize("NFKD", straight.removesuffix("'s").replace("'", ""))
    # Taken apart, a sign such as ⑴ holds brackets too. What is combining is no letter either.
    letters = "".join(letter for letter in bare if letter.isalnum())
    if letters.isascii():
        return letters
    # Neither database can split what is spelt in its bytes.
    return "x" + letters.encode("utf-8", "surrogatepass").hex()


def words(text):
    """The words of a text in order, stop words left out."""
    found = []
    for match in WORD.finditer(text):
        plain = fold(match.group())
        if plain and plain not in STOP_WORDS:
            found.append(Word(match.start(), match.end(), plain, stem(plain)))
    return found


def stems(text):
    return tuple(word.stem for word in words(text))


def indexed(parts):
    """The text that the index holds for several parts: their stems, the parts kept apart."""
    return f" {PART} ".join(" ".join(stems(part)) for part in parts if part)


def read(text):
    """What a reader typed, as clauses: a quoted phrase each, and a word each.

    Nothing that is typed is syntax, but a pair of double quotes round a phrase.
    """
    clauses, text, at = [], clean(text), 0
    for quoted in QUOTED.finditer(text):
        clauses += read_plain(text[at : quoted.start()])
        phrase = quoted.group(1) or quoted.group(2) or ""
        if stems(phrase):
            clauses.append(Clause((stems(phrase),), phrase.strip(), quoted=True))
        at = quoted.end()
    clauses += read_plain(text[at:])
    unlike = {}
    for clause in clauses:
        unlike.setdefault((clause.phrases, clause.quoted), clause)
    return list(unlike.values())[:MOST_WORDS]


def read_plain(text):
    return [Clause(((word.stem,),), text[word.start : word.end]) for word in words(text)]


def occurrences(phrase, held):
    """How often the stems of `phrase` stand side by side in `held`, a list of stems."""
    if len(phrase) == 1:
        return held.count(phrase[0])
    length = len(phrase)
    return sum(
        tuple(held[at : at + length]) == phrase
        for at, first in enumerate(held)
        if first == phrase[0]
    )


def marked(text, clauses):
    """`text` cut into [(piece, does it match), ...]: every word of a matching phrase matches."""
    found = words(text)
    held = [word.stem for word in found]
    hit = set()
    for clause in clauses:
        for phrase in clause.phrases:
            for at in range(len(held) - len(phrase) + 1):
                if tuple(held[at : at + len(phrase)]) == phrase:
                    hit.update(range(at, at + len(phrase)))
    pieces, at = [], 0
    for number, word in enumerate(found):
        if number in hit:
            pieces += [(text[at : word.start], False), (text[word.start : word.end], True)]
            at = word.end
    pieces.append((text[at:], False))
    return [(piece, matches) for piece, matches in pieces if piece]


def snippet(text, clauses, length=200):
    """The part of `text` that starts at the first match, marked as by `marked`; or [].

    About `length` characters, cut between words; an ellipsis says where text is left out.
    """
    pieces = marked(text, clauses)
    first = next((at for at, (_, matches) in enumerate(pieces) if matches), None)
    if first is None:
        return []
    before = "".join(piece for piece, _ in pieces[:first])
    # Where little follows the match, there is room for more of what precedes it.
    follows_little = len(text) - len(before) < length // 2
    start = sentence_start(before, length // 2 if follows_little else length // 3)
    cut = marked(shorten(text[start:], length), clauses)
    return [("… ", False), *cut] if start else cut


def sentence_start(before, most):
    """Where to begin: at the match, or at the start of its sentence when that is near."""
    ends = [match.end() for match in re.finditer(r"[.!?]\s+|\n+", before)]
    start = ends[-1] if ends else 0
    return start if len(before) - start <= most else len(before)


def shorten(text, length):
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0].rstrip(" ,;:") + " …"
