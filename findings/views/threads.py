"""The threads of the map on other pages: always those of real links."""

from dataclasses import dataclass

from findings.asking.map import MapQuery
from findings.map import drawing
from findings.map.layout import arrange
from findings.map.sheet import ART, HERO, STRIP
from findings.models.generation import kept
from findings.reading import map as reading

from .mapping import theme_url


@dataclass(frozen=True)
class Picture:
    """An SVG but for its frame."""

    width: float
    height: float
    drawing: str


def picture(chart, sheet, draw, pen):
    layout = arrange(chart, sheet)
    return Picture(sheet.width, round(layout.height), draw(layout, pen))


@kept()
def of_everything():
    """The threads beside the head of the home page."""
    return picture(reading.whole(), HERO, drawing.bare, drawing.Pen())


@kept(most=100)
def of(key, value):
    """The threads of one audience, or of one theme; None where there are none."""
    chart = MapQuery(chosen={key: (value,)}).narrow(reading.whole())
    return picture(chart, ART, drawing.bare, drawing.Pen()) if chart.links else None


def of_record(record):
    """The way through a record: what it rests on, and what it leads to. None without links."""
    chart = reading.around(record)
    pen = drawing.Pen(own=record.reference, theme_url=lambda slug: theme_url(MapQuery(), slug))
    return picture(chart, STRIP, drawing.body, pen) if chart.links else None
