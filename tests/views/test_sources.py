from functools import cache

import pytest

from findings.models import Record
from findings.vocabulary import CitationRelation, Extent, State, Verdict
from tests import factories
from tests.views.reading import count_queries, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return factories.source(
        "cmm-article",
        title="The article",
        byline="A magazine",
        published="20 November 2018",
        extent=Extent.FULL,
    )


@pytest.fixture
def paragraph(article):
    return factories.passage(article, "P8", paraphrase="Goodwill counts.", position=8)


def test_source_list_shelves_by_what_the_source_is(client, article):
    factories.report("ICS18")
    factories.source("a-law", title="A law")
    shelves = client.get("/sources/").context["shelves"]
    assert [(heading, [source.slug for source, _ in shelf]) for heading, shelf in shelves] == [
        ("Read in full", ["cmm-article"]),
        ("The report", ["report-ics18"]),
        ("Other sources", ["a-law"]),
    ]


def test_source_list_has_no_empty_shelf(client):
    assert client.get("/sources/").context["shelves"] == []


def test_source_list_says_who_when_and_how_much_was_read(client, article):
    page = words(client.get("/sources/"))
    assert "A magazine" in page
    assert "20 November 2018" in page
    assert "All of it was read" in page


def test_source_list_counts_what_cites_a_source_and_no_drafts(client, article, paragraph):
    other = factories.passage(article, "P9")
    finding = factories.record("ICS18-F01")
    factories.cite(finding, paragraph)
    factories.cite(finding, other)
    factories.cite(finding.verdicts.get(), paragraph)
    draft = factories.record("ICS18-F02", state=State.DRAFT)
    factories.cite(draft, paragraph)
    factories.cite(draft.verdicts.get(), paragraph)
    factories.cite(factories.gap("ICS18-G01"), paragraph)
    factories.cite(factories.gap("ICS18-G02"), paragraph)
    factories.cite(factories.development(), paragraph)
    said = dict(client.get("/sources/").context["shelves"])["Read in full"]
    assert said == [(article, "1 record, 1 verdict, 2 gaps and 1 event")]


def test_source_list_counts_audience_pages(client, article):
    council = factories.audience("councils")
    council.changes.create(text="Housing came in.", source=article)
    said = dict(client.get("/sources/").context["shelves"])["Read in full"]
    assert said == [(article, "1 audience page")]


def test_source_list_says_when_nothing_cites_a_source(client, article):
    assert "Background: no page cites it." in words(client.get("/sources/"))


@pytest.mark.alike
def test_source_list_needs_the_same_queries_for_many(client):
    factories.cite(factories.record("ICS18-F01"), factories.passage())
    few = count_queries(client, "/sources/")
    for number in range(10, 20):
        factories.cite(factories.record(f"ICS18-F{number}"), factories.passage())
    assert count_queries(client, "/sources/") == few


def test_source_detail_lists_each_passage_with_its_anchor(client, article, paragraph):
    response = client.get("/sources/cmm-article/")
    assert 'id="p8"' in response.content.decode()
    assert "Goodwill counts." in words(response)
    assert [passage.locator for passage, _ in response.context["passages"]] == ["P8"]


def test_source_detail_says_what_cites_a_passage_and_how(client, paragraph):
    finding = factories.record("ICS18-F02", title="Later finding")
    earlier = factories.record("ICS18-F01", title="Earlier finding", verdict=Verdict.OVERTAKEN)
    factories.cite(finding, paragraph, relation=CitationRelation.SUPPORTS)
    factories.cite(earlier, paragraph)
    factories.cite(earlier.verdicts.get(), paragraph, relation=CitationRelation.QUALIFIES)
    factories.cite(factories.gap("ICS18-G01", title="A gap"), paragraph)
    factories.cite(factories.development("an-act", title="An Act"), paragraph)
    [(_, uses)] = client.get("/sources/cmm-article/").context["passages"]
    assert [
        (noun, [(use.title, use.url, use.relation) for use in group]) for noun, group in uses
    ] == [
        (
            "Records",
            [
                ("Earlier finding", "/findings/ICS18-F01/", "rests on this"),
                ("Later finding", "/findings/ICS18-F02/", "supported by this"),
            ],
        ),
        ("Verdicts", [("Earlier finding", "/findings/ICS18-F01/#verdict", "qualified by this")]),
        ("Gaps", [("A gap", "/gaps/ICS18-G01/", "rests on this")]),
        ("Events", [("An Act", "/timeline/#an-act", "rests on this")]),
    ]


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.WITHDRAWN])
def test_source_detail_names_nothing_unpublished(client, paragraph, state):
    secret = factories.record("ICS18-F07", title="Secret title", state=state)
    factories.cite(secret, paragraph)
    factories.cite(secret.verdicts.get(), paragraph)
    council = factories.audience("councils")
    secret.addressings.create(audience=council, passage=paragraph)
    response = client.get("/sources/cmm-article/")
    assert "Secret title" not in words(response)
    assert "ICS18-F07" not in response.content.decode()
    [(passage, uses)] = response.context["passages"]
    assert (passage.addressed_records, uses) == ([], [])
    assert "Nothing on this site cites this passage yet." in words(response)


