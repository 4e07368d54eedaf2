"""A document as a Word file: real headings, lists and table headers, our own look."""

import datetime
import io
from pathlib import Path

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm, RGBColor, Twips
from docx.text.run import Run as WordRun

from .document import (
    Bullets,
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
    settled,
)
from .embedding import embed
from .packing import repacked

HERE = Path(__file__).parent
THREADS = ("07545C", "6B3FA0", "9A5400", "C7256C")
MARGIN = {False: 24, True: 16}
HANGING = 397
# Lines of a tight sheet stand closer, though less so than its letters are smaller.
LINE, CLOSE = qn("w:line"), 0.9
COMPACT, TIGHT = 0.86, 0.76
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


def write(document):
    """The bytes of a DOCX file. The same document gives the same bytes."""
    word = docx.Document()
    dress(word, document)
    describe(word, document)
    frame(word, document)
    if document.label:
        say(word.add_paragraph(style="Label"), document.label)
    say(word.add_paragraph(style="Title"), document.title)
    if document.subtitle:
        say(word.add_paragraph(style="Subtitle"), document.subtitle)
    add_blocks(word, settled(document.blocks))
    stream = io.BytesIO()
    word.save(stream)
    return repacked(stream)


# Before the words


def dress(word, document):
    """Our styles, lists and fonts in the place of those that python-docx brings."""
    styles = coloured("word_styles.xml", document.hue)
    language = styles.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), document.language)
    if document.compact:
        lay_as_a_sheet(styles, document)
    replace(word.styles.element, styles)
    replace(word.part.numbering_part.element, parse_xml((HERE / "word_lists.xml").read_bytes()))
    settings = word.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), document.language)
    mode = f"{qn('w:compat')}/{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']"
    settings.find(mode).set(qn("w:val"), "15")
    embedding = OxmlElement("w:embedTrueTypeFonts")
    settings.find(qn("w:zoom")).addnext(embedding)
    # What only belongs to the template that python-docx starts from.
    for name in ("stylesWithEffects", "customXml"):
        drop(word.part.rels, name)
    drop(word.part.package.rels, "thumbnail")
    embed(word)


def coloured(name, hue):
    """A file of styles in the colours of a document."""
    text = (HERE / name).read_text(encoding="utf-8")
    for word, colour in zip(("HUE", "TINT"), hue, strict=True):
        text = text.replace(f'"{word}"', f'"{colour.upper()}"')
    return parse_xml(text.encode())


def lay_as_a_sheet(styles, document):
    """Puts the styles of a sheet in the place of others, and makes type and spaces smaller."""
    own = {style.get(qn("w:styleId")): style for style in coloured("word_sheet.xml", document.hue)}
    for style in styles.findall(qn("w:style")):
        other = own.get(style.get(qn("w:styleId")))
        if other is not None:
            styles.replace(style, other)
    scale = TIGHT if document.tight else COMPACT
    spaces = ["before", "after", *(["line"] if document.tight else [])]
    for name, attributes in (("sz", ["val"]), ("szCs", ["val"]), ("spacing", spaces)):
        for part in styles.iter(qn(f"w:{name}")):
            for key in (qn(f"w:{each}") for each in attributes):
                if size := part.get(key):
                    part.set(key, str(round(int(size) * (CLOSE if key == LINE else scale))))


def replace(element, other):
    for child in list(element):
        element.remove(child)
    element.extend(list(other))


def drop(relations, name):
    found = [key for key, each in relations.items() if each.reltype.endswith(f"/{name}")]
    for key in found:
        del relations[key]


def describe(word, document):
    properties = word.core_properties
    properties.title = fit(document.title)
    properties.subject = fit(document.subtitle or document.label)[:255]
    properties.author = properties.last_modified_by = fit(document.author)
    properties.keywords = fit(", ".join(document.keywords))[:255]
    properties.language = document.language
    properties.comments = ""
    moment = datetime.datetime.combine(document.dated, datetime.time.min)
    properties.created = properties.modified = moment


def frame(word, document):
    section = word.sections[0]
    margin = Mm(MARGIN[document.compact])
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = margin
    depth = Mm(12 if document.tight else 16 if document.compact else 22)
    section.top_margin = section.bottom_margin = depth
    section.header_distance, section.footer_distance = Mm(8), Mm(10)
    thread(section.header)
    foot = section.footer.paragraphs[0]
    width = section.page_width - 2 * margin
    foot.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    say(foot, [fit(document.footer)])
    foot.add_run("\tPage ")
    number(foot, "PAGE")
    foot.add_run(" of ")
    number(foot, "NUMPAGES")


def thread(header):
    """Four coloured lines, as at the top of every page of the site."""
    for place, colour in enumerate(THREADS):
        line = header.add_paragraph() if place else header.paragraphs[0]
        line.style = "header"
        shade = OxmlElement("w:shd", attrs={qn("w:val"): "clear", qn("w:fill"): colour})
        line._p.get_or_add_pPr().append(shade)


def number(paragraph, what):
    """A field that Word fills: PAGE or NUMPAGES."""
    field = OxmlElement("w:fldSimple", attrs={qn("w:instr"): what})
    run = OxmlElement("w:r")
    run.text = "1"
    field.append(run)
    paragraph._p.append(field)


# Blocks


def add_blocks(word, blocks):
    for block in blocks:
        WRITERS[type(block)](word, block)


def add_heading(word, heading):
    line = word.add_paragraph(style=f"Heading {heading.level}")
    if isinstance(before := line._p.getprevious(), CT_P) and before.style == "Label":
        line.paragraph_format.space_before = 0
    # A heading that leads somewhere looks like any other.
    say(line, Run(heading.text, url=heading.url), linked=None)


def add_paragraph(word, paragraph):
    say(word.add_paragraph(style=STYLES[paragraph.style]), paragraph.text)


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
    for label, text in facts.pairs:
        line = word.add_paragraph(style="Facts")
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
