"""A table out of somebody’s CSV, XLSX or JSON file, as a spreadsheet program leaves it.

Read, or refused in a sentence that names the place and the way out.
"""

import csv
import datetime
import io
import re
import zipfile
from itertools import chain, islice, zip_longest

import openpyxl
from openpyxl.utils import get_column_letter

from findings.vocabulary.signs import INVISIBLE

from .tables import loads, unfit, unguarded

MOST_BYTES = 5_000_000
MOST_ROWS = 5_000
UNSEEN = re.compile(f"[{INVISIBLE}]")
# Lines of a sheet that are looked at, blank ones too.
MOST_LINES = 50_000
MOST_COLUMNS = 200
# Commas in one line of a CSV: far more than the longest list in a cell, and soon read.
MOST_IN_A_LINE = 5_000
# What the parts of an XLSX file may unpack to, together.
MOST_UNPACKED = 30_000_000
# Among so many rows at the top the columns are named; above them a title may stand.
TOP = 10
# What a text in an older encoding of Windows has, and what is no text doesn't.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What a spreadsheet shows where a formula came to nothing.
ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
NO_TABLE = (
    "This is no CSV in UTF-8, no XLSX and no JSON. In Excel, save it as “CSV UTF-8” or as XLSX."
)
WINDOWS = (
    "The file is not in UTF-8, so it was read as Windows-1252, as Excel saves “CSV (comma "
    "delimited)”. Look at accents, dashes and quotation marks; if one is wrong, save it as XLSX."
)
DAMAGED = "The spreadsheet is damaged and can’t be opened. Save it anew as XLSX or CSV."


class TableFault(Exception):
    """A file that can't be read as a table, in a sentence for whoever sent it."""


class Table(list):
    """[(row number, {column: value}), ...]; `letters` says where each column stands, `sheet` on
    which sheet, and `assumed` what was taken for granted, in sentences."""

    def __init__(self, rows=(), *, letters=None, sheet="", assumed=()):
        super().__init__(rows)
        self.letters = letters or {}
        self.sheet = sheet
        self.assumed = list(assumed)

    def place(self, number, column=""):
        """Where a value stands, as a spreadsheet would say it."""
        letter = self.letters.get(column)
        if self.sheet:
            place = f"cell {letter}{number}" if letter else f"row {number}"
            return f"Sheet “{self.sheet}”, {place}"
        return f"Cell {letter}{number}" if letter else f"Row {number}"

    def of(self, rows):
        """The same table with these rows alone."""
        return Table(rows, letters=self.letters, sheet=self.sheet, assumed=self.assumed)


