"""The texts of a page as a person reads them, and which of them a Word file leaves out.

A text is what stands in one block without a block inside: a heading, a paragraph, a pill, a
cell. What a reader only acts with (forms, buttons, links to files and to other questions) is
left out; what is drawn has its words for those who can't see it.
"""

import re
from typing import NamedTuple

import html5lib

from tests.formats.papers import squeezed

BLOCKS = {
    *("main", "section", "article", "aside", "div", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li"),
    *("dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "caption", "details"),
    *("summary", "figure", "header", "footer", "blockquote", "hr", "br"),
}
# Marks that stand in a line beside each other, each a text of its own.
MARKS = {"kind", "trail", "verdict", "aud", "discs", "tag", "looked"}
# A reader acts with these and does not read them; links and folds to the same page too.
ACTS = {
    *("script", "svg", "nav", "button", "input", "label", "select", "textarea", "fieldset"),
    *(("a", "Back to today"), ("b", "Why"), ("b", "In short, for all")),
}
ACTING = {
    *(
        "screen-only",
        "add-to-paper",
        "acts",
        "facetbox",
        "search",
        "sort",
        "chips",
        "pager",
        "views",
    ),
    # On what a record rests stands in few words on a row, and in full in its file.
    *("norm", "rests", "contents", "files", "brief-bar", "place-acts"),
}


class Text(NamedTuple):
    """`section` is the nearest h2 above; `record` the reference of the record in short to which
    the text belongs, or ""."""

    words: str
    section: str
    record: str


def texts_of(response, root="main"):
    """[Text, ...] of `<main>`, in the order of the page."""
    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    reader = Reader()
    reader.read(page.find(f".//{root}"))
    reader.end()
    return reader.found


def classes(element):
    return set((element.get("class") or "").split())


class Reader:
    def __init__(self):
        self.found, self.words = [], []
        self.section = self.record = ""
        # Within what was made of the words sought: each line with a link offers another list.
        self.offers = False

    def read(self, element):
        if self.is_acted_with(element):
            return
        apart = element.tag in BLOCKS or classes(element) & MARKS
        outer, self.offers = self.record, self.offers or "settled" in classes(element)
        if is_a_record(element):
            self.end()
            self.record = reference_in(element)
        if apart:
            self.end()
        self.words.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self.read(child)
            self.words.append(child.tail or "")
        if apart:
            self.end(is_heading=element.tag == "h2")
        self.record = outer
        self.offers = self.offers and "settled" not in classes(element)

    def is_acted_with(self, element):
        match element.tag:
            case "button":
                return "term" not in classes(element)
            case "p" if self.offers and element.find("a") is not None:
                return True
            # What is folded away is unfolded by plain words, unless these are a heading or a mark.
            case "summary" if not len(element):
                return True
        return (
            element.tag in ACTS
            or (element.tag, element.text) in ACTS
            or bool(classes(element) & ACTING)
            or element.get("aria-hidden") == "true"
        )

    def end(self, is_heading=False):
        words = " ".join("".join(self.words).split())
        self.words = []
        if is_heading:
            self.section = words
        if any(sign.isalnum() for sign in words):
            self.found.append(Text(words, self.section, self.record))


def is_a_record(element):
    """Is it another record in short: a card, a row of a list?"""
    shape = element.tag == "li" or classes(element) & {"card", "row", "lead"}
    return bool(shape and reference_in(element))


def reference_in(element):
    """The reference that a record in short bears: in its mark, or beside its title."""
    for each in element.iter():
        if each.tag == "i" or (each.tag == "span" and not len(each)):
            words = "".join(each.itertext()).strip()
            if REFERENCE.fullmatch(words):
                return words
    return ""


def left_out(texts, lines, apart=True):
    """The Texts that the lines of a Word file don't say: in the section of the same heading
    (but for `apart`, anywhere) and within the same record. White space alone is no difference."""
    held = {}
    for line in placed(lines):
        section = line.section if apart else ""
        held[section, line.record] = held.get((section, line.record), "") + squeezed(line.words)
    # What stands at the head of the page, paper says there or at a glance.
    held["", ""] = held.get(("", ""), "") + held.get(("At a glance", ""), "")
    return [
        text
        for text in texts
        if squeezed(text.words) not in held.get((text.section if apart else "", text.record), "")
    ]


def placed(lines):
    """The lines of a Word file, [(style, words), ...], as Texts. A label names the record in
    short that the heading below it is about."""
    section, record, level, before, labelled = "", "", 0, True, False
    for style, words in lines:
        if style.startswith("Label"):
            name = NAMED.match(words)
            record, labelled = name[1] if name and not before else "", not before
        elif style.startswith("Heading "):
            number = int(style[len("Heading ")])
            if labelled:
                level = number
            elif number <= level:
                record = ""
            if number == 1 and not labelled:
                section, record = words, ""
            labelled = False
        before = before and style != "Title"
        yield Text(words, section, record)


REFERENCE = re.compile(r"[A-Z0-9]+-[FSR][0-9]+")
NAMED = re.compile(rf"(?:Finding|Skill|Recommendation) ({REFERENCE.pattern})")
