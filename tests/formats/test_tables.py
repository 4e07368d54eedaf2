"""Files of rows: what is written is read back the same, and what is no table says so."""

import datetime
import io
import json
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.formats import tables, uploads
from findings.publishing.fields import Day, Fault

COLUMNS = ["reference", "title", "themes", "verdicts"]


def row(**changes):
    return {"reference": "A", "title": "B", "themes": [], "verdicts": []} | changes


def again(form, rows):
    """The rows as an import takes them from the file."""
    return [
        {
            column: tables.value_of(cell, is_list=column in ("themes", "verdicts"))
            if isinstance(cell, str)
            else cell
            for column, cell in read.items()
        }
        for _, read in uploads.read(tables.write(form, COLUMNS, rows))
    ]


@pytest.mark.parametrize("form", tables.MEDIA_TYPES)
@pytest.mark.parametrize(
    "title",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "'quoted'",
        "''",
        "1e5",
        "2022-07-01",
        "007",
        "TRUE",
        'a "b", c; d',
        "two\nlines",
        "two\r\nlines",
        "_x0041_",
        "\x0b\x1f",
        "＝1",
        "😀 é \u202e",
        "[not json",
    ],
)
def test_any_text_comes_back_as_it_was(form, title):
    rows = [row(title=title, themes=["a", "b"], verdicts=[{"verdict": "stands", "checked": None}])]
    assert again(form, rows) == rows


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_written_is_read(titles):
    rows = [row(title=title) for title in titles]
    for form in tables.MEDIA_TYPES:
        assert again(form, rows) == rows


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "'=1", "＝1"])
def test_no_cell_is_a_formula(text):
    rows = [row(reference=text, title=text)]
    sheet = openpyxl.load_workbook(io.BytesIO(tables.write("xlsx", COLUMNS, rows))).worksheets[0]
    assert {cell.data_type for cell in sheet[2] if cell.value} == {"s"}
    assert sheet["A2"].value[0] == "'"
    csv = tables.write("csv", COLUMNS, rows).decode("utf-8-sig").splitlines()[1]
    assert csv.lstrip('"')[0] == "'"


