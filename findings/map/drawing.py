"""A Layout as SVG text. Knows no Django.

On a page everything bears classes, which the stylesheets colour. A file of its own bears its
colours and letters itself, as attributes, so that it needs no style at all.
"""

from dataclasses import dataclass
from html import escape

from findings.formats import xml

from .chart import COLUMNS

# Shapes round 0, 0: of the kinds (12 to 16 wide), and of the marks (12 wide, from 0, 0).
GLYPHS = {
    "finding": '<circle r="6"/>',
    "skill": '<path d="M0-7.5L7.5 0L0 7.5L-7.5 0z"/>',
    "recommendation": '<path d="M-7-6H2L8 0L2 6H-7z"/>',
}
SIGNS = {
    "overtaken": '<path d="M2 2l8 8M10 2l-8 8" fill="none" stroke-width="2.2"/>',
    "partly-overtaken": '<path d="M6 1.5l5 9.500H1z" fill="none" stroke-width="1.6"/>'
    '<path d="M6 1.500v9H1z" stroke="none"/>',
    "review": '<circle cx="6" cy="6" r="4.8" fill="none" stroke-width="1.6"/>'
    '<path d="M6 3v3.200l2 1.400" fill="none" stroke-width="1.6"/>',
}
# No XML can hold these, not even escaped.


@dataclass(frozen=True)
class Pen:
    """How a drawing is painted: by classes, or by the attributes that stand for each.

    `attributes` is {class: {attribute: value}}; of several classes the last has the word. `lit`
    gives ids to all that can be lit. `theme_url` tells the address of a theme by its slug; all
    addresses follow upon `origin`.
    """

    attributes: dict | None = None
    linked: bool = True
    lit: bool = False
    theme_url: object = None
    origin: str = ""
    # The reference of the record whose page it is drawn on.
    own: str = ""

    def paint(self, *names):
        if self.attributes is None:
            return f' class="{" ".join(names)}"'
        merged = {}
        for name in names:
            merged |= self.attributes.get(name, {})
        return "".join(f' {name}="{value}"' for name, value in merged.items())

    @property
    def number(self):
        """How lengths are spelt: in whole ones on a screen, which has no finer, and doesn't stretch
        them to a sheet."""
        return whole if self.attributes is None else number

    def id(self, name):
        return f' id="{name}"' if self.lit else ""


def text(words):
    """Words as they may stand between tags or in an attribute."""
    return escape(xml.fit(words, "\ufffd"))


