"""What stands in a box: its records or its theme, with the place of every line. Knows no Django."""

from dataclasses import dataclass, replace

from .boxes import Detail
from .chart import Mark, Point
from .lettering import cut, width, wrap

# Left of the words: the shape of the kind, and the number. In rows both stand on one line.
GUTTER = 42
ROW_GUTTER = 49
PAD = 9
ROW_PAD = 6
EDGE = 10
HEADING = 20
MARK = 17
SIGN = 16
# What shape and number need.
LEAST = 25
# What a finger needs, where the sheet is a screen: as high as it takes.
TARGET = 24
# Where on a line its letters stand.
BASE = 0.74


@dataclass(frozen=True)
class Line:
    """Words whose baseline begins at x, y; `style` names a set of letters (see drawing)."""

    words: str
    x: float
    y: float
    style: str


@dataclass(frozen=True)
class Part:
    """One link in a box: to a record (`point`), or to all that stands under its theme.

    `glyph` is the place of the shape of its kind, `sign` that of the shape of its mark.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    point: Point | None = None
    glyph: tuple | None = None
    sign: tuple | None = None
    x: float = 0
    y: float = 0

    @property
    def mark(self) -> Mark | None:
        return self.point and self.point.mark

    def moved(self, x, y):
        return replace(
            self,
            x=self.x + x,
            y=self.y + y,
            lines=tuple(replace(line, x=line.x + x, y=line.y + y) for line in self.lines),
            glyph=self.glyph and (self.glyph[0] + x, self.glyph[1] + y),
            sign=self.sign and (self.sign[0] + x, self.sign[1] + y),
        )


def natural_height(box, room, sheet):
    """What the words of a box need."""
    if sheet.bare or box.is_passage:
        return 0
    pad = ROW_PAD if box.detail == Detail.ROWS else PAD
    return 2 * pad + sum(part.height for part in stacked(box, room, sheet))


def parts(box, x, y, room, height, sheet):
    """The parts of a box of this place and size, whose words stand in its middle."""
    if sheet.bare or box.is_passage:
        return ()
    some = stacked(box, room, sheet)
    top = y + (height - sum(part.height for part in some)) / 2
    if len(some) == 1:
        # A lone part is as high as its box, so that all of the box leads on.
        return (replace(some[0].moved(x, top), y=y, height=height),)
    placed = []
    for part in some:
        placed.append(part.moved(x, top))
        top += part.height
    return tuple(placed)


def stacked(box, room, sheet):
    """The parts of a box from top to bottom, each as if it stood alone."""
    if box.detail < Detail.ROWS:
        return [record(box.points[0], box.detail, room, sheet)]
    if box.detail == Detail.COUNTS:
        return [count(box, room, sheet)]
    some = [heading(box, room, sheet), *(row(point, room, sheet) for point in box.points)]
    return some if sheet.tallest else [roomy(part) for part in some]


def roomy(part):
    """As high as a finger needs, its words in the middle."""
    above = (TARGET - part.height) / 2
    return replace(part.moved(0, above), y=0, height=TARGET) if above > 0 else part


def record(point, detail, room, sheet):
    """A box of its own: shape over number, then the title, and below it the mark."""
    title = point.heading if detail == Detail.TITLES else point.short_heading
    words = wrap(title, sheet.size, room - GUTTER - EDGE)
    below = len(words) * sheet.leading
    wanted = below + (MARK if point.mark else 0)
    height = max(LEAST, wanted)
    below += (height - wanted) / 2
    lines = set_lines(words, GUTTER, sheet.leading, "title", (height - wanted) / 2)
    middle = GUTTER / 2 + 1
    lines.append(Line(point.number, middle, height / 2 + 15, "number"))
    sign = None
    if point.mark:
        lines.append(Line(point.mark.word, GUTTER + SIGN, below + BASE * MARK, "word"))
        sign = (GUTTER, below + BASE * MARK - 10)
    return Part(room, height, tuple(lines), point, (middle, height / 2 - 6), sign)


def row(point, room, sheet):
    """One line: shape, number, short title and mark; the mark below where it has no room."""
    leading = sheet.leading + 0.5
    free = room - ROW_GUTTER - EDGE
    words = wrap(point.short_heading, sheet.size, free)
    lines = set_lines(words, ROW_GUTTER, leading, "row")
    first, last = lines[0].y, lines[-1].y
    lines.append(Line(point.number, 23, first, "number start"))
    height, sign = len(words) * leading, None
    if point.mark:
        needed = SIGN + width(point.mark.word, sheet.small)
        x, y = room - EDGE - needed, last
        if width(words[-1], sheet.size) + EDGE + needed > free:
            x, y, height = ROW_GUTTER, last + MARK - 1, height + MARK - 1
        lines.append(Line(point.mark.word, x + SIGN, y, "word"))
        sign = (x, y - 10)
    return Part(room, height, tuple(lines), point, (14, first - 4.5), sign)


def heading(box, room, sheet):
    name = cut(box.heading, sheet.small, room - 2 * EDGE - 30)
    after = EDGE + width(name, sheet.small) + 6
    y = 0.66 * HEADING
    words = Line(name, EDGE, y, "heading"), Line(str(len(box.points)), after, y, "count")
    return Part(room, HEADING, words)


def count(box, room, sheet):
    """A theme with its number of records alone."""
    names = wrap(box.heading, sheet.size, room - GUTTER - EDGE, 2)
    number = len(box.points)
    said = f"{number} {box.points[0].kind}{'' if number == 1 else 's'}"
    below = len(names) * sheet.leading
    lines = set_lines(names, GUTTER, sheet.leading, "heading large")
    lines.append(Line(said, GUTTER, below + 0.7 * MARK, "count"))
    height = below + MARK
    return Part(room, height, tuple(lines), glyph=(GUTTER / 2 + 1, height / 2))


def set_lines(words, x, leading, style, top=0):
    return [Line(line, x, top + (n + BASE) * leading, style) for n, line in enumerate(words)]
