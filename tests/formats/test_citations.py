"""The files are read back with parsers that others wrote."""

import json
import string
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from findings.formats.citations import (
    SPECIAL,
    Quotation,
    bibtex,
    csl_json,
    date_in,
    harvard,
    long_date,
    plain,
    ris,
    vancouver,
)

QUOTATION = Quotation(
    author="Care & Co",
    title="Future of care",
    published="20 November 2018",
    issued=(2018, 11, 20),
    place="paragraph 8",
    kind="finding",
    reference="ICS18-F03",
    heading="Goodwill counts",
    version=2,
    versioned=(2026, 6, 3),
    caveats=("Stated in the source", "Overtaken, as of 2 July 2026", ""),
    checked=(2026, 7, 2),
    url="https://example.org/findings/ICS18-F03/v2/",
)
UNDATED = replace(QUOTATION, published="undated", issued=(), checked=(), place="")
TEXTS = st.text(min_size=1, max_size=60).filter(str.strip)
# What is in a text of one line: the rest of white space becomes one space.
LINES = st.text(string.printable + "é“”–€", min_size=1, max_size=60).filter(str.strip)


def one_line(text):
    return " ".join(text.split())


def test_each_style_says_the_work_first_and_where_it_was_read():
    where = (
        "Read on ICS Leadership, finding ICS18-F03 (“Goodwill counts”), version 2, 3 June 2026. "
        "Stated in the source. Overtaken, as of 2 July 2026."
    )
    address = "https://example.org/findings/ICS18-F03/v2/"
    assert plain(QUOTATION) == (
        f"Care & Co, “Future of care”, 20 November 2018, paragraph 8. {where} {address}"
    )
    assert harvard(QUOTATION) == (
        f"Care & Co (2018) ‘Future of care’, 20 November 2018, paragraph 8. {where} "
        f"Available at: {address}"
    )
    assert vancouver(QUOTATION) == (
        "Care & Co. Future of care [Internet]. 2018 Nov 20 [cited 2026 Jul 2]; paragraph 8. "
        f"{where} Available from: {address}"
    )


@pytest.mark.parametrize(
    ("checked", "issued", "accessed"),
    [
        ((2026, 7, 2), (2018, 11, 20), "2026/07/02"),
        ((2026, 7, 2), (2026, 11, 28), "2026/11/28"),
        ((), (2018,), "2026/06/03"),
        ((2024, 1, 1), (), "2026/06/03"),
    ],
)
def test_nobody_read_it_before_it_was_there(checked, issued, accessed):
    quotation = replace(QUOTATION, checked=checked, issued=issued)
    day = tuple(map(int, accessed.split("/")))
    assert f"Y2  - {accessed}\r\n" in ris(quotation)
    assert f"urldate = {{{accessed.replace('/', '-')}}}" in bibtex(quotation)
    assert json.loads(csl_json(quotation))[0]["accessed"] == {"date-parts": [list(day)]}
    assert f"[cited {day[0]} " in vancouver(quotation)


def test_what_is_undated_says_so():
    assert harvard(UNDATED).startswith("Care & Co (no date) ‘Future of care’, undated. Read")
    assert vancouver(UNDATED).startswith(
        "Care & Co. Future of care [Internet]. date unknown [cited 2026 Jun 3]. Read"
    )


def test_ris_is_read_back_by_rispy():
    assert rispy.loads(ris(QUOTATION)) == [
        {
            "type_of_reference": "ELEC",
            "authors": ["Care & Co"],
            "title": "Future of care",
            "year": "2018",
            "date": "2018/11/20",
            "secondary_title": "ICS Leadership",
            "name_of_database": "ICS Leadership",
            "accession_number": "ICS18-F03",
            "edition": "2",
            "note": "paragraph 8",
            "notes": [QUOTATION.notes],
            "access_date": "2026/07/02",
            "language": "en-GB",
            "urls": ["https://example.org/findings/ICS18-F03/v2/"],
        }
    ]
    assert "year" not in rispy.loads(ris(UNDATED))[0]


@given(LINES, LINES)
def test_no_text_breaks_out_of_a_line_of_ris(title, author):
    (entry,) = rispy.loads(ris(replace(QUOTATION, title=title, author=author)))
    assert (entry["title"], entry["authors"]) == (one_line(title), [one_line(author)])


def read_bibtex(text):
    parser = bibtexparser.bparser.BibTexParser(interpolate_strings=False)
    (entry,) = parser.parse(text).entries
    return entry


def test_bibtex_is_read_back_by_bibtexparser():
    assert read_bibtex(bibtex(QUOTATION)) == {
        "ENTRYTYPE": "misc",
        "ID": "ICS18-F03-v2",
        "author": r"{Care \& Co}",
        "title": "{Future of care}",
        "year": "2018",
        "date": "2018-11-20",
        "howpublished": (
            "ICS Leadership, finding ICS18-F03 (“Goodwill counts”), version 2, 3 June 2026"
        ),
        "note": "Paragraph 8. Stated in the source. Overtaken, as of 2 July 2026.",
        "url": "https://example.org/findings/ICS18-F03/v2/",
        "urldate": "2026-07-02",
        "language": "british",
    }
    assert "year" not in read_bibtex(bibtex(UNDATED))


@given(LINES)
def test_no_text_breaks_out_of_a_field_of_bibtex(title):
    entry = read_bibtex(bibtex(replace(QUOTATION, title=title)))
    text = entry["title"].removeprefix("{").removesuffix("}")
    # Undone in one pass, as TeX reads it.
    for sign, escape in SPECIAL.items():
        text = text.replace(escape, f"\0{ord(sign)}\0")
    parts = text.split("\0")
    text = "".join(chr(int(part)) if place % 2 else part for place, part in enumerate(parts))
    assert text == one_line(title)
    assert entry["year"] == "2018"


def test_csl_json_is_set_by_citeproc():
    item = json.loads(csl_json(QUOTATION))[0]
    assert item["author"] == [{"literal": "Care & Co"}]
    assert item["issued"] == {"date-parts": [[2018, 11, 20]]}
    assert item["note"].startswith("Paragraph 8. Read on ICS Leadership, finding ICS18-F03")
    assert (item["number"], item["version"]) == ("ICS18-F03", "2")
    assert set_by_citeproc(QUOTATION) == (
        "Care & Co (2018) Future of care, ICS Leadership. Available at: "
        "https://example.org/findings/ICS18-F03/v2/ (Accessed: July 2, 2026)."
    )


def set_by_citeproc(quotation):
    source = CiteProcJSON(json.loads(csl_json(quotation)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatters.plain)
    bibliography.register(Citation([CitationItem(quotation.key)]))
    return str(bibliography.bibliography()[0])


@given(TEXTS)
def test_csl_json_holds_any_text(title):
    assert json.loads(csl_json(replace(QUOTATION, title=title)))[0]["title"] == title


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20 November 2018", (2018, 11, 20)),
        ("September 2018", (2018, 9)),
        ("2018", (2018,)),
        ("Spring 2018", (2018,)),
        ("published in 2018, read later", (2018,)),
        ("undated", ()),
        ("", ()),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(text, date):
    assert date_in(text) == date


@pytest.mark.parametrize(
    ("date", "text"),
    [((2018, 11, 20), "20 November 2018"), ((2018, 9), "September 2018"), ((), "")],
)
def test_a_date_is_said_as_far_as_it_goes(date, text):
    assert long_date(date) == text
