"""What stands in a Word file: each block of a document as paragraphs, lists or a table."""

from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm, RGBColor, Twips
from docx.text.run import Run as WordRun

from . import squares
from .document import (
    Bullets,
    Code,
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
    fit,
    runs_of,
)

HANGING = 397
# Millimetres: what a camera reads from a sheet in the hand.
SQUARE = 28
STYLES = {"": "Normal", "lead": "Lead", "label": "Label", "small": "Small"}
# By verdict: the style of its mark, and its colour, which LibreOffice forgets within a table.
PILLS = {
    "stands": ("Pill: stands", "21613A"),
    "partly-overtaken": ("Pill: partly overtaken", "7A4A00"),
    "overtaken": ("Pill", "131C31"),
}
PILL = ("Pill", "465067")
TONES = {
    "stands": "Note: stands",
    "partly-overtaken": "Note: partly overtaken",
    "overtaken": "Note: overtaken",
}


def add_blocks(word, blocks):
    for block in blocks:
        WRITERS[type(block)](word, block)


def add_heading(word, heading):
    line = word.add_paragraph(style=f"Heading {heading.level}")
    if isinstance(before := line._p.getprevious(), CT_P) and before.style == "Label":
        line.paragraph_format.space_before = 0
        # The last line of a table parts well enough.
        if heading.level == 1 and isinstance(before.getprevious(), CT_P):
            before.style = "LabelParted"
    # A heading that leads somewhere looks like any other.
    say(line, Run(heading.text, url=heading.url), linked=None)


def add_paragraph(word, paragraph):
    line = word.add_paragraph(style=STYLES[paragraph.style])
    if paragraph.leads_on:
        line.paragraph_format.keep_with_next = True
    say(line, paragraph.text)


def add_code(word, code):
    line = word.add_paragraph()
    line.paragraph_format.keep_with_next = True
    picture = line.add_run().add_picture(squares.png(code.address), width=Mm(SQUARE))
    picture._inline.docPr.set("descr", f"A code that leads to {code.address}")
    say(word.add_paragraph(), code.text)


def add_bullets(word, bullets):
    for item in bullets.items:
        say(word.add_paragraph(style="List Bullet"), item)


def add_numbers(word, numbers, style="List Number"):
    """Each list counts from one: it gets a numbering of its own."""
    numbering = word.part.numbering_part.element
    counted = numbering.add_num(1)
    counted.add_lvlOverride(0).add_startOverride(1)
    for item in numbers.items:
        line = word.add_paragraph(style=style)
        own = line._p.get_or_add_pPr().get_or_add_numPr()
        own.get_or_add_ilvl().val = 0
        own.get_or_add_numId().val = counted.numId
        if style == "Question":
            # Else the indents of the list take the place of those of the box.
            line.paragraph_format.left_indent = Twips(227 + HANGING)
            line.paragraph_format.first_line_indent = -Twips(HANGING)
        say(line, item)


def add_facts(word, facts):
    for place, (label, text) in enumerate(facts.pairs, start=1):
        line = word.add_paragraph(style="Facts")
        if facts.whole and place < len(facts.pairs):
            line.paragraph_format.keep_with_next = True
        line.add_run(fit(label), "Fact Label")
        line.add_run("\t")
        say(line, text)


def add_marked(word, marked):
    for mark, text in marked.pairs:
        line = word.add_paragraph(style="Marked")
        say(line, mark, linked="Fact Label")
        line.add_run("\t")
        say(line, text)


def add_questions(word, questions):
    say(word.add_paragraph(style="Heading 1 in a box"), questions.heading)
    add_numbers(word, questions, style="Question")


def add_halves(word, halves):
    """Columns of a section of its own: they are read one after the other."""
    columns(word, 2)
    first = add_half(word, halves.left)
    second = add_half(word, halves.right)
    if first is not None and second is not None:
        end = OxmlElement("w:r")
        end.append(OxmlElement("w:br", attrs={qn("w:type"): "column"}))
        second.insert_element_before(end, "w:r", "w:hyperlink")
    columns(word, 1)


def add_half(word, blocks):
    """The first paragraph of one column, which stands at its top; None for an empty one."""
    before = len(word.paragraphs)
    add_blocks(word, blocks)
    added = word.paragraphs[before:]
    if not added:
        return None
    added[0].paragraph_format.space_before = 0
    return added[0]._p


def columns(word, number):
    """What follows stands in so many columns."""
    section = word.add_section(WD_SECTION.CONTINUOUS)._sectPr
    shape = section.find(qn("w:cols"))
    shape.set(qn("w:num"), str(number))
    shape.set(qn("w:space"), "454")


def add_note(word, note):
    style = TONES.get(note.tone, "Note")
    if note.label:
        line = word.add_paragraph(style=style)
        line.paragraph_format.keep_with_next = True
        line.add_run(fit(note.label), "Strong")
    say(word.add_paragraph(style=style), note.text)


def add_table(word, table):
    if table.caption:
        say(word.add_paragraph(style="caption"), table.caption)
    grid = word.add_table(rows=0, cols=len(table.header), style="Rows")
    grid.autofit = False
    section = word.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    shares = table.widths or [1] * len(table.header)
    for place, row in enumerate([table.header, *table.rows]):
        line = grid.add_row()
        for cell, text, share in zip(line.cells, row, shares, strict=True):
            cell.width = int(width * share / sum(shares))
            cell.paragraphs[0].style = "Table Text" if place else "Table Head"
            say(cell.paragraphs[0], text)
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if not place:
            line._tr.trPr.append(OxmlElement("w:tblHeader"))
    for column, share in zip(grid.columns, shares, strict=True):
        column.width = int(width * share / sum(shares))


WRITERS = {
    Heading: add_heading,
    Paragraph: add_paragraph,
    Bullets: add_bullets,
    Code: add_code,
    Numbers: add_numbers,
    Facts: add_facts,
    Marked: add_marked,
    Questions: add_questions,
    Halves: add_halves,
    Note: add_note,
    Table: add_table,
}


# Words


def say(paragraph, text, linked="Hyperlink"):
    for part in runs_of(text):
        if part.url:
            link(paragraph, part, linked)
        elif part.tone:
            style, colour = PILLS.get(part.tone, PILL)
            paragraph.add_run(part.text, style).font.color.rgb = RGBColor.from_string(colour)
        else:
            paragraph.add_run(part.text, "Strong" if part.bold else None)


def link(paragraph, part, style):
    relation = paragraph.part.relate_to(part.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink", attrs={qn("r:id"): relation, qn("w:history"): "1"})
    run = WordRun(OxmlElement("w:r"), paragraph)
    run.text = part.text
    run.style = style
    run.bold = part.bold or None
    element.append(run._r)
    paragraph._p.append(element)
