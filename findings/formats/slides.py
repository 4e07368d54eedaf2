"""A deck as a PowerPoint file: one claim a slide, its verdict in a band with sign and word.

Its faces are those in which every Office sets our site where it lacks our own: Georgia for
Newsreader, Arial for Hanken Grotesk. They stand in the theme, to be changed in one place.
"""

import datetime
import io
import re

import pptx
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from . import colours
from .deck import fitted
from .document import LONGEST_LINK, fit
from .packing import repacked
from .slide_marks import draw, rgb

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
WIDE, TALL = Inches(13.333), Inches(7.5)
TITLE_ONLY = 5
INK, SOFT, PAPER, PALE = map(rgb, ("#131c31", "#465067", "#ffffff", "#d5dbe3"))
# By verdict: the ink of its sign and word, and the ground of its band.
TONES = {
    "stands": ("#21613a", "#e9f5ed"),
    "partly-overtaken": ("#7a4a00", "#fff6e0"),
    "overtaken": ("#131c31", "#d5dbe3"),
}
OTHER = ("#465067", "#eef1f5")
# In inches: left, top, width, height.
BAND = 2.6
CLAIM = (3.1, 0.7, 9.4, 2.9)
LISTED = (0.8, 0.7, 11.7, 1.5)
TOLD = (3.1, 3.8, 9.4, 2.3)
LABEL = (3.1, 6.2, 9.4, 0.4)
FOOT = (3.1, 6.6, 9.4, 0.5)
LISTED_BELOW = (0.8, 2.6, 11.7, 3.5)
THREAD = Inches(0.04)
FACES = {b"majorFont": b"Georgia", b"minorFont": b"Arial"}
LONGEST = 255


def write(deck):
    """The bytes of a PPTX file. The same deck gives the same bytes."""
    show = pptx.Presentation()
    show.slide_width, show.slide_height = WIDE, TALL
    dress(show)
    describe(show, deck)
    for place, slide in enumerate(deck.slides):
        made = show.slides.add_slide(show.slide_layouts[0])
        add = add_claim if place else add_opening
        add(made, slide, deck)
        say_notes(made, slide)
    stream = io.BytesIO()
    show.save(stream)
    return repacked(stream, faced)


def dress(show):
    """One layout, as wide as the slide, with our four threads at its foot."""
    layout = show.slide_layouts[TITLE_ONLY]
    for other in [each for each in show.slide_layouts if each != layout]:
        show.slide_layouts.remove(other)
    for part in (show.slide_master, layout):
        for shape in list(part.placeholders):
            if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
                put_at(shape, *CLAIM)
            else:
                shape._element.getparent().remove(shape._element)
    tree = show.slide_master.shapes._spTree
    for number, (colour, _) in enumerate(colours.AUDIENCES.values()):
        tree.append(parse_xml(thread(number, colour[1:].upper())))
    # The picture of the template that python-pptx starts from.
    relations = show.part.package._rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        relations.pop(key)


def thread(number, colour):
    top = TALL - (4 - number) * THREAD
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{100 + number}" name="Thread"/>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="0" y="{top}"/><a:ext cx="{WIDE}" cy="{THREAD}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></p:spPr></p:sp>'
    )


def faced(name, content):
    """The theme of python-pptx with our faces in the place of its own."""
    if not re.fullmatch(r"ppt/theme/theme[0-9]+\.xml", name):
        return content
    for font, face in FACES.items():
        pattern = rb"(<a:" + font + rb">\s*<a:latin typeface=\")[^\"]*"
        content = re.sub(pattern, rb"\g<1>" + face, content)
    return re.sub(rb"(<a:hlink>\s*<a:srgbClr val=\")[^\"]*", rb"\g<1>24418F", content)


