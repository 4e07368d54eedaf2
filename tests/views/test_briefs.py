"""The sheet of each audience as page, PDF and Word; that it prints on one is tried in Chromium."""

import pytest

from findings.briefs import RULE
from findings.models import Audience, AudienceNote, Change, Question, Record
from findings.models.audience import Addressing
from findings.vocabulary import Addressed, State
from tests import factories
from tests.formats.papers import opened_pdf, pdf_text, squeezed, word_lines
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


def test_the_page_says_what_the_files_say(client, content):
    page = words(client.get("/briefs/councils/"))
    lines = word_lines(client.get("/briefs/councils.docx").content)
    drawn = squeezed(pdf_text(client.get("/briefs/councils.pdf").content))
    assert [line for line in lines if squeezed(line) not in drawn] == []
    for text in (
        Audience.objects.get(slug="councils").hook,
        *(question.text for question in Question.objects.filter(audience__slug="councils")),
        *(note.text for note in AudienceNote.objects.filter(
            audience__slug="councils", record__reference__in=["ICS18-R02", "ICS18-R07"])),
        "Of 37 records that reach you, 17 stand, 7 are partly overtaken, 1 overtaken and "
        "12 not checked. Verdicts checked on 2 July 2026.",
        RULE,
        "The editors have read nothing later than 2 July 2026.",
        "http://testserver/briefs/councils/",
        "CC BY 4.0",
    ):  # fmt: skip
        assert text in page
        assert squeezed(text) in drawn
    for reference in ("ICS18-F11", "ICS18-F15", "ICS18-F20", "ICS18-F03", "ICS18-S04", "ICS18-R01"):
        assert reference in page
        assert reference in drawn
    assert "Law or choice?." not in page


@pytest.mark.parametrize("slug", ["nhs", "councils", "housing", "voluntary"])
def test_the_pdf_of_each_audience_is_one_page(client, content, slug):
    response = client.get(f"/briefs/{slug}.pdf")
    pdf = opened_pdf(response.content)
    assert (len(pdf.pages), response["Content-Type"]) == (1, "application/pdf")
    assert pdf.metadata.title == Audience.objects.get(slug=slug).hook
    assert response["Content-Disposition"] == f'inline; filename="brief-{slug}.pdf"'


def fullest():
    """An audience whose every text is as long as a sheet takes."""

    def text(length):
        return ("between partners " * 20)[: length - 1] + "."

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
        Change.objects.create(audience=councils, text=text(200), position=place)
        gap = factories.gap(f"ICS18-G0{place + 1}", title=text(120))
        gap.bears_on.add(Record.objects.first())


def test_the_fullest_sheet_is_one_page_still(client):
    fullest()
    assert len(opened_pdf(client.get("/briefs/councils.pdf").content).pages) == 1


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


def test_queries_are_constant(client, content):
    assert count_queries(client, "/briefs/councils/") == count_queries(client, "/briefs/nhs/") == 13
    assert count_queries(client, "/briefs/") == 2


def test_briefs_are_linked_where_they_help(client, content):
    for path in ("/", "/for/councils/", "/briefs/"):
        assert 'href="/briefs/councils/"' in client.get(path).content.decode()
