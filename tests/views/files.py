"""Reads the references of the records in a file, in their order, whatever its form."""

import csv
import datetime
import io
import json
import re

import docx
import feedparser
import openpyxl
import pptx
import pypdf


def bytes_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def from_json(content):
    return [record["reference"] for record in json.loads(content)["results"]]


def rows_of_csv(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def from_csv(content):
    return [row["reference"] for row in rows_of_csv(content)]


def rows_of_xlsx(content):
    """Those of the last sheet, which holds all columns, as a CSV file would have them."""
    names, *rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[-1].values
    told = [dict(zip(names, map(in_csv, row), strict=True)) for row in rows]
    return [row for row in told if any(row.values())]


def in_csv(cell):
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def sheets_of_xlsx(content):
    """{name: its rows as they are read} of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


def from_xlsx(content):
    return [row["reference"] for row in rows_of_xlsx(content)]


def from_atom(content):
    read = feedparser.parse(content)
    assert read.bozo is False
    return [entry.id.rstrip("/").rpartition("/")[2] for entry in read.entries]


def from_docx(content):
    tables = docx.Document(io.BytesIO(content)).tables
    cells = [row.cells[0] for table in tables for row in table.rows[1:]]
    return [cell.paragraphs[0].hyperlinks[0].text for cell in cells]


def text_of_pdf(content):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def spoken(sheets):
    """All cells of a workbook as text."""
    rows = (row for rows in sheets.values() for row in rows)
    return "\n".join(in_csv(cell) for row in rows for cell in row)


def slides_of(content):
    """[texts, its notes last] of each slide."""
    return [
        [
            *(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame),
            slide.notes_slide.notes_text_frame.text,
        ]
        for slide in pptx.Presentation(io.BytesIO(content)).slides
    ]


def text_in(form, content):
    """All words of a file, in whatever form."""
    if form == "docx":
        return "\n".join(docx.Document(io.BytesIO(content)).element.body.itertext())
    if form == "pdf":
        return text_of_pdf(content)
    if form == "pptx":
        return "\n".join(text for slide in slides_of(content) for text in slide)
    if form == "md":
        return content.decode().replace("**", "")
    return spoken(sheets_of_xlsx(content)) if form == "xlsx" else content.decode()


def from_pdf(content):
    """Those of the overview; each stands at the start of a line."""
    lines = text_of_pdf(content).partition("Record by record")[0].splitlines()
    return [line.split()[0] for line in lines if re.match(r"[A-Z]+[0-9]+-[FSR][0-9]", line)]


def from_md(content):
    """Those of the overview, which is the first table."""
    return re.findall(r"^\| \[([A-Z]+[0-9]+-[FSR][0-9]+)\]", content.decode(), re.MULTILINE)


READERS = {
    "json": from_json,
    "csv": from_csv,
    "xlsx": from_xlsx,
    "atom": from_atom,
    "docx": from_docx,
    "pdf": from_pdf,
    "md": from_md,
}


def references(client, address, form, asked=()):
    """The references in the file at `address`.`form`."""
    response = client.get(f"{address}.{form}", asked)
    assert response.status_code == 200, (address, form, asked)
    return READERS[form](bytes_of(response))
