"""Tables of rows as CSV, XLSX and JSON files, both ways. What is written is read back the same.

A text stands in its cell as it is, a list of short texts one a line, anything else as JSON. A
text that a spreadsheet would take for a formula gets an apostrophe before it, and one that
begins with an apostrophe gets a second.
"""

import csv
import datetime
import io
import json
import re
import zipfile

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from . import xml
from .packing import repacked

MOST_BYTES = 5_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 200
# Commas in one line of a CSV: far more than the longest list in a cell, and soon read.
MOST_IN_A_LINE = 5_000
# What the parts of an XLSX file may unpack to, together.
MOST_UNPACKED = 30_000_000
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


DAMAGED = "The spreadsheet is damaged and can’t be opened. Save it anew as XLSX or CSV."


class TableFault(Exception):
    """A file that can't be read as a table, in a sentence for whoever sent it."""


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


def write_xlsx(columns, rows, title=""):
    book = openpyxl.Workbook(write_only=True)
    book.properties = DocumentProperties(title=xml.fit(title), creator="", created=NO_TIME)
    sheet = book.create_sheet("rows")
    sheet.freeze_panes = "A2"
    for number in range(len(columns)):
        sheet.column_dimensions[get_column_letter(number + 1)].width = WIDTH
    for number, cells in enumerate(lines_of(columns, rows)):
        sheet.append([typed(sheet, cell, is_name=number == 0) for cell in cells])
    stream = io.BytesIO()
    book.save(stream)
    return repacked(stream, without_time)


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


def read(content):
    """[(row number, {column: value})] of the file with these bytes, whatever its name. The
    values of CSV and XLSX are texts. Raises TableFault."""
    if len(content) > MOST_BYTES:
        raise TableFault(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.")
    if content.startswith(b"PK\x03\x04"):
        return in_columns(read_xlsx(content))
    text = decoded(content)
    if text.lstrip().startswith(("[", "{")):
        return read_json(text)
    return in_columns(read_csv(text))


def decoded(content):
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise TableFault(
            "This is no CSV in UTF-8, no XLSX and no JSON. "
            "In Excel, save it as “CSV UTF-8” or as XLSX."
        ) from None
    if "\0" in text:
        raise TableFault("The file holds a NUL character, which no text has.")
    return text


def read_csv(text):
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    if any(line.count(delimiter) > MOST_IN_A_LINE for line in text.splitlines()):
        raise TableFault(f"A line of the CSV holds more than {MOST_IN_A_LINE:,} cells.")
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [unguarded(cell) for cell in cells]
    except csv.Error as error:
        reason = "a quotation mark is not closed" if "end of data" in str(error) else str(error)
        raise TableFault(f"The CSV is broken: {reason}.") from None


def read_xlsx(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise TableFault("The spreadsheet is too large when it is unpacked. Split it.")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for cells in sheet_of_rows(book).iter_rows(values_only=True, max_row=MOST_ROWS + 2):
            yield [said(cell) for cell in cells]
    except TableFault:
        raise
    except Exception:  # noqa: BLE001 (of a damaged file the libraries raise whatever they meet)
        raise TableFault(DAMAGED) from None


def sheet_of_rows(book):
    """The sheet called as we call it, or the first that is not hidden."""
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    named = [sheet for sheet in shown if sheet.title.strip().lower() == "rows"]
    return [*named, *shown, *book.worksheets][0]


def said(cell):
    """The text of a cell; of a date its day alone."""
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return "" if cell is None else unguarded(unfit(str(cell)))


def read_json(text):
    try:
        rows = loads(text)
        text.encode()
    except UnicodeEncodeError:
        raise TableFault("The file holds half a character.") from None
    except RecursionError:
        raise TableFault("The JSON is nested too deeply.") from None
    except ValueError as error:
        raise TableFault(f"The JSON is broken: {error}.") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TableFault("The JSON must be a list of rows, each with keys and values.")
    refuse_many(len(rows))
    return list(enumerate(rows, start=1))


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


def in_columns(lines):
    """The lines of a table by the names in its first, which keep the numbers of their rows."""
    lines = iter(lines)
    names = [name.strip().lower() for name in next(lines, [])]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise TableFault("The file is empty. Its first row must name the columns.")
    if len(names) > MOST_COLUMNS:
        raise TableFault(f"The file has more than {MOST_COLUMNS} columns.")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise TableFault(f"The column “{twice}” stands twice.")
    rows = []
    for number, cells in enumerate(lines, start=2):
        if any(cell.strip() for cell in cells[len(names) :]):
            raise TableFault(f"Row {number} has more cells than there are columns.")
        if any(cell.strip() for cell in cells):
            padded = cells[: len(names)] + [""] * (len(names) - len(cells))
            rows.append((number, dict(zip(names, padded, strict=True))))
            refuse_many(len(rows))
    return rows


def refuse_many(count):
    if count > MOST_ROWS:
        raise TableFault(f"The file holds more than {MOST_ROWS:,} rows. Split it.")
