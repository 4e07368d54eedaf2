import io
from dataclasses import replace

import pikepdf
import pytest

from findings.formats import pdf, word
from findings.formats.document import (
    Facts,
    Halves,
    Heading,
    Marked,
    Paragraph,
    Run,
    Table,
    lines,
)
from findings.formats.signs import SIGNS

from .papers import HOSTILE, document, full, opened_pdf, pdf_text, squeezed, styled_lines


@pytest.fixture(scope="module")
def made():
    return pdf.write(full())


def nested_tags(content):
    """[(name of the parent, name), ...] of all structure elements of a PDF."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        waiting, names = [("", opened.Root.StructTreeRoot)], []
        while waiting:
            parent, element = waiting.pop()
            name = str(element.get("/S", ""))
            names.append((parent, name))
            children = element.get("/K", [])
            children = children if isinstance(children, pikepdf.Array) else [children]
            elements = [child for child in children if isinstance(child, pikepdf.Dictionary)]
            waiting += [(name, element) for element in elements]
        return names


def tags(content):
    return [name for _, name in nested_tags(content)]


def test_a_pdf_says_what_the_document_says(made):
    text = squeezed(pdf_text(made))
    for line in lines(full()):
        assert squeezed(line) in text
    assert squeezed(HOSTILE) in text


def test_it_is_tagged_and_names_its_title_and_language(made):
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en-GB"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert told["dc:title"] == "Trust comes first"
            assert told["dc:creator"] == ["The editors"]


def test_its_parts_are_tagged_as_what_they_are(made):
    found = tags(made)
    for name in ("/H1", "/H2", "/P", "/L", "/LI", "/Link", "/Table", "/TH", "/TD", "/Caption"):
        assert name in found
    assert found.count("/TH") == 2
    assert found.count("/TD") == 4


def test_words_stand_in_paragraphs_and_the_like():
    marked = Marked([(Run("F01", url="https://example.org/"), ["Text", Run("x", bold=True)])])
    blocks = [Paragraph("y", style="label"), Heading(1, "z"), Halves([marked], [])]
    found = nested_tags(pdf.write(replace(document(*blocks), label="Finding")))
    loose = {parent for parent, name in found if name in ("/Span", "/Link")}
    assert loose == {"/P"}


def test_its_headings_are_bookmarks(made):
    def titles(entries):
        return [titles(each) if isinstance(each, list) else each.title for each in entries]

    assert titles(opened_pdf(made).outline) == [
        *("What was found", ["In a list", "Facts"], "On one side", "On the other", "Ask aloud"),
    ]


def test_it_is_a4_and_bears_its_day(made):
    opened = opened_pdf(made)
    assert [round(float(side)) for side in opened.pages[0].mediabox[2:]] == [595, 842]
    assert opened.metadata.creation_date.date() == full().dated
    assert "CC BY 4.0" in pdf_text(made)
    assert "Page 1 of" in pdf_text(made)


def fonts_of(content):
    return {
        str(font["/BaseFont"]).partition("+")[2]
        for page in opened_pdf(content).pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }


OURS = {"HankenGrotesk-Regular", "HankenGrotesk-Bold", "Newsreader-Regular"}


def test_it_is_set_in_our_fonts(made):
    assert fonts_of(made) == OURS


def test_names_in_latin_letters_are_set_in_our_fonts():
    names = "Tŷ’r Ŵyl, Łódź, Iași, Győr, Ştefan Yıldız, Đorđe Žižek, Œuvre"
    content = pdf.write(document(Heading(1, names), Paragraph([names, Run(names, bold=True)])))
    assert fonts_of(content) == OURS | {font.replace("-", "Extended-") for font in OURS}
    assert squeezed(names) in squeezed(pdf_text(content))


def test_links_lead_to_their_addresses(made):
    addresses = {
        note["/A"]["/URI"]
        for page in opened_pdf(made).pages
        for note in (each.get_object() for each in page.get("/Annots", []))
    }
    assert addresses == {"https://example.org/8", "https://example.org/list"}


def test_a_long_address_stays_on_the_page_and_is_copied_as_it_is():
    asked = "title=Winter+plan&meeting=Integrated+care+board&date=2026-12-04&item=7&purpose=decide"
    asked += "&asks=Agree+the+winter+plan&record=ICS18-R02&record=ICS18-F01&owner-ICS18-R02=Chair"
    address = f"http://127.0.0.1:8418/paper/?{asked}"
    page = opened_pdf(pdf.write(document(Paragraph([Run(address, url=address)])))).pages[0]
    assert address in page.extract_text().replace("\n", "")
    parts = [each.get_object() for each in page["/Annots"]]
    ends = [part["/Rect"][2] for part in parts if part["/A"]["/URI"] == address]
    assert max(ends) < page.mediabox.width - 56


def test_the_same_document_gives_the_same_bytes(made):
    assert pdf.write(full()) == made


def test_the_header_of_a_long_table_stands_on_every_page():
    rows = [[str(number), "x"] for number in range(90)]
    content = pdf.write(document(Table("Many", ["Number of it", "Sign"], rows)))
    pages = [page.extract_text() for page in opened_pdf(content).pages]
    assert len(pages) > 1
    assert all("Number of it" in page for page in pages)


def pages_with(content, words):
    return [
        number
        for number, page in enumerate(opened_pdf(content).pages)
        if squeezed(words) in squeezed(page.extract_text())
    ]


@pytest.mark.parametrize("filled", range(34, 40))
def test_a_heading_and_what_opens_its_section_stand_on_the_page_of_its_first_entry(filled):
    content = pdf.write(
        document(
            *[Paragraph("Filled")] * filled,
            Heading(1, "A section"),
            Paragraph("This opens it."),
            Heading(2, "Of one kind"),
            Paragraph("Finding ICS18-F01", style="label"),
            Heading(3, "An entry"),
            Paragraph("What it says."),
        )
    )
    assert pages_with(content, "A section") == pages_with(content, "What it says.")


@pytest.mark.parametrize("filled", range(37, 40))
def test_short_facts_stand_on_one_page(filled):
    facts = Facts([(f"Fact {number}", "short") for number in range(5)])
    content = pdf.write(document(*[Paragraph("Filled")] * filled, facts))
    assert pages_with(content, "Fact 0") == pages_with(content, "Fact 4")


@pytest.mark.parametrize("signs", range(96, 108, 4))
def test_a_date_stands_on_one_line(signs):
    text = f"{'x ' * (signs // 2)}checked 2 July 2026 and no later."
    assert "2 July 2026" in pdf_text(pdf.write(document(Paragraph(text))))


def test_every_sign_that_we_promise_can_be_drawn_in_every_weight():
    signs = "".join(chr(code) for first, last in SIGNS for code in range(first, last + 1))
    pdf.write(
        document(Heading(1, signs), Heading(2, signs), Paragraph([signs, Run(signs, bold=True)]))
    )


def test_a_sign_that_no_font_has_is_said_to_be_missing():
    said = squeezed("\ufffd stands for a sign that a PDF of ours can’t draw.")
    for sign in "\u4e2d\u0627\U0001f600":
        text = squeezed(pdf_text(pdf.write(document(Paragraph(f"a{sign}b")))))
        assert "a\ufffdb" in text
        assert said in text
        in_word = styled_lines(word.write(document(Paragraph(f"a{sign}b"))))
        assert f"no font of ours has: {sign}. They" in in_word[-1][1]
        titled = replace(document(Paragraph("a")), title=f"A{sign}")
        assert said in squeezed(pdf_text(pdf.write(titled)))
    assert said not in squeezed(pdf_text(pdf.write(document(Paragraph("Łódź — αβγ")))))


def test_parted_letters_are_put_together():
    assert "café" in pdf_text(pdf.write(document(Paragraph("cafe\u0301"))))


def test_a_warning_is_a_fault(monkeypatch, tmp_path):
    template = tmp_path / "strange.typ"
    template.write_text('#set document(title: "x")\n#set text(font: "No such font")\nx')
    monkeypatch.setattr(pdf, "TEMPLATE", template)
    with pytest.raises(pdf.PdfFault, match="unknown font family"):
        pdf.write(full())
