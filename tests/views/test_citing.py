import json
import re

import bibtexparser
import pytest
import rispy

from findings.models import Passage, Record
from findings.publishing import erasing
from findings.publishing.versions import Note, keep
from findings.vocabulary import State, Trail, Verdict, Via
from tests import factories
from tests.histories import change, on, published, withdraw
from tests.views.reading import words

pytestmark = pytest.mark.django_db

FILE = "/findings/ICS18-F01"
FORMS = ["ris", "bib", "csl.json"]


@pytest.fixture
def record():
    report = factories.report()
    article = factories.source(
        "article", title="The article", byline="A magazine", published="20 November 2018"
    )
    with on("2026-06-01"):
        record = published("ICS18-F01", title="Goodwill counts", source=report)
        record.citations.all().delete()
        factories.cite(record, factories.passage(article, "P8"))
        keep(record, Note(Via.FORM, line="Cited"))
    return record


def linked_data(response):
    html = response.content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])


def test_the_original_work_is_the_author_and_this_site_where_it_was_read(client, record):
    page = words(client.get(f"{FILE}/"))
    assert (
        "Plain A magazine, “The article”, 20 November 2018, paragraph 8. Read on ICS Leadership, "
        "finding ICS18-F01 (“Goodwill counts”), version 2, 1 June 2026. Stated in the source. "
        "Stands, as of 2 July 2026. It is about A publisher, “Report ICS18”, 2018. "
        "http://testserver/findings/ICS18-F01/v2/"
    ) in page
    assert "Harvard A magazine (2018) ‘The article’, 20 November 2018, paragraph 8. Read" in page
    assert "Vancouver A magazine. The article [Internet]. 2018 Nov 20 [cited 2026 Jul 2]" in page
    styles = [page.index(f"{style} A magazine") for style in ("Harvard", "Vancouver", "Plain")]
    assert styles == sorted(styles)


@pytest.mark.parametrize("form", FORMS)
def test_every_file_says_up_to_when_the_editors_have_read(client, record, form):
    factories.home()
    said = client.get(f"{FILE}.{form}").content.decode()
    assert "The editors have read nothing later than 2 July 2026." in said


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_says_what_was_known_at_second_hand(client, record, form):
    said = "Stands, as of 2 July 2026. Read at second hand, through the Care Association."
    assert said not in client.get(f"{FILE}.{form}").content.decode()
    Passage.objects.update(second_hand="the Care Association")
    assert said in client.get(f"{FILE}.{form}").content.decode()
    assert words(client.get(f"{FILE}/")).count(said) == 3


def test_what_is_the_editors_own_is_cited_as_theirs(client):
    with on("2026-06-01"):
        published("ICS18-R01", title="Ring first", trail=Trail.OWN, speaker="editors")
    page = words(client.get("/recommendations/ICS18-R01/"))
    assert (
        "Plain The editors of ICS Leadership, “Ring first”, 1 June 2026. Read on ICS Leadership, "
        "recommendation ICS18-R01, version 1, 1 June 2026. The editors’ own. "
        "Stands, as of 2 July 2026. It rests on A publisher, “Source "
    ) in page


def test_our_own_advice_names_the_works_that_it_rests_on(client, content):
    page = words(client.get("/recommendations/ICS18-R16/"))
    assert (
        "It rests on Research article (the text that we saw shows no authors), “Bridging the gap "
        "between the home and the hospital: a qualitative study of partnership working across "
        "housing, health and social care”, 10 December 2019."
    ) in page
    assert "It rests on Social Care Institute for Excellence" not in page


def test_a_version_is_cited_with_its_own_words_and_todays_verdict(client, record):
    factories.verdict_on(record, Verdict.OVERTAKEN, effective_on="2026-06-02")
    change(record, title="Goodwill counted")
    page = words(client.get(f"{FILE}/v2/"))
    assert "(“Goodwill counts”), version 2, 1 June 2026. Stated in the source. Overtaken," in page
    assert "http://testserver/findings/ICS18-F01/v2/" in page


