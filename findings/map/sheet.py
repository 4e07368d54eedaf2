"""The measures of a drawing of the map, in its own units. Knows no Django."""

from dataclasses import dataclass, replace

# A4 on its side and what its margins leave, in points; and what the frame takes of that.
PAGE = (841.9, 595.3)
MARGIN = 22.7
PAPER = tuple(side - 2 * MARGIN for side in PAGE)
FRAME = 44
# The smallest letters that paper bears, in points.
LEAST = 8


@dataclass(frozen=True)
class Sheet:
    """`columns` are the widths of findings, skills and recommendations.

    `tallest` bounds the height, so that columns say less rather than grow. `brief` says as
    little as can be from the start. `bare` draws the threads alone.
    """

    width: float = 1060
    columns: tuple = (398, 200, 264)
    tallest: float | None = None
    brief: bool = False
    bare: bool = False
    heads: bool = True
    # So many records of a column have a box each.
    most: int = 16
    # Letters, and the distance between lines of them.
    size: float = 14
    small: float = 12.5
    leading: float = 18
    # Strands, and what is free between braids, boxes and columns.
    pitch: float = 3.4
    braid_gap: float = 4.5
    box_gap: float = 8
    widest_gap: float = 54
    tallest_stack: float = 132

    @property
    def lefts(self):
        """Where each column begins."""
        first, second, third = self.columns
        free = (self.width - first - second - third) / 2
        return (0, first + free, self.width - third)

    @property
    def tight(self):
        """The same with everything but the letters closer together."""
        return replace(self, pitch=1.8, braid_gap=2, box_gap=3, tallest_stack=60)

    @property
    def top(self):
        """Where the boxes begin."""
        return 34 if self.heads else 2


SCREEN = Sheet()
STRIP = Sheet(
    width=800, columns=(262, 210, 222), brief=True, most=6, box_gap=7, widest_gap=16,
    tallest_stack=60, braid_gap=4,
)  # fmt: skip
# What the paper bears beside its frame, in units of a drawing as wide as the paper.
SCALE = PAPER[0] / SCREEN.width
PRINTED = Sheet(tallest=(PAPER[1] - FRAME) / SCALE)
# Threads alone: of everything, and of one audience or theme.
HERO = Sheet(
    width=760, columns=(2, 6, 2), brief=True, bare=True, heads=False,
    pitch=5, braid_gap=9, widest_gap=200, tallest_stack=400, box_gap=26,
)  # fmt: skip
ART = Sheet(
    width=900, columns=(2, 6, 2), brief=True, bare=True, heads=False,
    pitch=4, braid_gap=5, widest_gap=200, tallest_stack=400, box_gap=8,
)  # fmt: skip
