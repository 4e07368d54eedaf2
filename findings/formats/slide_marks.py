"""The sign of each verdict as a drawing on a slide, in the shapes of the site."""

from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

# On a square of 14: lines of points, and whether each is a filled area.
TRIANGLE = [(7, 1.5), (13, 12.5), (1, 12.5), (7, 1.5)]
DRAWINGS = {
    "stands": [([(1.5, 7.5), (5.2, 11.2), (12.5, 3)], False)],
    "partly-overtaken": [
        (TRIANGLE, False),
        ([(7, 1.5), (7, 12.5), (1, 12.5), (7, 1.5)], True),
    ],
    "overtaken": [([(2, 2), (12, 12)], False), ([(12, 2), (2, 12)], False)],
    "unsettled": [
        ([(2, y), (3.3, y - 1.3), (4.7, y - 1.3), (7, y), (9.3, y + 1), (10.7, y + 1), (12, y)], 0)
        for y in (5.3, 9.8)
    ],
    "not-checked": [
        ([(4, 4.6), (4.6, 2.6), (7, 1.6), (9.4, 2.8), (9.8, 5), (7.6, 7.2), (7, 9.2)], False),
        ([(7, 11.3), (7, 12.8)], False),
    ],
}
AS_PUBLISHED = [([(2, y), (12, y)], False) for y in (4.5, 9.5)]
SQUARE, FINE = 14, 1_000


def draw(slide, verdict, words, place, ink):
    """Draws the sign at (left, top, size); `words` is what it says to whoever doesn't see it."""
    left, top, size = place
    group = slide.shapes.add_group_shape()
    for points, is_filled in DRAWINGS.get(verdict, AS_PUBLISHED):
        add_line(group, points, is_filled, ink, (left, top, size))
    group.name = "Verdict"
    group._element.nvGrpSpPr.cNvPr.set("descr", words)


def add_line(group, points, is_filled, ink, place):
    left, top, size = place
    scaled = [(round(x * FINE), round(y * FINE)) for x, y in points]
    builder = group.shapes.build_freeform(*scaled[0], scale=size / (SQUARE * FINE))
    builder.add_line_segments(scaled[1:], close=is_filled)
    shape = builder.convert_to_shape(Emu(left), Emu(top))
    shape.line.color.rgb = ink
    shape.line.width = Pt(6)
    shape.shadow.inherit = False
    if is_filled:
        shape.fill.solid()
        shape.fill.fore_color.rgb = ink
    else:
        shape.fill.background()


def rgb(colour):
    return RGBColor.from_string(colour[1:].upper())
