"""Text as it comes out of a word processor, a PDF or a web page.

What belongs to it: letters that nobody sees (soft hyphens, joiners, marks of direction, marks of
byte order), control characters, accents and ligatures taken apart, and the ends of lines of other
programs; and lists whose signs are no Markdown: other bullets, with a tab, a blank, nothing or the
end of a line after them, several on one line, numbers as (1) or with a blank that doesn't break.
"""

import re
import unicodedata

from findings.vocabulary.signs import INVISIBLE

ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
UNSEEN = re.compile(rf"[{INVISIBLE}\x00-\x08\x0e-\x1f\x7f-\x9f]")
LIGATURES = re.compile("[\ufb00-\ufb06]")

# Signs of a list, of one within a list, and those that are a list's only with a blank after them.
FIRST = "•‣●○■□◆◇➢➤►▶✓✔∙\uf0a7\uf0b7\uf0d8\uf0fc"
SECOND = "◦▪▫⁃\uf0a8"
BLANK = "[ \t\u00a0\u2002-\u200a\u3000]"
BULLET = re.compile(
    rf"^{BLANK}*(?:([{FIRST}]){BLANK}*\n?|([{SECOND}]|o(?=\t)){BLANK}*\n?|[·–—→⇒❖]{BLANK}+)(?=\S)",
    re.MULTILINE,
)
NEXT = re.compile(rf"{BLANK}+[{FIRST}]{BLANK}*(?=\S)")
NUMBER = re.compile(rf"^{BLANK}*\(?([0-9]{{1,3}})[.)]{BLANK}+(?=\S)", re.MULTILINE)
# What can't be made a list without guessing, and is said to the editor.
LETTERED = re.compile(rf"^{BLANK}*\(?(?:[a-h]|[A-H]|[ivx]{{1,4}})[.)]{BLANK}", re.MULTILINE)
WITHIN = re.compile(rf"\S{BLANK}*[{FIRST}{SECOND}]{BLANK}*\S")


def seen(text):
    """The text as a reader sees it: what is stored."""
    text = UNSEEN.sub("", ENDS.sub("\n", text))
    text = LIGATURES.sub(lambda sign: unicodedata.normalize("NFKC", sign.group()), text)
    return unicodedata.normalize("NFC", text)


def lists(text):
    """The text with its lists in Markdown, as it is read wherever it is shown."""
    lines = [apart(line) for line in ENDS.sub("\n", text).split("\n")]
    marked = BULLET.sub(lambda sign: "  - " if sign[2] else "- ", "\n".join(lines))
    return NUMBER.sub(r"\1. ", marked)


def apart(line):
    """A line that begins with a bullet, and at each further one a new line."""
    begun = BULLET.match(line)
    return line[: begun.end()] + NEXT.sub("\n- ", line[begun.end() :]) if begun else line


def lost_lists(text):
    """What looks like a list and will be read as running text, in the editor's words."""
    text = lists(text)
    letters = LETTERED.findall(text)
    found = [f"Lines that begin with “{letters[0].strip()}”"] if len(letters) > 1 else []
    within = WITHIN.search(text)
    return found + (["Signs such as “•” within a line"] if within else [])
