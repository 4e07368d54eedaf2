"""A deck as a PowerPoint file, read back by python-pptx."""

import datetime
import io
import zipfile

import pptx
import pytest
from pptx.util import Emu

from findings.formats import deck, slides
from findings.vocabulary import Unjudged, Verdict

DAY = datetime.date(2026, 7, 2)
OPENING = deck.Slide("A deck", lines=["What it is about"], label="For Housing", foot="Where")
CLAIM = deck.Slide(
    "A claim",
    lines=["In short."],
    verdict=("overtaken", "Overtaken", "as of 2 July 2026"),
    label="Finding ICS18-F01",
    foot="The authors",
    url="https://ics.example/",
    notes=["First.", "", "Second."],
)


def made(*claims):
    return slides.write(deck.Deck("A deck", [OPENING, *claims], DAY, "The editors"))


def read(content):
    return pptx.Presentation(io.BytesIO(content))


def test_a_slide_is_read_in_the_order_of_its_shapes():
    show = read(made(CLAIM))
    assert (show.slide_width, show.slide_height) == (slides.WIDE, slides.TALL)
    opening, claim = show.slides
    assert opening.shapes.title.text == "A deck"
    shapes = [
        shape.text_frame.text if shape.has_text_frame else shape.name for shape in claim.shapes
    ]
    assert shapes == [
        *("A claim", "", "Verdict", "Overtaken", "as of 2 July 2026"),
        *("In short.", "Finding ICS18-F01", "The authors"),
    ]
    assert claim.notes_slide.notes_text_frame.text == "First.\nSecond."
    [run] = claim.shapes[-1].text_frame.paragraphs[0].runs
    assert run.hyperlink.address == "https://ics.example/"


@pytest.mark.parametrize("word", [*Verdict, *Unjudged])
def test_each_verdict_has_a_sign_of_its_own_and_says_it(word):
    claim = deck.Slide("A claim", verdict=(word.value, word.label, ""))
    group = read(made(claim)).slides[1].shapes[2]
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == f"Verdict: {word.label}"
    assert len(group.shapes) == (2 if word != Verdict.STANDS else 1)


def test_theme_language_and_properties_are_ours():
    content = made(CLAIM)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        theme = parts.read("ppt/theme/theme1.xml").decode()
        assert 'lang="en-GB"' in parts.read("ppt/slides/slide2.xml").decode()
        assert not [name for name in parts.namelist() if "thumbnail" in name]
    assert [face in theme for face in ('latin typeface="Georgia"', 'latin typeface="Arial"')] == [
        *(True, True)
    ]
    show = read(content)
    assert (show.core_properties.title, show.core_properties.author) == ("A deck", "The editors")
    assert show.core_properties.modified.date() == DAY
    assert len(show.slide_layouts) == 1


def test_the_same_deck_gives_the_same_bytes():
    assert made(CLAIM) == made(CLAIM)


@pytest.mark.parametrize("text", ["word " * 900, "字" * 2_000, "w" * 3_000, "😀" * 900])
def test_a_text_of_any_length_stays_in_its_place(text):
    place = (9.4, 2.3)
    [told], size = deck.fitted([text], *place, (24, 12))
    lines = deck.wrap(told, place[0], size)
    assert len(lines) * size * deck.LEADING <= place[1] * deck.POINTS
    assert (told[-1], size) == ("…", 12)


def test_short_texts_are_as_large_as_they_can_be_and_long_ones_share_the_room():
    assert deck.fitted(["Short"], 9, 2, (24, 12)) == (["Short"], 24)
    told, _ = deck.fitted(["Short", "word " * 900], 9, 2, (24, 12))
    assert (told[0], told[1][-1]) == ("Short", "…")


def test_no_shape_leaves_its_slide():
    show = read(made(CLAIM, deck.Slide("Questions", lines=["Why?"] * 3, foot="Where")))
    for slide in show.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= show.slide_width
            assert shape.top + shape.height <= Emu(show.slide_height)


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_falls_away(odd):
    text = f"a{odd}b"
    claim = deck.Slide(text, [text], ("stands", text, text), text, text, f"https://{text}", [text])
    shown = read(made(claim)).slides[1]
    assert odd not in "".join(shape.text for shape in shown.shapes if shape.has_text_frame)
    assert shown.notes_slide.notes_text_frame.text.strip("ab ") == ""
