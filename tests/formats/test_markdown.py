"""The words of a document as Markdown: the same ones, and no sign of a text taken for a mark."""

from html import unescape

import pytest
from markdown_it import MarkdownIt

from findings.formats.document import Bullets, Heading, Note, Paragraph, Run, Table, lines
from findings.formats.markdown import write

from .papers import HOSTILE, document, full

READER = MarkdownIt("commonmark").enable("table")


def words(html):
    return " ".join(unescape(text) for text in pieces(html)).split()


def pieces(html):
    """What stands between the tags; the reader of Markdown has escaped every other sign."""
    return [piece.partition(">")[2] for piece in f">{html}".split("<")]


def test_a_reader_of_markdown_finds_the_words_in_their_order():
    label, title, *rest = lines(full())
    told = " ".join(words(READER.render(write(full()).decode())))
    assert told == " ".join(
        " ".join([title, f"{label},", "2 July 2026", *rest, "CC BY 4.0"]).split()
    )


def test_blocks_become_what_they_are():
    written = write(
        document(
            Heading(1, "Why", url="https://example.org/a b"),
            Note([Run("Bold", bold=True), " words"], label="Overtaken"),
            Bullets(["One", [Run("Two", url="https://example.org/>")]]),
            Table("Two", ["A", "B"], [["a|b", "c"]]),
            label="Finding ICS18-F01",
            subtitle="In one line.",
            footer="At the foot",
        )
    ).decode()
    assert written.split("\n\n") == [
        "# A title",
        "Finding ICS18-F01, 2 July 2026",
        "In one line.",
        "## [Why](<https://example.org/a%20b>)",
        "> **Overtaken** **Bold** words",
        "- One\n- [Two](<https://example.org/%3E>)",
        "**Two**",
        "| A | B |\n| --- | --- |\n| a\\|b | c |",
        "---",
        "At the foot\n",
    ]


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        *("# no heading", "- no item", "+ no item", "1. no item", "12) no item", "=== no rule"),
        *(
            "--- no rule",
            "> no quotation",
            "| no | cell |",
            "&amp; &#38; no entity",
            "~~not gone~~",
        ),
        *(
            "[no](link)",
            "![no](picture)",
            "<b>no tag</b>",
            "https://no.example/_a_",
            "\\no\\ escape",
        ),
        *("    no code", "```no fence```", "a  \nb", "*", "**", "_", "-"),
    ],
)
def test_no_sign_of_a_text_is_a_mark(text):
    html = READER.render(write(document(Paragraph(text))).decode())
    assert html.startswith("<h1>A title</h1>\n<p>2 July 2026</p>\n<p>")
    assert html.count("<") == 6
    assert words(html)[5:] == text.split()
