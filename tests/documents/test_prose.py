from findings.documents import prose
from findings.formats.document import Bullets, Heading, Numbers, Paragraph, Run
from findings.texts import markdown


def blocks(text):
    return prose.blocks({"html": markdown.html(text)}, level=2)


def test_no_text_has_no_blocks():
    assert prose.blocks(None, level=2) == []


def test_paragraphs_keep_bold_words_and_links():
    assert blocks("One **bold** word.\n\n[Read](https://a.example/x) on.") == [
        Paragraph([Run("One "), Run("bold", bold=True), Run(" word.")]),
        Paragraph([Run("Read", url="https://a.example/x"), Run(" on.")]),
    ]


def test_lists_stay_lists_and_inner_ones_join_the_outer():
    assert blocks("- a\n- b\n  - c\n\nthen\n\n1. d\n2. e") == [
        Bullets([[Run("a")], [Run("b\n")], [Run("c")]]),
        Paragraph([Run("then")]),
        Numbers([[Run("d")], [Run("e")]]),
    ]


def test_a_list_of_paragraphs_stays_a_list():
    assert blocks("- a\n\n- b") == [Bullets([[Run("a")], [Run("b")]])]


def test_headings_start_at_the_level_below_their_section():
    assert blocks("# One\n\n## Two\n\ntext") == [
        Heading(2, "One"),
        Heading(3, "Two"),
        Paragraph([Run("text")]),
    ]


def test_marks_are_words():
    assert blocks("a < b & <script>c</script>") == [
        Paragraph([Run("a < b & <script>c</script>")]),
    ]
