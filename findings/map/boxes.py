"""How the records of a column are gathered into boxes. Knows no Django.

Up to 16 records have a box each. Beyond that they stand by theme: as rows under the name of
the theme, or as its number of records where even rows would be too many.
"""

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from .chart import Point

MOST_ROWS = 32
MOST_THEMES = 10
OTHER = ("", "Other themes")


class Detail(IntEnum):
    """How much a column says, from most to least."""

    TITLES = 0
    SHORT_TITLES = 1
    ROWS = 2
    COUNTS = 3


@dataclass(frozen=True)
class Box:
    """One record, or those of one theme; without any, the place where a link passes a column."""

    key: str
    column: int
    detail: Detail
    points: tuple[Point, ...] = ()
    theme: str = ""
    heading: str = ""

    @property
    def is_passage(self):
        return not self.points


def details(points, sheet):
    """The ways to show a column of these points on a sheet, the richest first."""
    if len(points) <= sheet.most:
        ways = list(Detail)
    elif len(points) <= MOST_ROWS:
        ways = [Detail.ROWS, Detail.COUNTS]
    else:
        return [Detail.COUNTS]
    if sheet.brief:
        return [Detail.SHORT_TITLES if ways[0] == Detail.TITLES else Detail.COUNTS]
    return ways if sheet.tallest else ways[:1]


def gather(points, column, detail, themes):
    """The boxes of a column. `themes` is ((slug, name), ...) in the order of the site."""
    if detail < Detail.ROWS:
        return [Box(point.reference, column, detail, (point,)) for point in points]
    return [
        Box(f"{column}-{slug}", column, detail, tuple(some), slug, name)
        for (slug, name), some in by_theme(points, themes)
    ]


def by_theme(points, themes):
    """[((slug, name), points)]: each point once, under as few themes as can be.

    Again and again the theme that most of those left bear takes them all; the earlier theme
    where two are alike. What comes after MOST_THEMES, or bears no theme, is among the others.
    """
    left, groups = list(points), []
    while left and len(groups) < MOST_THEMES - 1:
        borne = Counter(slug for each in left for slug in each.themes)
        slug, name = max(themes, key=lambda theme: borne[theme[0]], default=OTHER)
        if not borne[slug]:
            break
        groups.append(((slug, name), [each for each in left if slug in each.themes]))
        left = [each for each in left if slug not in each.themes]
    return [*groups, (OTHER, left)] if left else groups
