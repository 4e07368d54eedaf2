"""Records, their versions and facets, as the API answers."""

import pytest
from django.utils.timezone import localdate

from findings.models import Record
from findings.publishing.erasing import redact
from findings.vocabulary import State
from tests import factories, histories
from tests.api.asking import faults, get
from tests.representations.example import FULL, full
from tests.views.reading import count_queries

pytestmark = pytest.mark.django_db


def references(data):
    return [record["reference"] for record in data["results"]]


def test_a_record_is_its_representation_and_has_the_documented_shape(client):
    factories.home()
    full()
    with histories.on("2026-08-01"):
        record = get(client, "/records/ICS18-R02")
    told = str(FULL).replace("https://ics.example", "http://testserver")
    assert str(record) == told
    assert faults(record, "Record") == []


def test_a_list_of_records_holds_the_same_records_and_says_what_was_asked(client):
    factories.home()
    full()
    data = get(client, "/records?kind=finding&kind=recommendation&per_page=1&page=2")
    assert faults(data, "Records") == []
    [record] = data.pop("results")
    assert record == get(client, "/records/ICS18-R02")
    assert data == {
        "sentence": "2 findings or recommendations",
        "as_at": None,
        "words": None,
        "html_url": "http://testserver/browse/?kind=finding&kind=recommendation",
        "answers": [],
        "count": 2,
        "page": 2,
        "pages": 2,
        "per_page": 1,
        "previous": "http://testserver/api/v1/records"
        "?kind=finding&kind=recommendation&per_page=1&page=1",
        "next": None,
        "licence": FULL["licence"],
        "knowledge_date": "2026-07-02",
    }


def test_the_list_is_that_of_the_page(client, content):
    """The same records in the same order, and the same sentence."""
    for asked in ("", "?audience=housing&kind=finding", "?q=goverance", "?verdict=overtaken"):
        data = get(client, f"/records{asked}{'&' if asked else '?'}per_page=100")
        page = client.get(f"/browse/{asked}", follow=True)
        shown = [hit.record.reference for hit in page.context["hits"]]
        assert references(data)[:20] == shown
        assert data["count"] == page.context["count"] == len(references(data))
        assert data["sentence"] == page.context["sentence"]


def test_what_was_made_of_words_is_said(client, content):
    words = get(client, "/records?q=landlrod&per_page=1")["words"]
    assert words["corrections"] == [{"typed": "landlrod", "read_as": "landlord"}]
    assert words["synonyms"] == [{"typed": "landlord", "also": ["housing"]}]
    assert (words["text"], words["any_of_them"], words["report"]) == ("landlrod", False, None)
    words = get(client, "/records?q=ics18&per_page=1")["words"]
    assert (words["text"], words["report"]["slug"]) == ("ics18", "scie-report")


def test_pages_are_stable_and_whole(client):
    for number in range(1, 46):
        factories.record(f"ICS18-F{number:02}", title="The same")
    address, seen = "/records?sort=title", []
    while address:
        data = get(client, address)
        seen += references(data)
        address = data["next"] and data["next"].removeprefix("http://testserver/api/v1")
    assert seen == [f"ICS18-F{number:02}" for number in range(1, 46)]
    assert (data["page"], data["pages"]) == (3, 3)


def test_an_empty_list_has_one_page(client):
    data = get(client, "/records?kind=skill")
    assert (data["results"], data["count"], data["pages"], data["next"]) == ([], 0, 1, None)


@pytest.mark.parametrize("page", ["2", "9999999"])
def test_a_page_beyond_the_last_is_not_found(client, page):
    factories.record()
    assert get(client, f"/records?page={page}", 404)["type"] == "/api/#not-found"


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ("colour=red", "colour"),
        ("kind=book", "kind"),
        ("kind=finding&theme=x", "theme"),
        ("per_page=101", "per_page"),
        ("per_page=0", "per_page"),
        ("page=10000000", "page"),
        ("page=" + "9" * 5000, "page"),
        ("page=²", "page"),
        ("as-at=2999-01-01", "as-at"),
        ("sort=", "sort"),
        ("q=a&q=b", "q"),
        ("audience[]=nhs", "audience[]"),
    ],
)
def test_a_bad_parameter_is_named(client, asked, parameter):
    told = get(client, f"/records?{asked}", 422)
    assert faults(told, "Problem") == []
    assert told["type"] == "/api/#bad-parameter"
    assert told["parameter"] == parameter
    assert told["detail"].startswith(f"“{parameter}”: ")