def test_source_detail_counts_the_records_whose_readers_a_passage_shows(client, paragraph):
    for reference in ("ICS18-F01", "ICS18-F02"):
        record = factories.record(reference)
        for audience in ("nhs", "councils"):
            found = record.audiences.model.objects.filter(slug=audience).first()
            record.addressings.create(
                audience=found or factories.audience(audience), passage=paragraph
            )
    response = client.get("/sources/cmm-article/")
    assert "It shows to whom 2 records are addressed." in words(response)
    for reference in ("ICS18-F01", "ICS18-F02"):
        assert response.content.decode().count(f'href="/findings/{reference}/#addressed"') == 1


def test_source_detail_shows_the_trail_of_each_record_in_shape_and_words(client, paragraph):
    factories.cite(factories.record("ICS18-F01", trail="inferred"), paragraph)
    response = client.get("/sources/cmm-article/")
    assert 'href="#trail-inferred"' in response.content.decode()
    assert "Inferred from the source" in words(response)


@pytest.mark.alike
def test_every_record_leads_to_its_paragraphs_in_one_click(client, content):
    page = cache(lambda address: client.get(address).content.decode())
    for record in Record.objects.published().prefetch_related("citations__passage__source"):
        for citation in record.citations.all():
            passage = citation.passage
            assert f'href="{passage.get_absolute_url()}"' in page(record.get_absolute_url())
            source = page(passage.source.get_absolute_url())
            assert f'id="{passage.anchor}"' in source
            assert f'href="{record.get_absolute_url()}"' in source


def test_source_detail_links_the_official_address_and_nothing_else(client):
    factories.source("a-law", url="https://www.legislation.gov.uk/ukpga/2022/31")
    factories.source("a-talk")
    law = client.get("/sources/a-law/").content.decode()
    assert 'href="https://www.legislation.gov.uk/ukpga/2022/31" rel="external"' in law
    assert 'rel="external"' not in client.get("/sources/a-talk/").content.decode()


def test_source_detail_of_a_report_counts_what_belongs_to_it(client):
    factories.record("ICS18-F01")
    factories.record("ICS18-F02", state=State.DRAFT)
    factories.gap("ICS18-G01")
    factories.gap("ICS18-G02")
    response = client.get("/sources/report-ics18/")
    assert (response.context["record_count"], response.context["gap_count"]) == (1, 2)


def test_source_detail_names_the_audience_pages_that_rest_on_it(client, article):
    council = factories.audience("councils", name="Councils")
    council.changes.create(text="Housing came in.", source=article)
    assert 'href="/for/councils/"' in client.get("/sources/cmm-article/").content.decode()


@pytest.mark.alike
def test_source_detail_needs_the_same_queries_for_many(client, article, paragraph):
    council = factories.audience("councils")

    def cite_once_more(number):
        record = factories.record(f"ICS18-F{number}")
        record.addressings.create(audience=council, passage=paragraph)
        factories.cite(record, paragraph)
        factories.cite(record.verdicts.get(), paragraph)
        factories.cite(factories.gap(f"ICS18-G{number}"), paragraph)
        factories.cite(factories.development(), factories.passage(article))

    cite_once_more(10)
    few = count_queries(client, "/sources/cmm-article/")
    for number in range(11, 20):
        cite_once_more(number)
    assert count_queries(client, "/sources/cmm-article/") == few


@pytest.mark.parametrize("slug", ["nothing", "9" * 400])
def test_source_detail_of_an_unknown_name_is_not_found(client, article, slug):
    assert client.get(f"/sources/{slug}/").status_code == 404
