"""Word and PDF say every text of the page: each in its section, and with the record it is about.

What a page says is read by tests.views.page_texts; nothing but white space is passed over.
"""

import re

import pytest

from findings.models import Record
from findings.publishing import erasing
from findings.vocabulary import Verdict
from tests import factories
from tests.formats.papers import drawn, spelt, squeezed, styled_lines
from tests.histories import change, on, published, withdraw
from tests.views.page_texts import left_out, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

PAST = "?as-at=2018-12-01"


def both(client, path, asked=""):
    """The page at `path`, and the lines of its Word file, after making sure that the PDF says
    the same words in the same order."""
    lines = styled_lines(client.get(f"{path.rstrip('/')}.docx{asked}").content)
    header = squeezed("".join(words for style, words in lines if style == "Table Head"))
    assert drawn(client.get(f"{path.rstrip('/')}.pdf{asked}").content, header) == spelt(lines)
    return texts_of(client.get(f"{path}{asked}")), lines


def test_a_record_says_all_of_its_page(client, content, exhaustive):
    some = ("ICS18-F01", "ICS18-F15", "ICS18-S04", "ICS18-R02")
    records = Record.objects.published()
    shown = records[::3] if exhaustive else records.filter(reference__in=some)
    for record in shown:
        page, lines = both(client, record.get_absolute_url())
        assert len(page) > 60
        assert (record.reference, left_out(page, lines)) == (record.reference, [])


def test_a_record_says_all_of_a_past_day(client, content, exhaustive):
    records = Record.objects.published()
    for record in records[1::9] if exhaustive else records.filter(reference="ICS18-F01"):
        page, lines = both(client, record.get_absolute_url(), PAST)
        assert left_out(page, lines) == []
        assert "You are looking at 1 December 2018." in [text.words for text in page]


@pytest.fixture
def restless():
    """A finding with a doubt, earlier verdicts, events to come, and more versions than fit."""
    factories.home()
    with on("2026-06-01"):
        record = published("ICS18-F01", summary="About an ICB.", speaker_note="After talks")
        published("ICS18-R01", verdict=Verdict.OVERTAKEN)
        factories.models.Term.objects.create(slug="icb", name="ICB", definition="A board.")
        record.themes.add(factories.theme("trust"), factories.theme("money"))
        record.links.create(relation="calls-for", target=published("ICS18-S01"))
        factories.gap("ICS18-G01", statement="Nobody counted it.").bears_on.add(record)
    bill = factories.development("bill", title="A bill", status="proposed")
    record.developments.add(bill, factories.development("law", title="A law"))
    verdict = factories.verdict_on(
        record, Verdict.OVERTAKEN, effective_on="2026-06-04", reason="A law."
    )
    verdict.developments.add(bill)
    factories.cite(verdict, factories.passage(), relation="supports")
    for number in range(2, 9):
        with on(f"2026-06-{number:02}"):
            change(record, f"Better by {number}", body=f"Body {number}.", is_major=number == 3)
    erasing.redact(record.versions.get(number=4), "A name stood in it")
    Record._base_manager.filter(pk=record.pk).update(
        recheck_since="2026-07-01", recheck_because=bill
    )
    return record


def test_all_that_can_hang_on_a_record_is_said(client, restless):
    page, lines = both(client, "/findings/ICS18-F01/")
    assert left_out(page, lines) == []
    said = "\n".join(text.words for text in page)
    for part in (
        "Under review since 1 July 2026",
        "The cause: A bill (1 July 2022, proposed).",
        "Earlier verdicts",
        "Version 3, 3 June 2026. Major change: Better by 3",
        "Redacted on",
        "Nobody counted it.",
        "Vancouver",
    ):
        assert part in said


def test_a_version_says_all_of_its_page(client, restless):
    for number in (1, 8):
        page, lines = both(client, f"/findings/ICS18-F01/v{number}/")
        assert left_out(page, lines) == []


def test_every_first_version_says_all_of_its_page(client, content, exhaustive):
    records = Record.objects.published()
    for record in records[2::9] if exhaustive else records.filter(reference="ICS18-R02"):
        page, lines = both(client, f"{record.get_absolute_url()}v1/")
        assert (record.reference, left_out(page, lines)) == (record.reference, [])


LISTS = [
    ("/browse/", "?audience=housing&sort=title"),
    ("/browse/", "?q=goverance"),
    ("/browse/", "?q=icb+law&kind=finding"),
    ("/themes/governance/", PAST),
    ("/recommendations/", ""),
]


@pytest.mark.parametrize(("path", "asked"), LISTS)
def test_a_list_says_all_of_its_pages(client, content, path, asked):
    page, lines = both(client, path, asked)
    response = client.get(f"{path}{asked}")
    while response.context["next"]:
        response = client.get(response.context["next"])
        page += [text for text in texts_of(response) if text.record]
    assert left_out(page, lines, apart=False) == []
    references = dict.fromkeys(text.record for text in page if text.record)
    assert list(references) == entries(lines)


def entries(lines):
    """The references of the records of a list, in the order in which paper tells of them."""
    labels = [words for style, words in lines[1:] if style.startswith("Label")]
    return [re.search("[A-Z0-9]+-[FSR][0-9]+", label)[0] for label in labels]


def test_a_board_paper_says_all_that_its_page_says_of_its_records(client, restless):
    successor = Record.objects.get(reference="ICS18-S01")
    withdraw(published("ICS18-F02"), "It was wrong.", successor)
    asked = "?title=Winter&record=ICS18-R01&record=ICS18-F01@2&record=ICS18-F01&record=ICS18-F02"
    asked += "&record=ICS18-S01@1&note-ICS18-R01=We+met+late&owner-ICS18-S01=The+chair"
    page, lines = both(client, "/paper/", asked)
    said = [text for text in page if text.record]
    assert {text.record for text in said} == {"ICS18-R01", "ICS18-F01", "ICS18-F02", "ICS18-S01"}
    assert left_out(said, lines, apart=False) == []
    words = [text.words for text in said]
    for part in (
        "Version 2. Read version 8.",
        "It stays at version 1, which is the newest.",
        "Read instead: ICS18-S01, Title of ICS18-S01.",
        "Version 1. A later version will take its place.",
    ):
        assert part in words
    assert ("Facts", "Why it matters here\tWe met late") in lines


def test_what_paper_leaves_out_is_found(client, restless):
    """The reader of pages is no blind one."""
    page, lines = both(client, "/findings/ICS18-F01/")
    assert len(left_out(page, [])) == len(page)
    cut = [line for line in lines if "Nobody counted it." not in line[1]]
    assert [text.words for text in left_out(page, cut)] == ["Nobody counted it."]
    moved = [
        ("Heading 1", "Elsewhere") if words == "History" else (style, words)
        for style, words in lines
    ]
    assert {text.section for text in left_out(page, moved)} == {"History"}
    swapped = [(style, words.replace("ICS18-S01", "ICS18-S02")) for style, words in lines]
    assert {text.record for text in left_out(page, swapped)} == {"ICS18-S01"}
