import dataclasses

from findings.formats.document import (
    Bullets,
    Facts,
    Halves,
    Heading,
    Marked,
    Note,
    Numbers,
    Paragraph,
    Questions,
    Run,
    Table,
    lines,
    runs_of,
    settled,
    values,
)

from .papers import document, full


def test_lines_are_all_words_in_the_order_in_which_they_are_read():
    said = lines(document(Heading(1, "Why"), Facts([("For", "NHS")]), Bullets(["a", ["b", "c"]])))
    assert said == ["A title", "Why", "For", "NHS", "a", "bc"]
    beside = Halves([Marked([("F1", "one")])], [Questions("Ask", ["Who?"])])
    assert lines(document(beside, Note("b", label="a"))) == [
        *("A title", "F1", "one", "Ask", "Who?", "a", "b"),
    ]


def test_headings_skip_no_level():
    levels = [3, 3, 1, 4, 2, 9]
    blocks = settled([Heading(level, "x") for level in levels])
    assert [block.level for block in blocks] == [1, 2, 1, 2, 2, 3]


def test_what_is_empty_is_left_out():
    empty = [Paragraph(""), Bullets([]), Numbers([]), Facts([]), Table("", [], []), Marked([])]
    empty += [Questions("Ask", []), Halves([Paragraph("")], [])]
    assert settled(empty) == []


def leading(*blocks):
    """The texts of the paragraphs that stand on the page of what follows them."""
    return [block.text for block in settled(blocks) if getattr(block, "leads_on", False)]


def test_a_paragraph_that_only_opens_a_section_leads_on():
    head, opening, label = Heading(1, "x"), Paragraph("opening"), Paragraph("y", style="label")
    for below in (Heading(2, "z"), Facts([("a", "b")]), Bullets(["a"]), Note("a")):
        assert leading(head, opening, below) == ["opening"]
        assert leading(head, opening, label, below) == ["opening"]
    for below in ([], [Paragraph("more")], [Heading(1, "z")], [label, Heading(1, "z")]):
        assert leading(head, opening, *below) == []
    assert leading(opening, Facts([("a", "b")])) == []
    assert leading(head, Paragraph("small", style="small"), Facts([("a", "b")])) == []
    assert leading(Heading(2, "x"), opening, Heading(1, "z")) == []


def test_facts_are_whole_unless_they_are_long():
    def whole(*texts):
        return settled([Facts([("Label", text) for text in texts])])[0].whole

    assert whole("x" * 250, [Run("x" * 250)])
    assert not whole("x" * 250, [Run("x" * 251)])


def test_control_characters_and_halves_of_characters_go_and_spaces_are_single():
    assert runs_of("a\x00b\ud800c \n\t d\xa0e") == [Run("abc d\xa0e")]


def test_an_address_that_is_too_long_is_no_link():
    long = f"https://example.org/{'x' * 2_000}"
    assert runs_of(Run("here", url=long)) == [Run("here")]


def test_the_digest_is_of_what_is_shown():
    one = document(Paragraph("Text"))
    assert one.digest == document(Paragraph([Run("Text")])).digest
    others = [
        document(Paragraph("Other")),
        document(Heading(1, "Text")),
        document(Paragraph("Text", style="lead")),
        document(Paragraph(Run("Text", bold=True))),
        document(Paragraph(Run("Text", tone="stands"))),
        dataclasses.replace(one, footer="x"),
        dataclasses.replace(one, compact=True),
    ]
    assert len({each.digest for each in [one, *others]}) == 8


def test_values_name_every_block():
    names = [block["is"] for block in values(full())["blocks"]]
    assert set(names) == {
        *("note", "heading", "paragraph", "bullets", "numbers", "facts", "table"),
        *("halves", "questions"),
    }
