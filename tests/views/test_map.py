import datetime
import re
from io import BytesIO
from xml.etree import ElementTree

import pypdf
import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from findings.map.layout import arrange
from findings.map.sheet import SCREEN
from findings.models import Audience, Record
from findings.reading import map as reading
from findings.vocabulary import LinkRelation, State, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def linked(db):
    """Two findings, of which one is overtaken, a skill and a recommendation, and two themes."""
    factories.home()
    audiences = [factories.audience("nhs", name="NHS", position=1), factories.audience(position=2)]
    law, trust = factories.theme("law", position=1), factories.theme("trust", position=2)
    made = {
        reference: factories.record(reference, verdict=verdict)
        for reference, verdict in {
            "ICS18-F01": Verdict.OVERTAKEN,
            "ICS18-F02": Verdict.STANDS,
            "ICS18-S01": Verdict.STANDS,
            "ICS18-R01": Verdict.STANDS,
        }.items()
    }
    for record in made.values():
        for audience in audiences:
            record.addressings.create(audience=audience)
        record.themes.add(law if record.reference == "ICS18-F01" else trust)
    link(made, "ICS18-F01", LinkRelation.CALLS_FOR, "ICS18-S01")
    link(made, "ICS18-F02", LinkRelation.CALLS_FOR, "ICS18-S01")
    link(made, "ICS18-R01", LinkRelation.BUILDS, "ICS18-S01")
    link(made, "ICS18-R01", LinkRelation.RESTS_ON, "ICS18-F01")
    return made


def link(made, near, relation, far):
    made[near].links.create(relation=relation, target=made[far])


def shown(response):
    """{reference: is it in grey} of the records that are drawn."""
    drawn = re.findall(r'<a class="part( beside)?" id="(ICS18-\w+)"', response.content.decode())
    return {reference: bool(grey) for grey, reference in drawn}


def listed(response):
    text = response.content.decode().partition('id="list"')[2]
    return re.findall(r"<i>(ICS18-\w+)</i>", text)


def test_map_without_records_says_so(client):
    response = client.get("/map/")
    assert "No record has been published yet." in words(response)
    assert client.get("/map.svg").status_code == 200


def test_map_of_one_record(client):
    factories.record("ICS18-F01")
    response = client.get("/map/")
    assert shown(response) == {"ICS18-F01": False}
    assert listed(response) == ["ICS18-F01"]


def test_map_draws_and_lists_the_same(client, linked):
    response = client.get("/map/")
    assert shown(response) == dict.fromkeys(linked, False)
    assert listed(response) == [
        *("ICS18-F01", "ICS18-S01", "ICS18-R01"),
        *("ICS18-F02", "ICS18-S01"),
    ]
    assert "The same 4 records." in words(response)
    assert "Overtaken" in words(response)


def test_map_shows_nothing_that_is_not_published(client, linked):
    before = client.get("/map/").content
    for number, state in enumerate((State.DRAFT, State.IN_REVIEW, State.WITHDRAWN), 5):
        secret = factories.record(f"ICS18-F0{number}", title="Secret", state=state)
        secret.links.create(relation=LinkRelation.CALLS_FOR, target=linked["ICS18-S01"])
        secret.addressings.create(audience=Audience.objects.first())
    assert client.get("/map/").content == before


def test_map_of_a_theme_shows_it_and_in_grey_what_it_is_linked_to(client, linked):
    response = client.get("/map/?theme=law")
    assert shown(response) == {"ICS18-F01": False, "ICS18-S01": True, "ICS18-R01": True}
    assert "1 record about law. In grey: 2 more that they are linked to" in words(response)
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_map_of_a_verdict(client, linked):
    assert shown(client.get("/map/?verdict=stands")) == {
        "ICS18-F01": True,
        "ICS18-F02": False,
        "ICS18-S01": False,
        "ICS18-R01": False,
    }


def test_map_of_an_audience_draws_its_strands_alone(client, linked):
    linked["ICS18-F02"].addressings.filter(audience__slug="nhs").delete()
    response = client.get("/map/?audience=nhs")
    assert shown(response) == dict.fromkeys(["ICS18-F01", "ICS18-S01", "ICS18-R01"], False)
    svg = (
        response.content.decode().partition('aria-labelledby="map-title')[2].partition("</svg>")[0]
    )
    assert set(re.findall(r"s (stroke-\w+)", svg)) == {"stroke-nhs"}


def test_filters_are_links_that_keep_what_else_is_chosen(client, linked):
    html = client.get("/map/?audience=nhs&theme=law").content.decode()
    assert 'href="/map/?audience=nhs&amp;theme=trust"' in html
    assert 'href="/map/?theme=law" aria-current="true"' in html
    assert 'href="/map/?audience=nhs&amp;theme=law&amp;verdict=overtaken"' in html


