"""The code on paper, read back from a picture of the page."""

from dataclasses import replace

import pytest

from findings.formats import markdown, pdf, word
from findings.formats.document import Code, Run, values

from .papers import codes_in, codes_in_word, document, pdf_text, squeezed

SHORT = "https://ics.example/p/ICS18.R02?printed=2026-12-04"
# As many records as a paper holds, from two reports, each at a version of its own.
LONGEST = "https://leadership.example.org/p/" + "ICS18.R02@12.PBP25.F03@1." * 10 + "S9?printed=x"


@pytest.mark.parametrize("address", [SHORT, LONGEST])
def test_a_camera_reads_the_code_on_a_page_at_its_size(address):
    paper = document(Code(address, ["See ", Run(address, url=address)]))
    words = {"document": paper.told}
    page = pdf.compiled(pdf.TEMPLATE, words, format="png", ppi=150)
    assert codes_in(page) == [address]
    assert codes_in_word(word.write(paper)) == [address]


def test_its_text_says_the_address_too():
    paper = replace(document(Code(SHORT, ["See ", Run(SHORT, url=SHORT)])), title="T")
    assert SHORT in squeezed(pdf_text(pdf.write(paper)))
    assert f"See [{SHORT}](<{SHORT}>)" in markdown.write(paper).decode()
    assert values(paper)["blocks"][0]["svg"].startswith("<svg")
