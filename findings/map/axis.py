"""The time axis, drawn: where each event stands. Pure: knows neither Django nor the database.

Across, everything is in per cent of the width, so that the drawing fits any screen without
being scaled; upwards, in pixels. Marks that would touch at the narrowest width stand in lanes
above each other.
"""

import datetime
from dataclasses import dataclass

NARROWEST = 700  # pixels: below it the drawing isn't shown
MARK = 24  # what a mark takes, so that a finger finds it
GAP = 3
LANE = MARK + GAP
LABEL = 22
EDGE = 2.0  # per cent left free at either end


@dataclass(frozen=True)
class Mark:
    """An event: a bar from `x` over `width` where its time is long, else a dot at `x`."""

    event: object
    x: str
    y: int
    width: str

    @property
    def is_bar(self):
        return bool(self.width)


@dataclass(frozen=True)
class Line:
    """A day that is marked over the whole height, and on which side its label stands."""

    label: str
    x: str
    y: int
    anchor: str


@dataclass(frozen=True)
class Axis:
    height: int
    base: int
    top: int
    years: tuple
    marks: tuple
    lines: tuple


@dataclass(frozen=True)
class Scale:
    """From the first day of the first year to the last day of the last one."""

    first: int
    last: int

    def at(self, day):
        start = datetime.date(self.first, 1, 1)
        whole = (datetime.date(self.last, 12, 31) - start).days
        return EDGE + (100 - 2 * EDGE) * (day - start).days / whole


def draw(events, days, span):
    """The Axis for `events`, which have `date` and `last_day`, from `span`, (first, last) year.

    `days` are days to be marked with a line: [(date, label), ...].
    """
    scale = Scale(*span)
    placed = in_lanes([(event, *extent(event, scale)) for event in events])
    top = LABEL * len(days) + GAP
    lanes = max((lane for *_, lane in placed), default=0) + 1
    base = top + lanes * LANE + GAP
    return Axis(
        height=base + LABEL + GAP,
        base=base,
        top=top,
        years=tuple(
            (year, percent(scale.at(datetime.date(year, 1, 1))))
            for year in range(span[0], span[1] + 1)
        ),
        marks=tuple(mark(event, left, right, base, lane) for event, left, right, lane in placed),
        lines=tuple(line(day, label, scale, row) for row, (day, label) in enumerate(days)),
    )


def extent(event, scale):
    """(left, right) of an event in per cent; never less than a mark takes."""
    left, right = scale.at(event.date), scale.at(event.last_day)
    least = 100 * MARK / NARROWEST
    if right - left < least:
        middle = (left + right) / 2
        return middle - least / 2, middle + least / 2
    return left, right


def in_lanes(extents):
    """[(event, left, right, lane)]: each in the lowest lane in which it touches nothing."""
    ends, placed = [], []
    gap = 100 * GAP / NARROWEST
    for event, left, right in sorted(extents, key=lambda each: each[1:]):
        lane = next((n for n, end in enumerate(ends) if end + gap <= left), len(ends))
        ends[lane : lane + 1] = [right]
        placed.append((event, left, right, lane))
    return placed


def mark(event, left, right, base, lane):
    y = base - GAP - lane * LANE - MARK // 2
    if right - left > 100 * MARK / NARROWEST + 1e-9:
        return Mark(event, percent(left), y, percent(right - left))
    return Mark(event, percent((left + right) / 2), y, "")


def line(day, label, scale, row):
    x = scale.at(day)
    anchor = "start" if x < 25 else "end" if x > 75 else "middle"
    return Line(label, percent(x), row * LABEL + LABEL - GAP, anchor)


def percent(number):
    return f"{number:.2f}%"
