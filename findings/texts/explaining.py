"""Running text made into HTML, with the words that need it explained where they first occur."""

import re
from functools import lru_cache
from html import escape

from findings.texts import markdown

EMPTY_LINES = re.compile(r"\n\s*\n")


class Explainer:
    """Marks the first occurrence on a page of each term.

    `terms` holds (slug, [forms]) pairs. Texts are given in the order in which they are read;
    afterwards `used` holds the slugs that were marked, in order of appearance.
    """

    def __init__(self, terms):
        self.pattern, self.slugs = compiled(tuple((slug, tuple(forms)) for slug, forms in terms))
        self.used = []

    def paragraphs(self, text):
        """HTML paragraphs of plain `text`, in which an empty line parts paragraphs."""
        parts = [part.strip() for part in EMPTY_LINES.split(text.replace("\r\n", "\n"))]
        return "\n".join(f"<p>{self.inline(part)}</p>" for part in parts if part)

    def rich(self, text):
        """HTML of `text` in our small Markdown."""
        pieces = markdown.runs(text)
        return "".join(self.inline(piece) if explain else piece for piece, explain in pieces)

    def inline(self, text):
        """HTML of one run of plain `text`."""
        if self.pattern is None:
            return escape(text)
        pieces, end = [], 0
        for match in self.pattern.finditer(text):
            pieces += [escape(text[end : match.start()]), self.mark(match.group())]
            end = match.end()
        return "".join([*pieces, escape(text[end:])])

    def mark(self, words):
        # A pattern that ignores case finds a few letters (dotless i) that folding tells apart.
        slug = self.slugs.get(key(words)) or self.slugs.get(key(words.casefold()))
        if slug is None or slug in self.used:
            return escape(words)
        self.used.append(slug)
        return (
            f'<button type="button" class="term" popovertarget="term-{escape(slug)}">'
            f"{escape(words)}</button>"
        )


@lru_cache(maxsize=8)
def compiled(terms):
    """(pattern, {form: slug}) of all forms, the longest first; (None, {}) when there is none."""
    slugs = {}
    for slug, forms in terms:
        for form in forms:
            slugs.setdefault(key(form if is_acronym(form) else form.casefold()), slug)
    if not slugs:
        return None, slugs
    written = {form for _, forms in terms for form in forms}
    choices = "|".join(spelling(form) for form in sorted(written, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])"), slugs


def spelling(form):
    """The pattern of one form: any white space, either apostrophe, any case unless acronym."""
    words = r"\s+".join(re.escape(word) for word in key(form).split()).replace("'", "['’]")
    return words if is_acronym(form) else f"(?i:{words})"


def is_acronym(form):
    """Whether a form is found in capitals only: ICB, VCSE, and their plurals, ICBs."""
    return form.removesuffix("s").isupper()


def key(words):
    """A form as it is looked up: one space between words, straight apostrophes."""
    return " ".join(words.replace("’", "'").split())
