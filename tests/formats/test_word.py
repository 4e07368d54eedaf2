import io
import uuid
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

from docx.oxml.ns import qn

from findings.formats import word
from findings.formats.document import (
    Facts,
    Halves,
    Heading,
    Numbers,
    Paragraph,
    Questions,
    Run,
    Table,
    lines,
)
from findings.formats.embedding import FONTS, disguised

from .papers import DAY, HOSTILE, document, full, opened_word, styled_lines, word_lines


def part(content, name):
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def test_a_word_file_says_what_the_document_says():
    content = word.write(full())
    assert word_lines(content) == [line.strip() for line in lines(full())]
    assert HOSTILE in word_lines(content)


def test_headings_lists_and_captions_are_real_ones():
    made = opened_word(word.write(full()))
    styles = {line.text.strip(): line.style.name for line in made.paragraphs}
    assert styles["Trust comes first"] == "Title"
    assert styles["What was found"] == "Heading 1"
    assert styles["In a list"] == "Heading 2"
    assert styles["First point"] == "List Bullet"
    assert styles["Again one"] == "List Number"
    assert styles["Two records"] == "Caption"
    assert styles["A law ended it."] == "Note: overtaken"


def test_every_numbered_list_counts_from_one():
    made = opened_word(word.write(document(Numbers(["a", "b"]), Numbers(["c"]))))
    own = [
        line._p.pPr.numPr.numId.val for line in made.paragraphs if line.style.name == "List Number"
    ]
    assert own == [3, 3, 4]
    numbering = made.part.numbering_part.element
    restarts = [
        num.numId for num in numbering.num_lst if num.xpath(".//w:startOverride[@w:val='1']")
    ]
    assert restarts == [3, 4]


def test_the_header_of_a_table_repeats_and_no_row_is_split():
    (table,) = opened_word(word.write(full())).tables
    header, *rows = table.rows
    assert header._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in rows)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    widths = [cell.width for cell in header.cells]
    assert widths[1] == widths[0] * 3


def test_what_opens_a_section_and_short_facts_are_kept_on_one_page():
    facts = Facts([("For", "NHS"), ("Roles", "All three"), ("Theme", "Governance")])
    blocks = [Heading(1, "x"), Paragraph("It opens."), facts, Paragraph("More.")]
    opened = opened_word(word.write(document(*blocks)))
    kept = [line.text for line in opened.paragraphs if line.paragraph_format.keep_with_next]
    assert kept == ["It opens.", "For\tNHS", "Roles\tAll three"]


def test_a_line_parts_a_labelled_section_from_the_text_above_it():
    blocks = []
    for above in (Paragraph("x"), Table("", ["y"], [["z"]])):
        blocks += [above, Paragraph("Label", style="label"), Heading(1, "Section")]
    blocks += [Paragraph("Label", style="label"), Heading(2, "Part")]
    lines = styled_lines(word.write(document(*blocks)))
    styles = [style for style, said in lines if said == "Label"]
    assert styles == ["Label: parted", "Label", "Label"]


def test_it_names_its_title_author_language_and_day():
    made = opened_word(word.write(full()))
    told = made.core_properties
    assert (told.title, told.subject, told.author) == (
        *("Trust comes first", "What leaders say", "The editors"),
    )
    assert (told.keywords, told.language, told.comments) == ("trust, governance", "en-GB", "")
    assert told.created.date() == told.modified.date() == DAY
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"


def test_a_property_holds_what_word_takes_of_it():
    """A list that is narrowed by three long titles has a title of more."""
    long = replace(document(), title="a" * 300, subtitle="b" * 300, author="c" * 300)
    told = opened_word(word.write(long)).core_properties
    assert (told.title, told.subject, told.author) == ("a" * 255, "b" * 255, "c" * 255)


def test_links_lead_to_their_addresses():
    made = opened_word(word.write(full()))
    links = [link for line in made.paragraphs for link in line.hyperlinks]
    assert [(link.text, link.address) for link in links] == [
        ("paragraph 8", "https://example.org/8"),
        ("In a list", "https://example.org/list"),
    ]


def test_it_is_a4_with_pages_counted_at_the_foot():
    made = opened_word(word.write(full()))
    section = made.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    foot = section.footer._element
    assert "CC BY 4.0" in "".join(foot.itertext())
    fields = [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_fonts_are_inside_as_they_are():
    content = word.write(full())
    fonts = ElementTree.fromstring(part(content, "word/fontTable.xml"))
    names = [font.get(qn("w:name")) for font in fonts]
    assert names == ["Hanken Grotesk", "Newsreader"]
    key = next(fonts.iter(qn("w:embedRegular"))).get(qn("w:fontKey"))
    kept = disguised(part(content, "word/fonts/hanken-grotesk-regular.odttf"), uuid.UUID(key))
    assert kept == (FONTS / "hanken-grotesk-regular.ttf").read_bytes()


def test_nothing_of_the_template_beneath_is_left():
    names = zipfile.ZipFile(io.BytesIO(word.write(full()))).namelist()
    assert not [name for name in names if "thumbnail" in name or "Effects" in name]
    styles = [style.name for style in opened_word(word.write(full())).styles]
    assert "Light Shading Accent 1" not in styles


def test_the_same_document_gives_the_same_bytes():
    assert word.write(full()) == word.write(full())


def test_a_compact_document_is_set_smaller():
    def size(made):
        return opened_word(made).styles["Heading 1"].font.size.pt

    assert size(word.write(full())) == 16.5
    assert size(word.write(document(Paragraph("x"), compact=True))) == 10
    assert size(word.write(document(Paragraph("x"), compact=True, tight=True))) == 8.5


def test_halves_are_columns_that_are_read_one_after_the_other():
    halves = Halves([Heading(1, "Left"), Paragraph("a")], [Heading(1, "Right"), Paragraph("b")])
    content = word.write(document(Paragraph("Before"), halves, Paragraph("After")))
    assert word_lines(content)[1:] == ["Before", "Left", "a", "Right", "b", "After"]
    made = opened_word(content)
    assert [section._sectPr.xpath("string(w:cols/@w:num)") for section in made.sections] == [
        *("", "2", "1"),
    ]
    # Word refuses a section whose parts stand in another order.
    parts = [each.tag.partition("}")[2] for each in made.sections[1]._sectPr]
    assert parts == ["type", "pgSz", "pgMar", "cols", "docGrid"]
    (end,) = made.element.body.xpath(".//w:br[@w:type='column']")
    assert end.getparent().getparent().text == "Right"
    empty = word.write(document(Halves([Paragraph("a")], []), Paragraph("After")))
    assert word_lines(empty)[1:] == ["a", "After"]


def test_a_verdict_and_a_box_have_the_colours_that_they_have_on_the_page():
    verdict = Run("Stands", tone="stands")
    content = word.write(
        document(Paragraph([verdict]), Questions("Ask", ["Who?"]), hue=("#6b3fa0", "#f1ebf9"))
    )
    made = opened_word(content)
    assert made.paragraphs[1].runs[0].style.name == "Pill: stands"
    styles = part(content, "word/styles.xml").decode()
    assert 'w:color w:val="6B3FA0"' in styles
    assert 'w:fill="F1EBF9"' in styles
    assert "TINT" not in styles
    assert made.paragraphs[2].style.base_style.name == "Heading 1"
    assert made.paragraphs[3].style.name == "Question"