def test_filters_count_what_each_would_ask_for(client, linked):
    options = client.get("/map/?verdict=stands").context["options"]
    told = {
        facet.key: {option.value: option.count for option, _ in choices}
        for facet, choices in options
    }
    assert told["audience"] == {"nhs": 3, "councils": 3}
    assert told["theme"] == {"law": 0, "trust": 3}
    assert told["verdict"]["overtaken"] == 1


def test_records_of_two_reports_are_told_apart(client, linked):
    assert " · " not in drawing_of(client)
    factories.record("ABC20-F01", title="Another finding")
    assert re.findall(r'aria-label="F01 [^"]* · (\w+)\.', drawing_of(client)) == ["ICS18", "ABC20"]


def drawing_of(client):
    html = client.get("/map/").content.decode()
    return html.partition('class="mapfig"')[2].partition("</svg>")[0]


def test_map_reads_what_is_asked_in_capitals(client, linked):
    assert client.get("/map/?THEME=law").context["query"].chosen == {"theme": ("law",)}


@pytest.mark.parametrize("key", ["audience", "theme", "verdict"])
def test_what_is_not_known_is_said_and_left_out(client, linked, key):
    response = client.get("/map/", {key: "<b>²"})
    assert f"We don’t know the {key} “<b>²”, so we left it out." in words(response)
    assert len(shown(response)) == 4


def test_nothing_fits(client, linked):
    assert "No record fits. Show the whole map" in words(
        client.get("/map/?theme=law&verdict=stands")
    )


def test_a_verdict_of_tomorrow_has_no_effect_today(client, linked):
    tomorrow = localdate() + datetime.timedelta(days=1)
    factories.verdict_on(linked["ICS18-F02"], Verdict.OVERTAKEN, effective_on=tomorrow)
    assert "ICS18-F02" in listed(client.get("/map/?verdict=stands"))


def test_the_lights_of_a_map_are_kept_for_ever_and_others_are_not(client, linked):
    page = client.get("/map/?theme=law").content.decode()
    address = re.search(r'href="(/map\.[0-9a-f]{12}\.css\?theme=law)"', page)[1]
    lights = client.get(address)
    assert lights["Content-Type"] == "text/css; charset=utf-8"
    assert lights["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "#ICS18-F01:is(:hover,:focus-visible)" in lights.content.decode()
    other = client.get("/map.000000000000.css?theme=law")
    assert other["Cache-Control"] == "no-cache"
    assert other.content == lights.content


def test_lights_of_no_digest_are_nowhere(client):
    assert client.get("/map.12345.css").status_code == 404
    assert client.get("/map.exe").status_code == 404


@pytest.mark.alike
def test_map_costs_the_same_however_much_it_shows(client, linked):
    paths = ["/map/", "/map.svg", reverse("map-lights", args=["0" * 12])]
    before = [count_queries(client, path) for path in paths]
    for number in range(3, 20):
        record = factories.record(f"ICS18-F{number:02}")
        record.addressings.create(audience=Audience.objects.first())
        record.links.create(relation=LinkRelation.CALLS_FOR, target=linked["ICS18-S01"])
    assert [count_queries(client, path) for path in paths] == before == [26, 7, 4]


def test_the_real_map_crosses_less_than_half_as_often_as_in_reading_order(content):
    layout = arrange(reading.whole(), SCREEN)
    assert len(layout.chart.points) == Record.objects.published().count()
    assert layout.crossings * 2 < layout.unsorted
    assert layout.undrawn == 0


def test_the_pdf_is_one_tagged_page_of_a4_on_its_side(client, content):
    response = client.get("/map.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="ics-leadership-map.pdf"'
    pdf = pypdf.PdfReader(BytesIO(response.content))
    [page] = pdf.pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [842, 595]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.metadata.title == "Everything on one page"
    assert "Leading without command" in page.extract_text()
    assert client.get("/map.pdf").content == response.content
    assert smallest_letters(page) >= 8
    [rows] = pypdf.PdfReader(BytesIO(client.get("/map.pdf?verdict=overtaken").content)).pages
    assert "F01" in rows.extract_text()
    assert smallest_letters(rows) >= 8


def smallest_letters(page):
    """In points, as the page sets them."""
    sizes = []

    def note(text, matrix, text_matrix, _, size):
        if text.strip():
            sizes.append(size * abs(text_matrix[3]) * abs(matrix[3]))

    page.extract_text(visitor_text=note)
    return min(sizes)


def test_the_svg_is_whole_in_itself(client, linked):
    response = client.get("/map.svg?audience=nhs")
    assert response["Content-Type"] == "image/svg+xml"
    svg = ElementTree.fromstring(response.content)
    assert svg.get("width") == "297mm"
    links = [a.get("href") for a in svg.iter("{http://www.w3.org/2000/svg}a")]
    assert sorted(links) == [
        f"http://testserver{record.get_absolute_url()}"
        for record in sorted(linked.values(), key=lambda each: each.get_absolute_url())
    ]


def test_the_picture_is_a_png_of_a4_at_200_dots(client, linked):
    data = client.get("/map.png").content
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    sides = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    assert sides == (2339, 1654)