@pytest.mark.parametrize(
    ("form", "content_type"),
    [
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("csl.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_each_file_has_its_type_and_its_name(client, record, form, content_type):
    response = client.get(f"{FILE}.{form}")
    assert (response.status_code, response["Content-Type"]) == (200, content_type)
    assert response["Content-Disposition"] == f'attachment; filename="ICS18-F01-v2.{form}"'
    assert client.get(f"{FILE}/v2.{form}").content == response.content


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_asked_for_strictly(client, record, form):
    for address in (f"{FILE}.{form}", f"{FILE}/v1.{form}"):
        refused = client.get(f"{address}?as-at=2018-11-20")
        assert refused.status_code == 400
        assert "“as-at”" in refused.content.decode()


def test_the_files_say_the_same(client, record):
    (entry,) = rispy.loads(client.get(f"{FILE}.ris").content.decode())
    assert (entry["authors"], entry["accession_number"]) == (["A magazine"], "ICS18-F01")
    (entry,) = bibtexparser.loads(client.get(f"{FILE}.bib").content.decode()).entries
    assert (entry["author"], entry["ID"]) == ("{A magazine}", "ICS18-F01-v2")
    (entry,) = client.get(f"{FILE}.csl.json").json()
    assert (entry["author"], entry["id"]) == ([{"literal": "A magazine"}], "ICS18-F01-v2")
    (older,) = client.get(f"{FILE}/v1.csl.json").json()
    assert older["author"] != entry["author"]


@pytest.mark.parametrize("form", FORMS)
def test_other_spellings_redirect_and_what_is_not_shown_has_no_file(client, record, form):
    for asked in (f"/findings/ics18-f01.{form}", f"/skills/ICS18-F01.{form}"):
        response = client.get(asked)
        assert (response.status_code, response["Location"]) == (301, f"{FILE}.{form}")
    response = client.get(f"/skills/ics18-f01/v1.{form}")
    assert (response.status_code, response["Location"]) == (301, f"{FILE}/v1.{form}")
    assert client.get(f"/findings/ICS18-F99.{form}").status_code == 404
    assert client.get(f"{FILE}/v9.{form}").status_code == 404
    Record._base_manager.update(state=State.DRAFT)
    assert client.get(f"{FILE}.{form}").status_code == 404
    Record._base_manager.update(state=State.PUBLISHED)
    erasing.redact(record.versions.get(number=1), "A reason")
    assert client.get(f"{FILE}/v1.{form}").status_code == 410
    withdraw(record)
    for address in (f"{FILE}.{form}", f"{FILE}/v2.{form}"):
        response = client.get(address)
        assert response.status_code == 410
        assert b"Goodwill" not in response.content
        assert b"magazine" not in response.content


def test_an_unknown_suffix_is_not_found(client, record):
    for address in (f"{FILE}.doc", f"{FILE}.csv", f"{FILE}.ris.ris"):
        assert client.get(address).status_code == 404


def test_the_slash_after_a_suffix_falls_away(client, record):
    response = client.get(f"{FILE}.csl.json/")
    assert (response.status_code, response["Location"]) == (301, f"{FILE}.csl.json")


def test_machines_read_who_said_it_and_where_it_stands(client, record):
    record.themes.add(factories.theme(name="Trust"))
    change(record, title="</script><script>alert(1)</script>", summary="Short & plain.")
    response = client.get(f"{FILE}/")
    html = response.content.decode()
    assert "<script>alert" not in html
    data = linked_data(response)
    assert data["@id"] == "http://testserver/findings/ICS18-F01/v3/"
    assert data["url"] == "http://testserver/findings/ICS18-F01/"
    assert (data["identifier"], data["version"]) == ("ICS18-F01", "3")
    assert data["headline"] == "</script><script>alert(1)</script>"
    assert data["abstract"] == "Short & plain."
    assert data["creativeWorkStatus"] == "Stands, as of 2 July 2026"
    assert data["keywords"] == ["Trust"]
    assert data["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "name": "The article",
            "author": {"@type": "Organization", "name": "A magazine"},
            "url": "http://testserver/sources/article/",
        }
    ]
    for name, content in (
        ("citation_title", "The article"),
        ("citation_author", "A magazine"),
        ("citation_publication_date", "2018/11/20"),
        ("citation_technical_report_number", "ICS18-F01"),
        ("citation_public_url", "http://testserver/findings/ICS18-F01/v3/"),
    ):
        assert f'<meta name="{name}" content="{content}">' in html


def test_citations_can_be_selected_without_script(client, record):
    html = client.get(f"{FILE}/").content.decode()
    assert html.count('class="quote"') == 3
    assert "<button" not in html.partition('id="cite"')[2].partition("</section>")[0]


def test_a_record_that_was_never_kept_has_nothing_to_cite(client):
    factories.record("ICS18-F05")
    assert "Cite this" not in words(client.get("/findings/ICS18-F05/"))
    assert client.get("/findings/ICS18-F05.ris").status_code == 404