def read(content, columns=()):
    """The Table in the file with these bytes, whatever its name; the row that names most of
    `columns` heads it. The values of CSV and XLSX are texts. Raises TableFault."""
    if len(content) > MOST_BYTES:
        raise TableFault(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.")
    if content.startswith(b"PK\x03\x04"):
        return read_xlsx(content, columns)
    text, assumed = decoded(content)
    if text.lstrip().startswith(("<", "%PDF")):
        raise TableFault(NO_TABLE)
    if text.lstrip().startswith(("[", "{")):
        return Table(read_json(text), assumed=assumed)
    return in_columns(read_csv(text), columns, assumed=assumed)


def decoded(content):
    """(the text in these bytes, what was assumed of them)"""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text, assumed = content.decode("utf-16" if wide else "utf-8-sig"), []
    except UnicodeDecodeError:
        text, assumed = in_windows(content), [WINDOWS]
    if "\0" in text:
        raise TableFault("The file holds a NUL character, which no text has.")
    return text, assumed


def in_windows(content):
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise TableFault(NO_TABLE) from None
    if CONTROL.search(text):
        raise TableFault(NO_TABLE)
    return text


def read_csv(text):
    first = text.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    if any(line.count(delimiter) > MOST_IN_A_LINE for line in text.splitlines()):
        raise TableFault(f"A line of the CSV holds more than {MOST_IN_A_LINE:,} cells.")
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [unguarded(cell) for cell in cells]
    except csv.Error as error:
        reason = "a quotation mark is not closed" if "end of data" in str(error) else str(error)
        raise TableFault(f"The CSV is broken: {reason}.") from None


def read_xlsx(content, columns):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise TableFault("The spreadsheet is too large when it is unpacked. Split it.")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = sheet_of_rows(book, columns)
        return in_columns(lines_of(sheet, MOST_LINES), columns, sheet=sheet.title)
    except TableFault:
        raise
    except Exception:  # noqa: BLE001 (of a damaged file the libraries raise whatever they meet)
        raise TableFault(DAMAGED) from None


def sheet_of_rows(book, columns):
    """The sheet called as we call it, or the first that names our columns; hidden ones last."""
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    named = [sheet for sheet in shown if sheet.title.strip().lower() == "rows"]
    sheets = [*named, *shown, *book.worksheets]
    heading = (sheet for sheet in sheets if known_in(list(lines_of(sheet, TOP)), columns))
    return next(heading, sheets[0])


def lines_of(sheet, most):
    for cells in sheet.iter_rows(values_only=True, max_row=most):
        yield [said(cell) for cell in cells]


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


def in_columns(lines, columns, **told):
    """The lines of a table by the names at its head, which keep the numbers of their rows."""
    lines = iter(lines)
    top = list(islice(lines, TOP))
    head = head_of(top, columns)
    names = names_in(top[head]) if top else []
    letters = {name: get_column_letter(n) for n, name in enumerate(names, start=1) if name}
    refuse_names([name for name in names if name])
    table = Table(letters=letters, **told)
    for number, cells in enumerate(chain(top[head + 1 :], lines), start=head + 2):
        refuse_cells(table, names, number, cells)
        # Some repeat the names of the columns, in a second row or on each printed page.
        if any(cell.strip() for cell in cells) and names_in(cells)[: len(names)] != names:
            row = dict(zip_longest(names, cells[: len(names)], fillvalue=""))
            row.pop("", None)
            table.append((number, row))
            refuse_many(len(table))
    return table


def refuse_cells(table, names, number, cells):
    """Raises a TableFault for a cell under no name, or that a spreadsheet could not work out."""
    for n, cell in enumerate(cells):
        place = f"{get_column_letter(n + 1)}{number}"
        if cell.strip() and not (n < len(names) and names[n]):
            message = f"Row {number} has more cells than there are columns: see cell {place}."
            raise TableFault(message)
        if cell in ERRORS:
            where = f"Sheet “{table.sheet}”, cell {place}" if table.sheet else f"Cell {place}"
            raise TableFault(f"{where} holds {cell}: a formula went wrong. Mend it, and save anew.")


def head_of(lines, columns):
    """The index of the line that names the columns."""
    counts = known_in(lines, columns)
    return max(counts, key=counts.get) if counts else 0


def known_in(lines, columns):
    """{index: how many of `columns` it names} of the lines at the top that name any."""
    counts = {n: len({*names_in(line)} & {*columns}) for n, line in enumerate(lines)}
    return {n: count for n, count in counts.items() if count}


def names_in(line):
    """Names of columns, in any case, with blanks or hyphens for the strokes, and without the marks
    that people put beside them."""
    plain = (UNSEEN.sub("", cell).lower().strip(" \t\n\u00a0*:'") for cell in line)
    return ["_".join(name.replace("-", " ").split()) for name in plain]


def refuse_names(names):
    if not names:
        raise TableFault("The file is empty. Its first row must name the columns.")
    if len(names) > MOST_COLUMNS:
        raise TableFault(f"The file has more than {MOST_COLUMNS} columns.")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise TableFault(f"The column “{twice}” stands twice.")


def refuse_many(count):
    if count > MOST_ROWS:
        raise TableFault(f"The file holds more than {MOST_ROWS:,} rows. Split it.")
