"""The picture beside a shared link: its size, its words, and that no text is read as markup."""

import struct
from dataclasses import replace

import pytest

from findings.formats import card
from findings.formats.card import Card, draw
from findings.vocabulary import Verdict

CARD = Card(
    site="ICS Leadership",
    kind="Finding ICS18-F01",
    title="In 2018 no law stood behind systems",
    verdict="overtaken",
    sentence="Overtaken, as of 2 July 2026",
)


def size(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_it_is_1200_by_630_and_says_all_its_words():
    assert size(draw(CARD)) == (1200, 630)
    assert CARD.words == (
        "Finding ICS18-F01: In 2018 no law stood behind systems. Overtaken, as of 2 July 2026."
    )


def test_the_same_words_give_the_same_picture_and_each_word_shows():
    same = draw(CARD)
    draw.cache_clear()
    assert draw(CARD) == same
    changed = [
        replace(CARD, **{field: f"{getattr(CARD, field)}x"})
        for field in ("site", "kind", "title", "sentence")
    ]
    assert len({same, *map(draw, changed)}) == 5


def test_each_verdict_has_its_own_mark():
    pictures = {draw(replace(CARD, verdict=word.value, sentence="The same")) for word in Verdict}
    assert len(pictures) == len(Verdict)


@pytest.mark.parametrize(
    "title",
    [
        "W" * 120,
        "long " * 24,
        '#panic("read") $x$ *bold* <label> @ref \\ \\u{41} // comment',
        "العربية 中文 🙂 \u202e\u200d \x07",
        "",
    ],
)
def test_whatever_a_text_holds_there_is_a_picture(title):
    long = "Stands, as of 2 July 2024, may be out of date; under review since 3 June 2026"
    drawn = draw(replace(CARD, title=title, sentence=long))
    assert size(drawn) == (1200, 630)


def test_few_are_kept():
    assert draw.cache_info().maxsize == card.MOST_KEPT == 100
