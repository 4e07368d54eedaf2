"""A document that has every kind of block, and readers for what is made of it."""

import datetime
import io
import re
import zipfile

import docx
import pypdf
import zxingcpp
from PIL import Image

from findings.formats.document import (
    Bullets,
    Document,
    Facts,
    Halves,
    Heading,
    Marked,
    Note,
    Numbers,
    Paragraph,
    Questions,
    Run,
    Table,
)

DAY = datetime.date(2026, 7, 2)
# What typst, XML or a spreadsheet would read as its own language.
HOSTILE = '#panic("x") $a_1$ *b* _c_ `d` @e <f> \\g // h /* i */ = j </w:t> & "k" [l] #{m} ~ -- \''


def document(*blocks, **fields):
    return Document("A title", list(blocks), DAY, **fields)


def full():
    return Document(
        title="Trust comes first",
        blocks=[
            Note("A law ended it.", label="Overtaken", tone="overtaken"),
            Heading(1, "What was found"),
            Paragraph(
                ["See ", Run("paragraph 8", url="https://example.org/8"), " of the article."]
            ),
            Paragraph(HOSTILE, style="lead"),
            Heading(2, "In a list", url="https://example.org/list"),
            Bullets(["First point", [Run("Second", bold=True), " point"]]),
            Numbers(["One", "Two"]),
            Numbers(["Again one"]),
            Paragraph("Finding ICS18-F01", style="label"),
            Heading(2, "Facts"),
            Facts([("For", "NHS, councils"), ("Reference", "ICS18-F01")]),
            Table(
                "Two records", ["Reference", "Title"], [["F01", "One"], ["F02", HOSTILE]], (1, 3)
            ),
            Halves(
                [Heading(1, "On one side"), Marked([("F01", Run("Stands", tone="stands"))])],
                [
                    Heading(1, "On the other"),
                    Marked([("F02", HOSTILE)]),
                ],
            ),
            Questions("Ask aloud", ["Who says so?", "Since when?"]),
            Paragraph("The small print", style="small"),
        ],
        dated=DAY,
        label="Finding ICS18-F01",
        subtitle="What leaders say",
        footer="CC BY 4.0",
        author="The editors",
        keywords=("trust", "governance"),
    )


def opened_word(content):
    return docx.Document(io.BytesIO(content))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_lines(content):
    """The texts of a Word file in their order, tables included, a paragraph a line."""
    return [part for _, line in styled_lines(content) for part in line.split("\t") if part]


def styled_lines(content):
    """[(name of its style, words), ...] of every paragraph; a tab between label and fact."""
    opened = opened_word(content)
    names = {style.style_id: style.name for style in opened.styles}
    return [
        (
            names.get(line.style, "Normal"),
            "".join(text.text or "\t" for text in line.xpath(".//w:t | .//w:tab[not(@w:val)]")),
        )
        for line in opened.element.body.iter(f"{W}p")
    ]


def spelt(lines):
    """The words of a Word file as `drawn` gives those of a PDF; Word counts its lists itself."""
    words, number = [], 0
    for style, line in lines:
        number = number + 1 if style in ("List Number", "Question") else 0
        words.append(f"{number}.{line}" if number else line)
    return squeezed("".join(words)).replace("•", "")


def drawn(content, header=""):
    """The words of a PDF without white space, page after page, without what stands at the foot
    of each, the marks of lists, and the `header` of a table where it stands again."""
    pages = [squeezed(page.extract_text()) for page in opened_pdf(content).pages]
    bodies = [
        FOOT.sub("", page.removesuffix(f"Page{number}of{len(pages)}")).removeprefix(header)
        for number, page in enumerate(pages, start=1)
    ]
    return "".join(bodies).replace("•", "")


# What a PDF says before the number of a page.
FOOT = re.compile("ICSLeadership(?!.*ICSLeadership).*$")


def opened_pdf(content):
    return pypdf.PdfReader(io.BytesIO(content))


def pdf_text(content):
    return "\n".join(page.extract_text() for page in opened_pdf(content).pages)


def squeezed(text):
    """Without white space, which a PDF has only where it is drawn."""
    return "".join(text.split())


def codes_in(picture):
    """The addresses that a camera reads in a picture, the bytes of a PNG."""
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def codes_in_word(content):
    """The same of all pictures in a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        pictures = [packed.read(name) for name in packed.namelist() if name.endswith(".png")]
    return [code for picture in pictures for code in codes_in(picture)]
