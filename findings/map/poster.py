"""The map as a sheet of A4 on its side, in one SVG that bears all it needs. Knows no Django.

It bears its colours as attributes, always the light ones, and names our font first: where that
is missing, a common one of the same width stands in.
"""

from dataclasses import dataclass
from pathlib import Path

from findings.formats import colours
from findings.formats.pdf import compiled

from .drawing import Pen, at, body, number, text
from .lettering import cut, width
from .sheet import MARGIN, PAGE, PAPER, SCALE

INK, SOFT, RULE, CONTROL = "#131c31", "#465067", "#d5dbe3", "#6b7589"
HUES = {audience: colour for audience, (colour, _) in colours.AUDIENCES.items()}
SANS = "Hanken Grotesk, Arial, Helvetica, sans-serif"
SERIF = "Newsreader, Georgia, serif"
BOLD = {"font-weight": "700"}
ATTRIBUTES = {
    "s": {"fill": "none", "stroke": INK, "stroke-width": "1.5"},
    "named": {"stroke-width": "3.2"},
    "stroke-nobody": {"stroke": CONTROL, "stroke-dasharray": "2 3"},
    **{f"stroke-{audience}": {"stroke": hue} for audience, hue in HUES.items()},
    "box": {"fill": "#fff", "stroke": CONTROL, "stroke-width": "1.2"},
    "overtaken": {"stroke-dasharray": "3 3"},
    "partly-overtaken": {"stroke-dasharray": "9 3"},
    "sign": {"fill": INK, "stroke": INK, "stroke-dasharray": "none"},
    "hit": {"fill": "none"},
    "beside": {"fill": SOFT},
    "head": {"font-weight": "700"},
    "quiet": {"font-weight": "400", "fill": SOFT},
    "number": {"font-size": "12", "text-anchor": "middle", "fill": SOFT},
    "start": {"text-anchor": "start"},
    "heading": BOLD | {"font-size": "12.5"},
    "large": {"font-size": "14"},
    "count": {"font-size": "12.5", "fill": SOFT},
    "word": BOLD | {"font-size": "12.5"},
}
# Of the frame: title above, legend beside it, and what to know below.
TITLE = 25
SMALL = 12.5
# In the legend: what a shape takes, and what is free between two entries.
SHAPE, APART = 23, 16
TEMPLATE = Path(__file__).with_name("poster.typ")
# Of the picture: dots for each inch of A4.
DOTS = 200


@dataclass(frozen=True)
class Frame:
    """What stands round the map. `audiences` is ((slug, name), ...); `notes` stand below."""

    title: str
    summary: str
    audiences: tuple
    notes: tuple
    theme_url: object
    origin: str


def svg(layout, frame):
    """The sheet, 1 unit being as much of A4 as the map needs to fill it."""
    pen = Pen(ATTRIBUTES, theme_url=frame.theme_url, origin=frame.origin)
    wide, high = (side / SCALE for side in PAGE)
    edge, top = MARGIN / SCALE, MARGIN / SCALE + TITLE + 6
    room = PAPER[0] / SCALE
    foot = high - edge - 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(wide)} {number(high)}" '
        f'width="297mm" height="210mm" role="group" aria-labelledby="title summary" '
        f'font-family="{SANS}" font-size="14" fill="{INK}">'
        f'<title id="title">{text(frame.title)}</title>'
        f'<desc id="summary">{text(frame.summary)}</desc>'
        f'<rect width="{number(wide)}" height="{number(high)}" fill="#fff"/>'
        f"<g {at(edge, edge)}>{title(frame, room)}{legend(frame, room)}</g>"
        f"<g {at(edge, top)}>{body(layout, pen)}</g>"
        f"<g {at(edge, foot)}>{notes(frame, room)}</g></svg>"
    )


def title(frame, room):
    words = cut(frame.title, TITLE, room * 0.45)
    return (
        f'<text y="{TITLE - 6}" font-family="{SERIF}" font-weight="500" font-size="{TITLE}">'
        f"{text(words)}</text>"
    )


def legend(frame, room):
    """At the right end of the line: the audiences, and what thick and thin mean."""
    entries = [hue(*audience) for audience in frame.audiences]
    entries += [stroke("3.2", "one end names it"), stroke("1.5", "both addressed to all")]
    widths = [SHAPE + width(words, SMALL) for _, words in entries]
    x = room - sum(widths) - APART * (len(widths) - 1)
    drawn = []
    for (shape, words), own in zip(entries, widths, strict=True):
        label = f'<text x="{SHAPE}" y="4.5" font-size="{SMALL}">{text(words)}</text>'
        drawn.append(f"<g {at(x, 13)}>{shape}{label}</g>")
        x += own + APART
    return "".join(drawn)


def hue(slug, name):
    letter = (
        f'<text x="9" y="4" font-size="12" text-anchor="middle" fill="#fff">{text(name[0])}</text>'
    )
    return f'<circle cx="9" r="9" fill="{HUES.get(slug, INK)}"/>{letter}', name


def stroke(thickness, words):
    return f'<path d="M-8 0h26" stroke="{INK}" stroke-width="{thickness}"/>', words


def notes(frame, room):
    words = cut("  ·  ".join(frame.notes), SMALL, room)
    return f'<text font-size="{SMALL}" fill="{SOFT}">{text(words)}</text>'


def pdf(layout, frame):
    """One page, tagged, with the frame's summary in place of the drawing."""
    return compiled(TEMPLATE, inputs(layout, frame), format="pdf", pdf_standards="ua-1")


def png(layout, frame):
    return compiled(TEMPLATE, inputs(layout, frame), format="png", ppi=DOTS)


def inputs(layout, frame):
    return {"svg": svg(layout, frame), "title": frame.title, "summary": frame.summary}
