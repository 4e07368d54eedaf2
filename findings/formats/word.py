"""A document as a Word file: real headings, lists and table headers, our own look."""

import datetime
import io
from functools import cache
from pathlib import Path

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from . import colours
from .document import fit, settled
from .embedding import embed
from .packing import repacked
from .signs import noting
from .word_blocks import add_blocks, say

# What Word takes of a property.
LONGEST = 255
LACKING = (
    "Signs that no font of ours has: {}. "
    "They show as boxes where your computer has no font for them."
)
HERE = Path(__file__).parent
THREADS = tuple(colour[1:].upper() for colour, _ in colours.AUDIENCES.values())
MARGIN = {False: 24, True: 16}
# Lines of a tight sheet stand closer, though less so than its letters are smaller.
LINE, CLOSE = qn("w:line"), 0.9
COMPACT, TIGHT = 0.86, 0.76


def write(document):
    """The bytes of a DOCX file. The same document gives the same bytes."""
    document = noting(document, LACKING)
    word = docx.Document()
    # python-docx reads all styles, and each that a paragraph or a run asks for, each time anew.
    word.part.get_style_id = cache(word.part.get_style_id)
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
        text = text.replace(f'"{word}"', f'"{colour[1:].upper()}"')
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
    properties.title = fit(document.title)[:LONGEST]
    properties.subject = fit(document.subtitle or document.label)[:LONGEST]
    properties.author = properties.last_modified_by = fit(document.author)[:LONGEST]
    properties.keywords = fit(", ".join(document.keywords))[:LONGEST]
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
