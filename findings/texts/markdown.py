"""The small Markdown of longer texts: paragraphs, lists, emphasis, links and headings.

A kept library renders it, a second one lets through what is on a short list and nothing else.
"""

import re
from functools import lru_cache
from html import unescape

import nh3
from markdown_it import MarkdownIt

from findings.texts import pasted

RULES = ["heading", "list", "emphasis", "link", "escape", "entity", "balance_pairs"]
TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "h3", "h4", "h5"}
# Below the heading of the section in which the text stands.
TOP, BOTTOM = 3, 5
TAG = re.compile(r"(<[^>]*>)")
# A place on this site, a place on this page, another site, or a letter: nothing that runs.
LINK = re.compile(r"(?:https?://[^/]|mailto:|/(?![/\\])|#)", re.IGNORECASE)
# Terms aren't explained inside these: a link leads elsewhere already, a heading stays short.
QUIET = ("a", "h3", "h4", "h5")
# What stands in every text that holds a link.
LINK_MARK = "]("

parser = MarkdownIt("zero", {"html": False}).enable(RULES)
parser.validateLink = lambda url: bool(LINK.match(url))


@lru_cache(maxsize=1024)
def html(text):
    """Safe HTML of `text`."""
    tokens = parser.parse(pasted.lists(text))
    level_headings(tokens)
    rendered = parser.renderer.render(tokens, parser.options, {})
    return nh3.clean(
        rendered,
        tags=TAGS,
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    ).strip()


def level_headings(tokens):
    """The first heading at the top level, and none more than one level below that before it."""
    written, depth = [], TOP - 1
    for token in tokens:
        if token.type == "heading_open":
            while written and written[-1] >= int(token.tag[1]):
                written.pop()
            written.append(int(token.tag[1]))
            depth = min(TOP - 1 + len(written), BOTTOM)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{depth}"


def runs(text):
    """The safe HTML of `text` in pieces: (piece, is it text to be explained). Such a piece is
    plain, not escaped."""
    quiet = 0
    for piece in TAG.split(html(text)):
        if piece.startswith("<"):
            name = piece.strip("</>").split()[0]
            quiet += (name in QUIET) * (-1 if piece.startswith("</") else 1)
            yield piece, False
        elif piece:
            yield (piece, False) if quiet else (unescape(piece), True)


@lru_cache(maxsize=1024)
def plain(text):
    """The words of `text` without its marks, paragraph by paragraph."""
    blocks = []
    for token in parser.parse(pasted.lists(text)):
        if token.type == "inline":
            blocks.append("".join(child.content for child in token.children or []))
    return "\n\n".join(blocks)


def links(text):
    """The addresses of other sites that `text` leads to, in its order."""
    inline = (
        token.children or [] for token in parser.parse(pasted.lists(text)) if token.type == "inline"
    )
    hrefs = (child.attrGet("href") or "" for children in inline for child in children)
    return [href for href in hrefs if href.lower().startswith(("http://", "https://"))]