def describe(show, deck):
    properties = show.core_properties
    properties.title = fit(deck.title)[:LONGEST]
    properties.author = properties.last_modified_by = fit(deck.author)[:LONGEST]
    properties.language = "en-GB"
    moment = datetime.datetime.combine(deck.dated, datetime.time.min)
    properties.created = properties.modified = moment
    properties.revision = 1


def add_opening(made, slide, deck):
    """The title of the deck on the dark of the site."""
    made.background.fill.solid()
    made.background.fill.fore_color.rgb = INK
    title = made.shapes.title
    put_at(title, 0.8, 1.7, 11.7, 2.5)
    say(title, [slide.title], (11.7, 2.5), (54, 44, 36, 30, 24), PAPER, MSO_ANCHOR.TOP)
    add_text(made, [slide.label], (0.8, 0.8, 11.7, 0.6), (20, 16), PALE)
    add_text(made, slide.lines, (0.8, 4.4, 11.7, 1.8), (22, 18, 16, 14), PALE)
    # Not a link: those have one colour in a theme, which the dark would swallow.
    add_text(made, [slide.foot], beside(slide, FOOT), (12, 11), PALE)


def add_claim(made, slide, deck):
    """A claim with what stands beside it, in the order in which it is read."""
    title, claim = made.shapes.title, CLAIM if slide.verdict else LISTED
    put_at(title, *claim)
    say(title, [slide.title], claim[2:], (40, 36, 32, 28, 24, 20), INK, MSO_ANCHOR.BOTTOM)
    if slide.verdict:
        add_band(made, *slide.verdict)
    told = TOLD if slide.verdict else LISTED_BELOW
    add_text(made, slide.lines, told, (24, 22, 20, 18, 16, 14, 12), SOFT)
    add_text(made, [slide.label], beside(slide, LABEL), (14, 12, 11, 10), SOFT)
    add_text(made, [slide.foot], beside(slide, FOOT), (12, 11, 10), SOFT, url=slide.url)


def beside(slide, place):
    """The place beside the band, or where there is none as wide as the slide."""
    _, top, _, height = place
    return place if slide.verdict else (LISTED[0], top, LISTED[2], height)


def add_band(made, verdict, word, said):
    """The band at the left with the word of the verdict and its day, and its sign."""
    ink, ground = map(rgb, TONES.get(verdict, OTHER))
    band = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Inches(BAND), TALL - 4 * THREAD)
    band.name = "Does it still hold?"
    band.fill.solid()
    band.fill.fore_color.rgb = ground
    band.line.fill.background()
    band.shadow.inherit = False
    draw(made, verdict, fit(f"Verdict: {word}"), (Inches(0.5), Inches(1.1), Inches(1)), ink)
    add_text(made, [word], (0.4, 2.4, BAND - 0.5, 1), (26, 22, 18), ink, bold=True)
    add_text(made, [said], (0.4, 3.4, BAND - 0.5, 2.6), (14, 12, 11, 10), ink)


def add_text(made, lines, place, sizes, colour, *, url="", bold=False):
    lines = [line for line in lines if line]
    if lines:
        box = made.shapes.add_textbox(*map(Inches, place))
        box.name = "Text"
        say(box, lines, place[2:], sizes, colour, MSO_ANCHOR.TOP, url=url, bold=bold)


def say(shape, lines, space, sizes, colour, anchor, *, url="", bold=False):
    """The lines in the largest size at which all of them stay in their place."""
    width, height = space
    told, size = fitted([fit(line) for line in lines], width - 0.3, height - 0.1, sizes)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    for number, text in enumerate(told):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(size * 0.5) if len(told) > 1 else Pt(0)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        if url and len(url) <= LONGEST_LINK:
            run.hyperlink.address = fit(url)


def say_notes(made, slide):
    notes = [fit(note) for note in slide.notes if note]
    made.notes_slide.notes_text_frame.text = "\n".join(notes)


def put_at(shape, left, top, width, height):
    shape.left, shape.top = Inches(left), Inches(top)
    shape.width, shape.height = Inches(width), Inches(height)
