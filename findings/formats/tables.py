"""Tables of rows as CSV, XLSX and JSON files. What is written, `uploads` reads back the same.

A text stands in its cell as it is, a list of short texts one a line, anything else as JSON. A
text that a spreadsheet would take for a formula gets an apostrophe before it, and one that
begins with an apostrophe gets a second.
"""

import csv
import datetime
import io
import json
import re

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from . import xml
from .packing import repacked

FORMULA = tuple("=+-@\t\r'＝＋－＠")
# What XML can't hold, and what looks like our way to write it.
UNFIT = re.compile(rf"[{xml.UNWRITABLE}\r]|_x(?=[0-9A-Fa-f]{{4}}_)")
WRITTEN = re.compile(r"_x([0-9A-Fa-f]{4})_")
SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
NO_TIME = datetime.datetime(2018, 11, 20)  # noqa: DTZ001 (what openpyxl takes)
BOLD = Font(bold=True)
WIDTH = 28
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def write(form, columns, rows):
    """The bytes of a file in `form` (csv, xlsx, json) that holds `rows`, a list of dicts."""
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1).encode()
    if form == "csv":
        return b"".join(stream_csv(columns, rows))
    return write_xlsx(columns, rows)


def stream_csv(columns, rows):
    """Yields the bytes of a CSV file, a line at a time."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    # The mark tells spreadsheets that this is UTF-8.
    stream.write("\ufeff")
    for cells in lines_of(columns, rows):
        writer.writerow([guarded(cell) for cell in cells])
        yield stream.getvalue().encode()
        stream.seek(0)
        stream.truncate()


def lines_of(columns, rows):
    """Yields the lines of a table as texts, the names of its columns first."""
    yield list(columns)
    for row in rows:
        yield [cell_of(row[column]) for column in columns]


def write_xlsx(columns, rows, title="", beside=None):
    """The bytes of a spreadsheet; `beside` is a second sheet: (its name, columns, rows)."""
    book = openpyxl.Workbook(write_only=True)
    book.properties = DocumentProperties(title=xml.fit(title), creator="", created=NO_TIME)
    for name, names, lines in (("rows", columns, rows), *([beside] if beside else [])):
        fill(book.create_sheet(name), names, lines)
    stream = io.BytesIO()
    book.save(stream)
    return repacked(stream, without_time)


def fill(sheet, columns, rows):
    sheet.freeze_panes = "A2"
    for number in range(len(columns)):
        sheet.column_dimensions[get_column_letter(number + 1)].width = WIDTH
    for number, cells in enumerate(lines_of(columns, rows)):
        sheet.append([typed(sheet, cell, is_name=number == 0) for cell in cells])


def without_time(name, content):
    """openpyxl writes the time at which it saves."""
    made = NO_TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return SAVED.sub(rb"\g<1>" + made, content) if name == "docProps/core.xml" else content


def typed(sheet, text, *, is_name):
    """A cell that holds text whatever the text looks like; none for no text, which saves time."""
    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=fit(guarded(text)))
    cell.data_type = "s"
    cell.number_format = "@"
    if is_name:
        cell.font = BOLD
    return cell


def fit(text):
    return UNFIT.sub(lambda match: f"_x{ord(match.group()[0]):04X}_{match.group()[1:]}", text)


def unfit(text):
    return WRITTEN.sub(lambda match: chr(int(match.group(1), 16)), text)


def cell_of(value):
    """How a value of a row stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return "\n".join(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value not in ([], ()) else ""


def value_of(cell, *, is_list):
    """The value that stands in a cell. Raises ValueError for broken JSON."""
    if not is_list:
        return cell
    text = cell.strip()
    if text.startswith(("[", "{")):
        return loads(text)
    return [line.strip() for line in text.splitlines() if line.strip()]


def guarded(text):
    return f"'{text}" if text.startswith(FORMULA) else text


def unguarded(text):
    """The text without the apostrophe that `guarded` puts before what begins like a formula, or
    with another; that of somebody else’s file, as in 'Twas, stays."""
    rest = text.removeprefix("'")
    return rest if rest.startswith(FORMULA) else text


def loads(text):
    """JSON as it is written down: no NaN, and no half characters."""

    def refuse(constant):
        raise ValueError(f"{constant} is no number")

    value = json.loads(text, parse_constant=refuse)
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ValueError("it holds half a character") from None
    return value
