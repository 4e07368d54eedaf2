"""Where everything stands on the map: a Chart on a Sheet becomes a Layout. Knows no Django.

Boxes stand in three columns, in the order in which threads cross least. A box is as high as
its words and its threads need. On each side of a box threads are sorted by the height of their
other end, so that none cross at a box.
"""

from dataclasses import dataclass
from functools import lru_cache

from . import ordering
from .boxes import Box, Detail, details, gather
from .chart import COLUMNS, Chart, Strand
from .parts import Part, natural_height, parts

# More braids than these are not drawn past the skills; the list has their links all the same.
MOST_DIRECT = 8
# The strand of a link whose ends reach no audience in common.
NOBODY = Strand("", False)


@dataclass(frozen=True)
class Placed:
    box: Box
    x: float
    y: float
    width: float
    height: float
    parts: tuple[Part, ...]

    @property
    def middle(self):
        return self.y + self.height / 2


@dataclass(frozen=True)
class Thread:
    """The braid from one box to the next, for all `links` between their records.

    It runs from x0 to x1; `ends` has for each strand its height there and there. `across` is how
    far it runs straight on, past a column in which it has no box.
    """

    links: tuple
    strands: tuple[Strand, ...]
    x0: float
    x1: float
    ends: tuple
    across: float


@dataclass(frozen=True)
class Layout:
    chart: Chart
    sheet: object
    height: float
    boxes: tuple[Placed, ...]
    threads: tuple[Thread, ...]
    # Strands that cross strands: as drawn, and as they would in reading order.
    crossings: int
    unsorted: int

    @property
    def undrawn(self):
        """How many links stand in the list alone."""
        drawn = {link for thread in self.threads for link in thread.links}
        return len(set(self.chart.links) - drawn)

    @property
    def columns(self):
        """The boxes of each column, from top to bottom."""
        return [[each for each in self.boxes if each.box.column == n] for n in range(len(COLUMNS))]

    def points(self, column):
        """The records of a column, in the order in which they are drawn."""
        return [point for placed in self.columns[column] for point in placed.box.points]


def arrange(chart, sheet):
    """The richest Layout of `chart` that fits on `sheet`: where it is too tall, the tallest
    column that can say less does so, until it fits; and last all is drawn closer."""
    points = [[each for each in chart.points if each.column == n] for n in range(len(COLUMNS))]
    ways = [details(some, sheet) for some in points]
    while True:
        columns = [
            gather(some, n, way[0], chart.themes)
            for n, (some, way) in enumerate(zip(points, ways, strict=True))
        ]
        found = placed(chart, columns, sheet)
        shorter = [n for n, way in enumerate(ways) if len(way) > 1]
        if sheet.tallest is None or found.height <= sheet.tallest:
            return found
        if not shorter:
            return placed(chart, columns, sheet.tight)
        tallest = max(shorter, key=lambda n: used(found.columns[n]))
        ways[tallest] = ways[tallest][1:]


def used(column):
    return sum(each.height for each in column)


def placed(chart, columns, sheet):
    """The Layout of these boxes."""
    braids = braids_of(chart, columns)
    for (_, far), (_, _) in list(braids.items()):
        if is_passage(far):
            columns[1].append(Box(far, 1, Detail.TITLES))
    weights = {ends: len(strands) for ends, (strands, _) in braids.items()}
    keys = [[box.key for box in column] for column in columns]
    ordered = in_order(tuple(map(tuple, keys)), tuple(weights.items()))
    by_key = {box.key: box for column in columns for box in column}
    boxes = stand([[by_key[key] for key in column] for column in ordered], weights, sheet)
    bottom = max((each.y + each.height for each in boxes.values()), default=sheet.top)
    return Layout(
        chart, sheet, bottom + 4, tuple(boxes.values()), tuple(spun(braids, boxes, sheet)),
        ordering.crossings(ordered, weights), ordering.crossings(keys, weights),
    )  # fmt: skip


@lru_cache(maxsize=256)
def in_order(keys, weights):
    """The keys of each column in their order; a column that says less keeps its boxes."""
    return ordering.order([list(column) for column in keys], dict(weights))


