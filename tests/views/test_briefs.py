"""The sheet of each audience as page, PDF and Word; that it prints on one is tried in Chromium."""

import pytest

from findings.models import Audience, AudienceChange, AudienceNote, Question, Record, Verdict
from findings.models.audience import Addressing
from findings.reading.briefs import RULE, brief_of
from findings.vocabulary import Addressed, State
from tests import factories
from tests.formats.office import pages_in_office
from tests.formats.papers import drawn, opened_pdf, spelt, styled_lines, word_lines
from tests.views.page_texts import left_out, texts_of
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


SLUGS = ["nhs", "councils", "housing", "voluntary"]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_files_say_all_of_the_sheet(client, content, slug):
    page = texts_of(client.get(f"/briefs/{slug}/"))
    lines = styled_lines(client.get(f"/briefs/{slug}.docx").content)
    assert drawn(client.get(f"/briefs/{slug}.pdf").content) == spelt(lines)
    assert len(page) > 50
    assert left_out([text._replace(record="") for text in page], lines) == []


def test_the_sheet_says_what_was_chosen(client, content):
    page = words(client.get("/briefs/councils/"))
    brief = brief_of(Audience.objects.get(slug="councils"))
    for text in (
        Audience.objects.get(slug="councils").hook,
        *(question.text for question in Question.objects.filter(audience__slug="councils")),
        *(each.brief_line for each in Record.objects.filter(
            reference__in=["ICS18-R11", "ICS18-R12", "ICS18-R13", "ICS18-R14"])),
        f"{brief.holds} Verdicts as of 2 July 2026",
        RULE,
        "The editors have read nothing later than 2 July 2026.",
        "http://testserver/briefs/councils/",
        "CC BY 4.0",
    ):  # fmt: skip
        assert text in page
    # In full, since works with other prefixes stand on the same sheet.
    for reference in ("ICS18-F11", "ICS18-F15", "ICS18-F20", "ICS18-F17", "ICS18-R11"):
        assert reference in page
    assert "Found since 2018, in works that name you HDS26-F01 Shared purpose carries data." in page
    assert "ICS18-R01" not in page
    assert "Law or choice?." not in page


@pytest.mark.usefixtures("verdicts_age")
def test_a_doubt_is_said_on_the_sheet_and_in_its_files(client):
    fullest(doubtful=True)
    page = texts_of(client.get("/briefs/councils/"))
    lines = styled_lines(client.get("/briefs/councils.docx").content)
    said = [text.words for text in page]
    assert "Stands, may be out of date" in said
    assert "Stands, as of 2 July 2024, may be out of date" in said
    assert "Under review since 1 July 2026" in said
    assert left_out([text._replace(record="") for text in page], lines) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_pdf_of_each_audience_is_one_page(client, content, slug):
    response = client.get(f"/briefs/{slug}.pdf")
    pdf = opened_pdf(response.content)
    assert (len(pdf.pages), response["Content-Type"]) == (1, "application/pdf")
    assert pdf.metadata.title == Audience.objects.get(slug=slug).hook
    assert response["Content-Disposition"] == f'inline; filename="brief-{slug}.pdf"'


@pytest.mark.parametrize("slug", SLUGS)
def test_a_sheet_whose_verdicts_are_old_is_one_page_still(client, content, settings, slug):
    settings.VERDICT_FRESH_DAYS = 1
    pages = opened_pdf(client.get(f"/briefs/{slug}.pdf").content).pages
    assert (len(pages), "may be out of date" in pages[0].extract_text()) == (1, True)


@pytest.mark.office
@pytest.mark.thorough
@pytest.mark.parametrize("slug", SLUGS)
def test_a_word_file_whose_verdicts_are_old_is_one_page_still(
    client, content, settings, tmp_path, slug
):
    settings.VERDICT_FRESH_DAYS = 1
    assert pages_in_office(client.get(f"/briefs/{slug}.docx").content, tmp_path) == 1


@pytest.mark.office
@pytest.mark.parametrize(
    "slug", [SLUGS[0], *(pytest.param(slug, marks=pytest.mark.thorough) for slug in SLUGS[1:])]
)
def test_the_word_file_of_each_audience_is_one_page(client, content, slug, tmp_path):
    assert pages_in_office(client.get(f"/briefs/{slug}.docx").content, tmp_path) == 1


def fullest(share=1.0, doubtful=False):
    """An audience whose every text is as long as a sheet takes, or a share of it."""

    def text(length):
        return ("between partners " * 20)[: int(length * share) - 1] + "."

    councils = factories.audience("councils", name="Councils", hook=text(120))
    factories.home()
    for kind in "FSR":
        for number in range(1, 5):
            record = factories.record(
                f"ICS18-{kind}0{number}", short_title=text(40), brief_line=text(100)
            )
            Addressing.objects.create(
                record=record,
                audience=councils,
                addressed=Addressed.NAMED,
                passage=factories.passage(),
            )
            AudienceNote.objects.create(record=record, audience=councils, text=text(200))
            for place, role in enumerate(("chief-executive", "director", "senior-manager")):
                record.role_readings.create(role=role, reason="Why.", position=place)
    for place in range(3):
        Question.objects.create(audience=councils, text=text(140), position=place)
        AudienceChange.objects.create(audience=councils, text=text(200), position=place)
        gap = factories.gap(f"ICS18-G0{place + 1}", title=text(120))
        gap.bears_on.add(Record.objects.first())
    if doubtful:
        Verdict._base_manager.update(checked_on="2024-07-02")
        Record._base_manager.filter(kind="skill").update(recheck_since="2026-07-01")


def brief():
    return brief_of(Audience.objects.get(slug="councils"))


def test_the_fullest_sheet_is_one_page_still(client):
    fullest()
    assert brief().is_full
    assert len(opened_pdf(client.get("/briefs/councils.pdf").content).pages) == 1


def test_the_fullest_sheet_of_usual_type_is_one_page_still(client):
    fullest(share=0.64)
    assert not brief().is_full
    assert len(opened_pdf(client.get("/briefs/councils.pdf").content).pages) == 1


@pytest.mark.office
@pytest.mark.parametrize("share", [1.0, 0.64])
def test_the_fullest_word_file_is_one_page_still(client, share, tmp_path):
    fullest(share)
    assert pages_in_office(client.get("/briefs/councils.docx").content, tmp_path) == 1


def test_drafts_are_not_on_it(client):
    councils = factories.audience("councils")
    for state in (State.DRAFT, State.WITHDRAWN):
        record = factories.record(f"ICS18-F0{len(state)}", short_title="Secret", state=state)
        Addressing.objects.create(record=record, audience=councils)
    for path in ("/briefs/councils/", "/briefs/"):
        assert "Secret" not in client.get(path).content.decode()
    assert "Secret" not in "".join(word_lines(client.get("/briefs/councils.docx").content))


@pytest.mark.parametrize("path", ["/briefs/x/", "/briefs/x.pdf", "/briefs/councils.odt"])
def test_what_is_not_there_is_not_found(client, path):
    factories.audience("councils")
    assert client.get(path).status_code == 404


@pytest.mark.alike
def test_queries_are_constant(client, content):
    client.get("/briefs/housing/")  # makes what is kept until something is published
    assert count_queries(client, "/briefs/councils/") == count_queries(client, "/briefs/nhs/") == 16
    assert count_queries(client, "/briefs/") == 2


def test_briefs_are_linked_where_they_help(client, content):
    for path in ("/", "/for/councils/", "/briefs/"):
        assert 'href="/briefs/councils/"' in client.get(path).content.decode()