@pytest.mark.parametrize(
    "address",
    [
        "/records/ICS18-F01?page=1",
        "/records/ICS18-F01/versions?as-at=2018-11-20",
        "/records/ICS18-F01/versions/1?x=1",
        "/facets?sort=title",
        "/roles?kind=finding",
        "/themes?q=x",
        "/themes/trust?x=1",
        "/gaps/ICS18-G01?x=1",
        "/changes?until=2026-01-01",
        "/dump.zip?x=1",
        "/openapi.json?x=1",
    ],
)
def test_no_address_ignores_a_parameter(client, address):
    histories.published()
    name = address.partition("?")[2].partition("=")[0]
    assert get(client, address, 422)["parameter"] == name


def test_a_past_day_is_looked_at(client):
    full()
    data = get(client, "/records?as-at=2018-11-20&verdict=as-published")
    assert (data["as_at"], references(data)) == ("2018-11-20", ["ICS18-F01", "ICS18-R02"])
    assert data["results"][0]["verdict"]["value"] == "as-published"
    record = get(client, "/records/ICS18-R02?as-at=2018-11-20")
    assert record == data["results"][1]
    assert faults(record, "Record") == []


def test_another_spelling_of_a_reference_leads_to_it(client):
    histories.published()
    for address in ("/records/{}", "/records/{}/versions", "/records/{}/versions/1"):
        response = client.get("/api/v1" + address.format("ics18-f01") + "?as-at=2020-01-01")
        assert response.status_code == 301
        assert response["Location"] == "/api/v1" + address.format("ICS18-F01") + "?as-at=2020-01-01"


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_a_draft_is_not_found(client, state):
    histories.keep(factories.record("ICS18-F01", state=state), histories.EDITOR)
    for address in ("", "/versions", "/versions/1"):
        assert get(client, f"/records/ICS18-F01{address}", 404)["status"] == 404


def test_a_withdrawn_record_is_gone_and_says_why(client):
    successor = histories.published("ICS18-F02")
    record = histories.published("ICS18-F01", title="Canary")
    histories.withdraw(record, "It was wrong.", successor)
    for address in ("", "/versions", "/versions/1"):
        told = get(client, f"/records/ICS18-F01{address}", 410)
        assert told == {
            "type": "/api/#gone",
            "title": "It was taken off this site",
            "status": 410,
            "detail": "Finding ICS18-F01 was withdrawn. The editors took it off this site, so "
            "please don’t quote it any more. Its reference will never be given to anything else.",
            "date": localdate().isoformat(),
            "why": "It was wrong.",
            "read_instead": "http://testserver/api/v1/records/ICS18-F02",
        }
    assert references(get(client, "/records")) == ["ICS18-F02"]


def test_versions_are_listed_latest_first_and_each_keeps_its_text(client):
    record = histories.published(summary="First.")
    histories.change(record, summary="Second.", line="Reworded")
    data = get(client, "/records/ICS18-F01/versions")
    assert faults(data, "Versions") == []
    assert [(each["number"], each["line"]) for each in data["results"]] == [
        (2, "Reworded"),
        (1, "Publish"),
    ]
    first = get(client, "/records/ICS18-F01/versions/1")
    assert faults(first, "Version") == []
    assert (first["summary"], first["version"]["number"]) == ("First.", 1)
    assert get(client, "/records/ICS18-F01")["summary"] == "Second."
    assert get(client, "/records/ICS18-F01/versions/3", 404)["status"] == 404


def test_a_redacted_version_is_gone_and_leads_to_the_present_one(client):
    record = histories.published(summary="Canary.")
    histories.change(record, summary="Clean.", line="Cleaned")
    redact(record.versions.get(number=1), "It named somebody.")
    told = get(client, "/records/ICS18-F01/versions/1", 410)
    assert (told["why"], told["read_instead"]) == (
        "It named somebody.",
        "http://testserver/api/v1/records/ICS18-F01",
    )
    assert "Canary" not in str(get(client, "/records/ICS18-F01/versions"))


def test_facets_are_counted_as_on_the_page(client, content):
    data = get(client, "/facets?audience=housing&kind=finding")
    assert faults(data, "Facets") == []
    for facet in data["facets"]:
        for option in facet["options"]:
            if facet["facet"] not in ("audience", "kind") and option["count"]:
                found = get(
                    client,
                    "/records?audience=housing&kind=finding&per_page=1"
                    f"&{facet['facet']}={option['value']}",
                )
                assert found["count"] == option["count"]
    assert data["count"] == get(client, "/records?audience=housing&kind=finding")["count"]


@pytest.mark.alike
def test_a_list_costs_the_same_however_much_there_is(client):
    full()
    few = count_queries(client, "/api/v1/records?per_page=100")
    for number in range(2, 30):
        finding = factories.record(f"ICS18-F{number:02}")
        finding.links.create(relation="calls-for", target=factories.record(f"ICS18-S{number:02}"))
        factories.cite(finding, factories.passage())
    assert count_queries(client, "/api/v1/records?per_page=100") == few
    assert Record.objects.count() == 58