def spreadsheet(rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for cells in rows:
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def packed(name, content):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return stream.getvalue()


HOSTILE = {
    "nothing": (b"", "The file is empty."),
    "blank lines": (b"\n\n", "The file is empty."),
    "an unclosed quote": (b'reference,title\nA,"B\nC,D\n', "a quotation mark is not closed"),
    "a NUL": (b"reference\nA\0B\n", "NUL"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\xff", "no CSV in UTF-8"),
    "another zip": (packed("a.txt", b"a"), "can’t be opened"),
    "a broken zip": (b"PK\x03\x04" + b"x" * 100, "can’t be opened"),
    "a zip bomb": (packed("xl/workbook.xml", b"0" * 40_000_000), "too large when it is unpacked"),
    "deep JSON": (b"[" * 200_000, "JSON"),
    "deep JSON that ends": (b"[" * 100_000 + b"]" * 100_000, "JSON"),
    "broken JSON": (b'[{"a": 1},]', "The JSON is broken"),
    "NaN": (b'[{"a": NaN}]', "NaN is no number"),
    "a huge number": (b'[{"a": ' + b"9" * 5000 + b"}]", "JSON is broken"),
    "half a character": (b'[{"a": "\\ud800"}]', "half a character"),
    "a JSON of another shape": (b'{"a": 1}', "must be a list of rows"),
    "a list of numbers": (b"[1]", "must be a list of rows"),
    "a column twice": (b"title,title\na,b\n", "The column “title” stands twice."),
    "more cells than columns": (b"title\na,b\n", "Row 2 has more cells"),
    "too many columns": (b",".join(b"%d" % number for number in range(201)), "200 columns"),
    "a line of nothing but commas": (b"," * 4_900_000, "more than 5,000 cells"),
    "a second line of commas": (b"title\n" + b"," * 4_900_000, "more than 5,000 cells"),
    "too many rows": (b"a\n" + b"b\n" * 5001, "more than 5,000 rows"),
    "too many rows of JSON": (json.dumps([{}] * 5001).encode(), "more than 5,000 rows"),
    "too many bytes": (b"a" * 5_000_001, "larger than 5 MB"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_table_says_so(name):
    content, sentence = HOSTILE[name]
    with pytest.raises(uploads.TableFault) as fault:
        list(uploads.read(content))
    assert sentence in str(fault.value)


# What becomes of one part of a spreadsheet that was damaged on its way.
DAMAGES = {
    "emptied": lambda part: b"",
    "cut": lambda part: part[: len(part) // 2],
    "no XML": lambda part: b"\x00\xff<<" + part,
    "without attributes": lambda part: re.sub(rb' [\w:]+="[^"]*"', b"", part),
    "with other numbers": lambda part: re.sub(rb"[0-9]+", b"99999999999", part),
    "with words for numbers": lambda part: re.sub(rb'"[0-9]+"', b'"x"', part),
    "with other names": lambda part: re.sub(rb"<(/?)\w", rb"<\1z", part),
    "without an end": lambda part: re.sub(rb"</\w+>$", b"", part),
    "with another date": lambda part: re.sub(rb"<v>[0-9]+</v>", b"<v>1e308</v>", part),
    "with shared texts": lambda part: part.replace(b'"inlineStr"', b'"s"').replace(b"<is>", b"<v>"),
}


def damaged(content, name, damage):
    """A spreadsheet with one of its parts changed; left out where `damage` is None."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
            elif damage:
                new.writestr(part, damage(old.read(part)))
    return stream.getvalue()


def test_a_spreadsheet_damaged_in_any_part_is_read_or_refused_in_words():
    dated = spreadsheet([["reference", "day"], ["A", datetime.date(2025, 7, 3)], ["B", 5]])
    refused = 0
    for content in (dated, tables.write("xlsx", COLUMNS, [row()])):
        for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
            for damage in (None, *DAMAGES.values()):
                try:
                    uploads.read(damaged(content, name, damage))
                except uploads.TableFault as fault:
                    refused += str(fault).endswith(".")
    assert refused > 60
    with pytest.raises(uploads.TableFault, match="damaged"):
        uploads.read(dated[:-200])


def test_a_spreadsheet_of_600_000_rows_is_not_unpacked(monkeypatch):
    sheet = b"<row/>" * 6_000_000
    monkeypatch.setattr(openpyxl, "load_workbook", lambda *args, **options: pytest.fail("opened"))
    with pytest.raises(uploads.TableFault, match="too large when it is unpacked"):
        uploads.read(packed("xl/worksheets/sheet1.xml", sheet))


def test_a_long_sheet_is_read_no_further_than_the_limit():
    with pytest.raises(uploads.TableFault, match="more than 5,000 rows"):
        uploads.read(spreadsheet([["title"], *(["a"] for _ in range(20_000))]))


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbftitle\na\n",
        "title\na\n".encode("utf-16"),
        b"title;reference\na;\n",
        b"title\treference\na\t\n",
        b"title\r\na\r\n",
        b" title ,\na,\n\n",
    ],
)
def test_files_as_spreadsheets_save_them_are_read(content):
    [(number, cells)] = uploads.read(content)
    assert (number, cells["title"]) == (2, "a")


def test_a_csv_file_comes_line_by_line_and_the_mark_once():
    rows = iter([row(), row(title="=1")])
    lines = tables.stream_csv(COLUMNS, rows)
    assert next(lines) == "\ufeffreference,title,themes,verdicts\r\n".encode()
    assert next(lines) == b"A,B,,\r\n"
    assert len(list(rows)) == 1
    assert b"".join(tables.stream_csv(COLUMNS, [row()])) == tables.write("csv", COLUMNS, [row()])


def test_the_same_rows_give_the_same_spreadsheet():
    first = tables.write_xlsx(COLUMNS, [row()], title="A list")
    assert tables.write_xlsx(COLUMNS, [row()], title="A list") == first
    book = openpyxl.load_workbook(io.BytesIO(first))
    assert book.properties.title == "A list"
    assert book.properties.modified == tables.NO_TIME
    assert [cell.font.bold for cell in book.active[1]] == [True] * 4
    assert [cell.font.bold for cell in book.active[2]] == [False] * 4
    assert book.active.freeze_panes == "A2"


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_the_title_of_a_spreadsheet_holds_what_xml_can(odd):
    content = tables.write_xlsx(COLUMNS, [row()], title=f"a{odd}b")
    assert openpyxl.load_workbook(io.BytesIO(content)).properties.title == "ab"


def test_a_foreign_apostrophe_stays_and_ours_goes():
    content = b"reference,body\nICS18-F01,'Twas the night\nICS18-F02,'=1+1\n"
    assert [row["body"] for _, row in uploads.read(content)] == ["'Twas the night", "=1+1"]


def test_names_of_columns_in_any_case_and_blank_cells():
    content = b"Reference , TITLE, \nICS18-F01,A title, \n , , \n"
    assert uploads.read(content) == [(2, {"reference": "ICS18-F01", "title": "A title"})]


@pytest.mark.parametrize("hidden", [True, False])
def test_a_sheet_before_the_rows_and_real_dates(hidden):
    book = openpyxl.Workbook()
    book.active.title = "Read me"
    if hidden:
        book.active.sheet_state = "hidden"
    sheet = book.create_sheet("Rows")
    sheet.append(["slug", "published_on"])
    sheet.append(["a-plan", datetime.datetime(2025, 7, 3)])  # noqa: DTZ001 (as in a cell)
    stream = io.BytesIO()
    book.save(stream)
    assert uploads.read(stream.getvalue()) == [
        (2, {"slug": "a-plan", "published_on": "2025-07-03"})
    ]


def sheets(**rows):
    """A workbook with a sheet for each name, the bytes of it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in rows.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for cells in lines:
            sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_cover_sheet_and_a_title_above_the_names_are_passed_over():
    lines = [["Our findings, July 2025"], [], ["Reference", "Title"], ["A", "B"]]
    content = sheets(Read_me=[["How to use this"]], Findings=lines, Notes=[["x"]])
    table = uploads.read(content, COLUMNS)
    assert table == [(4, {"reference": "A", "title": "B"})]
    assert table.place(4, "title") == "Sheet “Findings”, cell B4"
    assert table.place(4) == "Sheet “Findings”, row 4"
    csv = uploads.read(b"Our findings\n\nReference,Title\nA,B\n", COLUMNS)
    assert (csv, csv.place(4, "title")) == (table, "Cell B4")


def test_an_older_encoding_of_windows_is_read_and_said():
    table = uploads.read("title\n“Café” – now\n".encode("cp1252"))
    assert table == [(2, {"title": "“Café” – now"})]
    assert ["Windows-1252" in sentence for sentence in table.assumed] == [True]
    assert uploads.read("title\nCafé\n".encode()).assumed == []


@pytest.mark.parametrize(
    "written",
    [
        *("03/07/2025", "2025-07-03", "3/7/2025", "03.07.2025", "03-07-2025", "2025/07/03"),
        *("3 July 2025", "03-Jul-2025", "3-Jul-25", "Thursday, 3 July 2025", " 2025-07-03 "),
        *("2025-07-03 00:00:00", "2025-07-03T00:00:00Z"),
    ],
)
def test_a_day_as_a_spreadsheet_in_britain_writes_it(written):
    assert Day("on").parse({"on": written}) == {"on": "2025-07-03"}


@pytest.mark.parametrize(
    "text",
    [
        "name|slug\nZed|zed",
        ",Name *,,Slug:,\n,Zed,,zed,\n,,,,",
        "\ufeff\u200bname,slug\nNAME,Slug\nZed,zed",
        "'name,'slug\nZed,zed",
    ],
)
def test_what_stands_round_the_names_of_columns_falls_away(text):
    [(_, row)] = uploads.read(text.encode(), ["name", "slug"])
    assert row == {"name": "Zed", "slug": "zed"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name,slug\nZed,#REF!", "Cell B2 holds #REF!: a formula went wrong."),
        (b"name,,slug\nZed,x,zed", "Row 2 has more cells than there are columns: see cell B2."),
        (b"<html><table><tr><td>name", "This is no CSV in UTF-8, no XLSX and no JSON."),
        (b"%PDF-1.4\n%\xe2\xe3", "This is no CSV in UTF-8, no XLSX and no JSON."),
    ],
)
def test_what_is_refused_names_the_cell_or_the_way_out(content, said):
    with pytest.raises(uploads.TableFault) as fault:
        uploads.read(content)
    assert str(fault.value).startswith(said)


@pytest.mark.parametrize("written", ["31/02/2025", "07/13/2025", "3/7/25", "July 2025", "44015"])
def test_no_day_is_guessed(written):
    with pytest.raises(Fault, match="is not a date such as"):
        Day("on").parse({"on": written})