def number(value):
    """A length in as few signs as tell it apart: 12, 3.5, -.5."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.", "-.") if value else "0"


def whole(value):
    return f"{value:.0f}"


def at(x, y, scale=1):
    size = "" if scale == 1 else f" scale({scale})"
    return f'transform="translate({number(x)} {number(y)}){size}"'


def body(layout, pen):
    """What stands inside the <svg>: headings, threads, boxes."""
    drawn = [*heads(layout, pen), *threads(layout, pen)]
    for n, kind in enumerate(COLUMNS):
        boxes = [box(placed, layout, pen) for placed in layout.columns[n] if placed.parts]
        if boxes:
            role = f' role="list" aria-label="{kind.capitalize()}s"' if pen.linked else ""
            drawn.append(f"<g{role}>{''.join(boxes)}</g>")
    return "".join(drawn)


def heads(layout, pen):
    if not layout.sheet.heads:
        return
    for n, kind in enumerate(COLUMNS):
        count = len(layout.points(n))
        if count:
            word = f"{kind.capitalize()}{'' if count == 1 else 's'}"
            yield (
                f'<g{pen.paint("head")} aria-hidden="true" {at(layout.sheet.lefts[n], 14)}>'
                f"<g {at(9, 0)}>{GLYPHS[kind]}</g>"
                f'<text x="25" y="5.5">{word}'
                f'<tspan{pen.paint("quiet")} dx="7">{count}</tspan></text></g>'
            )


def threads(layout, pen):
    """A group for each thread, so that each can be lit."""
    alone = ["alone"] if len(layout.chart.audiences) == 1 else []
    yield f'<g{pen.paint("threads", *alone)} aria-hidden="true">'
    for n, thread in enumerate(layout.threads, 1):
        strands = "".join(
            f'<path{pen.paint(*strand_names(strand))} d="{curve(thread, *ends, pen.number)}"/>'
            for strand, ends in zip(thread.strands, thread.ends, strict=True)
        )
        yield f"<g{pen.id(thread_name(n))}>{strands}</g>" if pen.lit else strands
    yield "</g>"


def strand_names(strand):
    return ("s", f"stroke-{strand.audience or 'nobody'}", *(["named"] if strand.named else []))


def curve(thread, start, stop, number=number):
    wide = thread.x1 - thread.x0
    bend = wide / 2
    past = f"M{number(thread.x0 - thread.across)} {number(start)}h{number(thread.across)}"
    begin = past if thread.across else f"M{number(thread.x0)} {number(start)}"
    rise = number(stop - start)
    return f"{begin}c{number(bend)} 0 {number(bend)} {rise} {number(wide)} {rise}"


def box(placed, layout, pen):
    """A box with one link is that link; a box with rows has a list of them."""
    parts = [part(each, placed, layout, pen) for each in placed.parts]
    role = ' role="listitem"' if pen.linked else ""
    if len(parts) == 1:
        return f"<g{role}>{parts[0]}</g>"
    frame = rectangle(placed, pen, "box", "shared")
    if not pen.linked:
        return f"{frame}{''.join(parts)}"
    rows = "".join(f'<g role="listitem">{each}</g>' for each in parts[1:])
    label = f'role="list" aria-label="{text(placed.box.heading)}"'
    return f"<g{role}>{frame}{parts[0]}<g {label}>{rows}</g></g>"


def part(part, placed, layout, pen):
    box = placed.box
    own = ["own"] if part.point and part.point.reference == pen.own else []
    drawn = rectangle(part, pen, *frame_names(part, placed), *own)
    if part.glyph:
        shape = at(*part.glyph, 1 if len(placed.parts) == 1 else 0.7)
        drawn += f"<g{pen.paint('glyph')} {shape}>{GLYPHS[box.points[0].kind]}</g>"
    if part.sign:
        sign = SIGNS[part.mark.sign]
        drawn += f"<g{pen.paint(part.mark.sign, 'sign')} {at(*part.sign)}>{sign}</g>"
    drawn += "".join(lettered(part.lines, pen))
    if not pen.linked:
        return drawn
    url = part.point.url if part.point else pen.theme_url(box.theme)
    name = said_of(part.point, layout.chart) if part.point else said_of_theme(box)
    names = ["part", *([] if any(point.asked for point in part_points(part, box)) else ["beside"])]
    return (
        f"<a{pen.paint(*names)}{pen.id(part_name(part, placed, layout))} "
        f'href="{text(pen.origin + url)}" aria-label="{text(name)}">{drawn}</a>'
    )


def frame_names(part, placed):
    """The part of a lone box bears its frame; a row only takes the pointer."""
    if len(placed.parts) > 1:
        return ["hit"]
    return ["box", *([part.mark.sign] if part.mark else [])]


def part_points(part, box):
    return (part.point,) if part.point else box.points


def rectangle(area, pen, *names):
    return (
        f'<rect{pen.paint(*names)} x="{pen.number(area.x)}" y="{pen.number(area.y)}" '
        f'width="{pen.number(area.width)}" height="{pen.number(area.height)}" rx="7"/>'
    )


# What can be lit, by name: a record by its reference, a theme by its box, a thread by its place.


def part_name(part, placed, layout):
    return part.point.reference if part.point else f"b{layout.boxes.index(placed) + 1}"


def thread_name(place):
    return f"t{place}"


def lettered(lines, pen):
    """Lines of one style share a <text>."""
    styles = {}
    for line in lines:
        styles.setdefault(line.style, []).append(line)
    for style, some in styles.items():
        words = "".join(
            f'<tspan x="{pen.number(line.x)}" y="{pen.number(line.y)}">{text(line.words)}</tspan> '
            for line in some
        ).rstrip()
        yield f"<text{pen.paint(*style.split())}>{words}</text>"


def said_of(point, chart):
    """A link by name: it begins with the words that it shows."""
    mark = f" {point.mark.word}." if point.mark else ""
    linked = chart.linked(point.reference)
    counts = [(sum(each.kind == kind for each in linked), kind) for kind in COLUMNS]
    ends = [f"{count} {kind}{'' if count == 1 else 's'}" for count, kind in counts if count]
    return (
        f"{point.number} {point.heading}.{mark} {point.kind.capitalize()}, "
        f"{'connects to ' + ' and '.join(ends) if ends else 'not connected'}"
    )


def said_of_theme(box):
    number = len(box.points)
    kind = box.points[0].kind
    return f"{box.heading}: {number} {kind}{'' if number == 1 else 's'}"


def bars(layout, pen):
    """Where the threads of a bare drawing meet: a bar for each box of the middle column."""
    for placed in layout.columns[1]:
        if not placed.box.is_passage and placed.height > 12:
            yield (
                f'<rect{pen.paint("bar")} x="{pen.number(placed.x)}" y="{pen.number(placed.y)}" '
                f'width="{pen.number(placed.width)}" height="{pen.number(placed.height)}" rx="3"/>'
            )


def bare(layout, pen):
    """Threads and bars alone, one path for all strands that look alike."""
    paths = {}
    for thread in layout.threads:
        for strand, ends in zip(thread.strands, thread.ends, strict=True):
            paths.setdefault(strand_names(strand), []).append(curve(thread, *ends, pen.number))
    drawn = "".join(
        f'<path{pen.paint(*names)} d="{"".join(some)}"/>' for names, some in paths.items()
    )
    return f"<g{pen.paint('threads')}>{drawn}</g>{''.join(bars(layout, pen))}"
