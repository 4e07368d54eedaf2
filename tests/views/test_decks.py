"""Slides of an audience and of a board paper."""

from html import unescape

import pytest

from findings.models import Audience
from findings.publishing import erasing
from findings.vocabulary import Verdict
from tests import factories, histories
from tests.views.files import slides_of, text_in
from tests.views.reading import count_queries

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


@pytest.fixture
def two():
    factories.home()
    with histories.on("2026-07-03"):
        histories.published("ICS18-R02", title="Ring each partner")
        histories.published("ICS18-F01", title="No law", verdict=Verdict.OVERTAKEN)


def paper(client, *references, **typed):
    response = client.get("/paper.pptx", {"record": references, **typed})
    assert response.status_code == 200
    return slides_of(response.content)


def test_every_audience_has_five_with_titles_of_their_own(client, content):
    for audience in Audience.objects.all():
        shown = slides_of(client.get(f"/for/{audience.slug}.pptx").content)
        titles = [slide[0] for slide in shown]
        assert len(set(titles)) == 5
        assert titles[0] == audience.hook
        for slide in shown[1:4]:
            assert "Who says so: " in slide[-1]
            assert "Version 1, " in slide[-1]
            assert "Check whether it still holds: http://testserver/" in slide[-1]
        assert "paragraph" in "".join(slide[-1] for slide in shown)


def test_a_page_leads_to_them_and_a_role_is_kept(client, content):
    page = unescape(client.get("/for/nhs/?role=director").content.decode())
    assert 'href="/for/nhs.pptx?role=director"' in page
    response = client.get("/for/nhs.pptx?role=director")
    assert response["Content-Disposition"] == 'attachment; filename="slides-nhs-director.pptx"'
    assert response["Content-Type"].endswith("presentationml.presentation")
    assert response["X-Robots-Tag"] == "noindex"
    tag = response["ETag"]
    again = client.get("/for/nhs.pptx?role=director", headers={"If-None-Match": tag})
    assert again.status_code == 304


def test_what_is_not_known_is_refused(client, two):
    factories.audience("housing")
    assert client.get("/for/housing.pptx").status_code == 200
    for address in ("/for/housing.pptx?role=king", "/for/housing.pptx?colour=red"):
        assert client.get(address).status_code == 400
    assert client.get("/for/nobody.pptx").status_code == 404
    assert client.get("/paper.pptx").status_code == 400
    assert client.get("/paper.pptx?recrod=ICS18-F01").status_code == 400


def test_a_paper_is_told_in_its_order_with_what_was_typed(client, two):
    typed = {"title": "Winter", "asks": "agree this", "note-ICS18-R02": "We met late"}
    opening, first, second, last = paper(client, "ICS18-F01", "ICS18-R02", **typed)
    assert opening[0] == "Winter"
    assert "The board is asked to: agree this" in opening[2]
    assert first[0] == "Ring each partner"
    assert "Summary of ICS18-R02.\nWhy it matters here: We met late" in first
    assert second[0] == "No law"
    assert "Overtaken" in second
    assert "It is no longer true. Quote it only as history." in second[-1]
    assert last[0] == "Look again before you rely on this: verdicts change"


def test_it_says_what_the_pdf_says(client, two):
    pdf = text_in("pdf", client.get("/paper.pdf?record=ICS18-F01&record=ICS18-R02").content)
    said = " ".join(pdf.split())
    for slide in paper(client, "ICS18-F01", "ICS18-R02")[1:3]:
        for text in slide[:1] + slide[4:6]:
            assert text in said


def test_of_a_withdrawn_and_a_redacted_one_nothing_is_left_but_why(client, two):
    with histories.on("2026-07-04"):
        histories.withdraw(histories.published("ICS18-F02", title="Canary"))
        redacted = histories.published("ICS18-F03", title="Canary")
    with histories.on("2026-07-05"):
        histories.change(redacted, title="It says less")
    erasing.redact(redacted.versions.get(number=1), "A name stood in it.")
    shown = paper(client, "ICS18-F02", "ICS18-F03@1")
    told = "\n".join(text for slide in shown for text in slide)
    assert "Canary" not in told
    assert "Finding ICS18-F02 is gone" in told
    assert "It was wrong." in told
    assert "The editors’ reason: A name stood in it." in told


def test_a_long_paper_has_twelve_and_says_so(client, two):
    with histories.on("2026-07-04"):
        for number in range(10, 23):
            histories.published(f"ICS18-F{number}", title="The same title")
    shown = paper(client, *(f"ICS18-F{number}" for number in range(10, 23)))
    assert len({slide[0] for slide in shown}) == len(shown) == 12
    assert "The paper holds 13 records; the first 10 are on slides." in shown[-1][1]


def test_more_records_take_no_more_queries(client, two):
    few = count_queries(client, "/paper.pptx?record=ICS18-F01")
    assert count_queries(client, "/paper.pptx?record=ICS18-F01&record=ICS18-R02") == few
