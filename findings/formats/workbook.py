"""A list as an Excel file that is read: what it is, a sheet for people, the whole table.

Written row by row to the disk, so that a long list takes no more memory than a short one.
"""

import datetime
import io
import math
from typing import NamedTuple

import xlsxwriter

from . import xml
from .document import Run
from .tables import guarded

NAMES = ("Read me", "To read", "All columns")
MADE = datetime.datetime(2018, 11, 20)  # noqa: DTZ001 (what XlsxWriter takes)
# Excel knows no earlier day, opens no file with more links in a sheet, and no longer text.
EARLIEST = datetime.date(1900, 3, 1)
MOST_LINKS = 65_000
LONGEST_LINK = 2_000
LONGEST = 32_000
WIDE = 28
# In points, as is the tallest row.
LINE, MOST_LINES = 15, 26
# By verdict: the ink of its word and the ground behind it.
TONES = {
    "stands": ("#21613a", "#e9f5ed"),
    "partly-overtaken": ("#7a4a00", "#fff6e0"),
    "overtaken": ("#131c31", "#d5dbe3"),
}
OTHER = ("#465067", "#f4f6f8")
FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"} | {
    "bottom": 1,
    "bottom_color": "#d5dbe3",
}
HEAD = {"bold": True, "font_color": "#ffffff", "bg_color": "#131c31"}
LINK = {"font_color": "#24418f", "underline": 1}


class Readable(NamedTuple):
    """The workbook of a list: `cover` is [(label, text or Run), ...], `columns` the [(name, width
    in letters), ...] of the sheet for people, `names` all columns, and `rows` yields a record at
    a time as (cells of the one, cells of the other): texts, days, numbers or Runs."""

    title: str
    cover: list
    columns: list
    names: list
    rows: object


def write(readable):
    """The bytes of an XLSX file. The same content gives the same bytes."""
    stream = io.BytesIO()
    options = {"constant_memory": True, "default_date_format": "d mmm yyyy"}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": xml.fit(readable.title)[:255], "created": MADE})
        looks = Looks(book)
        cover, short, full = (book.add_worksheet(name) for name in NAMES)
        explain(cover, readable, looks)
        lay_out(short, readable, looks)
        fill(short, full, readable, looks)
    return stream.getvalue()


class Looks:
    """The formats of cells, each made once: a link, a day, a word of a verdict, or a text."""

    def __init__(self, book):
        self.book = book
        self.made = {}

    def of(self, **wanted):
        key = tuple(wanted.items())
        if key not in self.made:
            self.made[key] = self.book.add_format(FONT | wanted)
        return self.made[key]

    def name(self):
        return self.of(text_wrap=True, **HEAD)

    def look(self, cell, *, wrapped, bold=False):
        if isinstance(cell, Run) and cell.url:
            return self.of(text_wrap=wrapped, **LINK)
        if isinstance(cell, Run) and cell.tone:
            ink, ground = TONES.get(cell.tone, OTHER)
            return self.of(text_wrap=wrapped, bold=True, font_color=ink, bg_color=ground)
        if isinstance(cell, datetime.date):
            return self.of(num_format="d mmm yyyy", align="left")
        if isinstance(cell, int):
            return self.of(align="left")
        return self.of(text_wrap=wrapped, bold=bold)


def explain(sheet, readable, looks):
    """What was asked, what the sheets hold, and on what terms: a label and a text in each row."""
    widths = (24, 96)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    title = looks.of(font_size=16, bold=True)
    sheet.write_string(0, 0, texted(readable.title), title)
    for number, (label, said) in enumerate(readable.cover, 2):
        sheet.set_row(number, height((label, said), widths))
        put(sheet, number, 0, label, looks, wrapped=True, bold=True)
        put(sheet, number, 1, said, looks, wrapped=True)


def lay_out(sheet, readable, looks):
    """The sheet for people: as wide as a page of A4, its header on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&8&A&R&8Page &P of &N")
    sheet.freeze_panes(1, 1)
    for place, (name, width) in enumerate(readable.columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, looks.name())


def fill(short, full, readable, looks):
    """Both tables at once, so that each record is asked for once and then forgotten."""
    widths = [width for _, width in readable.columns]
    full.freeze_panes(1, 1)
    full.set_landscape()
    full.set_paper(9)
    full.set_column(0, len(readable.names) - 1, WIDE)
    for place, name in enumerate(readable.names):
        full.write_string(0, place, name, looks.name())
    number = 0
    for number, (told, whole) in enumerate(readable.rows, 1):
        short.set_row(number, height(told, widths))
        for sheet, cells in ((short, told), (full, whole)):
            for place, cell in enumerate(cells):
                if cell != "":
                    put(sheet, number, place, cell, looks, wrapped=sheet is short)
    short.autofilter(0, 0, number, len(readable.columns) - 1)
    if not number:
        # A table of Excel has a row at least.
        full.write_blank(1, 0, None, looks.of())
    as_table(full, readable.names, max(number, 1), looks)


def height(cells, widths):
    """Of a row, so that all of each text is seen: not every program makes room by itself."""
    lengths = (len(cell.text if isinstance(cell, Run) else str(cell)) for cell in cells)
    lines = max(math.ceil(length / width) for length, width in zip(lengths, widths, strict=True))
    return LINE * min(max(lines, 1), MOST_LINES)


def put(sheet, row, place, cell, looks, **how):
    look = looks.look(cell, **how)
    text, url = (cell.text, cell.url) if isinstance(cell, Run) else (cell, "")
    if isinstance(text, datetime.date) and text >= EARLIEST:
        sheet.write_datetime(row, place, text, look)
    elif isinstance(text, int):
        sheet.write_number(row, place, text, look)
    elif url and len(url) <= LONGEST_LINK and row < MOST_LINKS:
        sheet.write_url(row, place, xml.fit(url), look, texted(text))
    else:
        sheet.write_string(row, place, texted(str(text)), look)


def texted(text):
    """A text as Excel takes it: no formula, and nothing that XML can't hold."""
    return guarded(xml.fit(text, "�"))[:LONGEST]


def as_table(sheet, names, last, looks):
    """Makes the rows a table of Excel. XlsxWriter keeps every cell of a table in mind and so has
    none in this mode: it is told of the first row alone, and how far the table goes after that."""
    header = [{"header": name, "header_format": looks.name()} for name in names]
    sheet.constant_memory = False
    options = {"name": "Records", "columns": header, "style": "Table Style Light 1"}
    sheet.add_table(0, 0, 1, len(names) - 1, options)
    sheet.constant_memory = True
    area = f"A1:{xlsxwriter.utility.xl_rowcol_to_cell(last, len(names) - 1)}"
    sheet.tables[-1] |= {"range": area, "a_range": area, "autofilter": area}