def passage(ends):
    """The key of the place where a link passes the skills."""
    return "past " + " ".join(ends)


def is_passage(key):
    return key.startswith("past ")


def braids_of(chart, columns):
    """{(key of a box, key of the next): (strands, links)} for all links between records."""
    home = {
        point.reference: box.key for column in columns for box in column for point in box.points
    }
    links = {}
    for link in chart.calls + chart.builds:
        links.setdefault((home[link[0]], home[link[1]]), []).append(link)
    if len({(home[near], home[far]) for near, far in chart.direct}) <= MOST_DIRECT:
        for near, far in chart.direct:
            past = passage((home[near], home[far]))
            for step in ((home[near], past), (past, home[far])):
                links.setdefault(step, []).append((near, far))
    return {ends: (merged(chart, some), tuple(some)) for ends, some in links.items()}


def merged(chart, links):
    """One braid for several links: a strand is named where it is in any of them."""
    named = {}
    for link in links:
        for strand in chart.strands(link):
            named[strand.audience] = named.get(strand.audience, False) or strand.named
    strands = tuple(Strand(each, named[each]) for each in chart.audiences if each in named)
    return strands or (NOBODY,)


def stand(columns, weights, sheet):
    """{key: Placed}: the columns, each spread over the height of the tallest."""
    heights = {box.key: height_of(box, weights, sheet) for column in columns for box in column}
    whole = max(needed(column, heights, sheet) for column in columns)
    boxes = {}
    for n, column in enumerate(columns):
        x, width = sheet.lefts[n], sheet.columns[n]
        used = sum(heights[box.key] for box in column)
        free = (whole - used) / (len(column) - 1) if len(column) > 1 else 0
        gap = min(max(free, sheet.box_gap), sheet.widest_gap)
        y = sheet.top + (whole - used - gap * (len(column) - 1)) / 2
        for box in column:
            height = heights[box.key]
            own = parts(box, x, y, width, height, sheet)
            boxes[box.key] = Placed(box, x, y, width, height, own)
            y += height + gap
    return boxes


def needed(column, heights, sheet):
    return sum(heights[box.key] for box in column) + sheet.box_gap * max(0, len(column) - 1)


def height_of(box, weights, sheet):
    stacks = [stack(box.key, side, weights, sheet) for side in (0, 1)]
    room = min(max(stacks), sheet.tallest_stack) + (0 if box.is_passage else 12)
    return max(natural_height(box, sheet.columns[box.column], sheet), room)


def stack(key, side, weights, sheet):
    """How high the threads that begin (side 0) or end (side 1) at a box stand upon each other."""
    some = [weight for ends, weight in weights.items() if ends[side] == key]
    return sheet.pitch * sum(some) + sheet.braid_gap * max(0, len(some) - 1)


def spun(braids, boxes, sheet):
    """The threads, each strand at its heights."""
    starts, stops = ports(braids, boxes, sheet, 0), ports(braids, boxes, sheet, 1)
    for (near, far), (strands, links) in braids.items():
        left, right = boxes[near], boxes[far]
        across = left.width if left.box.is_passage else 0
        ends = zip(starts[near, far], stops[near, far], strict=True)
        yield Thread(links, strands, left.x + left.width, right.x, tuple(ends), across)


def ports(braids, boxes, sheet, side):
    """{ends: heights of the strands} at one side of every box; pressed together to fit it."""
    found = {}
    for key, placed in boxes.items():
        own = sorted(
            (ends for ends in braids if ends[side] == key),
            key=lambda ends: boxes[ends[1 - side]].middle,
        )
        weights = {ends: len(braids[ends][0]) for ends in own}
        whole = stack(key, side, weights, sheet)
        room = placed.height - (0 if placed.box.is_passage else 8)
        press = min(1, room / whole) if whole else 1
        y = placed.middle - whole * press / 2
        for ends in own:
            step = sheet.pitch * press
            found[ends] = tuple(y + step * (n + 0.5) for n in range(weights[ends]))
            y += step * weights[ends] + sheet.braid_gap * press
    return found
