"""A list as an Excel file, read back as openpyxl reads it."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from findings.formats import workbook
from findings.formats.document import Run

DAY = datetime.date(2026, 7, 2)
LINK = "https://ics.example/findings/ICS18-F01/"


def made(rows, title="Two records", names=("title", "day")):
    cover = [("Day", DAY), (Run("Stands", tone="stands"), "It holds.")]
    return workbook.write(workbook.Readable(title, cover, [("A", 11), ("B", 30)], names, rows))


def read(content):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets


def one(**changes):
    cells = {"link": Run("ICS18-F01", url=LINK), "verdict": Run("Overtaken", tone="overtaken")}
    return [(list((cells | changes).values()), ["A title", DAY])]


def test_three_sheets_that_explain_are_read_and_hold_all():
    cover, short, full = read(made(one()))
    assert [sheet.title for sheet in (cover, short, full)] == ["Read me", "To read", "All columns"]
    assert (cover["B3"].value.date(), cover["B4"].value) == (DAY, "It holds.")
    assert short["A2"].hyperlink.target == LINK
    assert (short["B2"].value, short["B2"].fill.fgColor.rgb) == ("Overtaken", "FFD5DBE3")
    assert short["B2"].alignment.wrap_text is True
    assert (short.auto_filter.ref, short.freeze_panes) == ("A1:B2", "B2")
    assert (short.print_title_rows, short.page_setup.orientation) == ("$1:$1", "landscape")
    # As wide as a page, which is what Excel takes where nothing is said, and as long as need be.
    assert (short.page_setup.fitToWidth, short.page_setup.fitToHeight) == (None, 0)
    assert full["B2"].value.date() == DAY


def test_the_whole_is_a_table_of_excel_as_long_as_its_rows():
    full = read(made(one() * 7))[2]
    [table] = full.tables.values()
    assert (table.ref, table.autoFilter.ref) == ("A1:B8", "A1:B8")
    assert [column.name for column in table.tableColumns] == ["title", "day"]
    assert read(made([]))[2].tables["Records"].ref == "A1:B2"


def test_a_row_is_as_tall_as_its_longest_text():
    short = read(made(one(verdict="a" * 61)))[1]
    assert short.row_dimensions[2].height == 45


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "'=1", "＝1"])
def test_no_cell_is_a_formula(text):
    hostile = [([text, text], [text, text])]
    for sheet in read(made(hostile, title=text))[1:]:
        assert [cell.data_type for cell in sheet[2]] == ["s", "s"]
        assert sheet["A2"].value == f"'{text}"
    assert read(made(hostile, title=text))[0]["A1"].value == f"'{text}"


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_has_a_sign_in_its_place(odd):
    rows = [([f"a{odd}b", Run(f"a{odd}b", url=f"{LINK}{odd}")], [f"a{odd}b", ""])]
    for sheet in read(made(rows, title=f"a{odd}b"))[1:]:
        assert sheet["A2"].value == "a�b"


def test_what_excel_cannot_hold_stays_a_text():
    early, far = datetime.date(1899, 5, 1), f"{LINK}{'a' * 2000}"
    short = read(made([([early, Run("there", url=far)], ["a" * 40_000, ""])]))[1]
    assert (short["A2"].value, short["B2"].value) == ("1899-05-01", "there")
    assert short["B2"].hyperlink is None


def test_the_same_rows_give_the_same_bytes_which_no_clock_has_seen():
    first = made(one())
    assert made(one()) == first
    stamps = {part.date_time for part in zipfile.ZipFile(io.BytesIO(first)).infolist()}
    assert stamps == {(1980, 1, 31, 0, 0, 0)}


def test_rows_are_written_as_they_come():
    asked = []

    def rows():
        for number in range(3):
            asked.append(number)
            yield one()[0]

    made(rows())
    assert asked == [0, 1, 2]
