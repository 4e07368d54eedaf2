"""Audiences, themes and all the others, as the API answers; changes and the dump."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

from findings.formats import press
from findings.models import Audience, Development
from findings.publishing.erasing import redact
from findings.representations import columns, tables
from findings.vocabulary import State
from tests import factories, histories
from tests.api.asking import faults, get
from tests.representations.example import full
from tests.views.reading import count_queries

pytestmark = pytest.mark.django_db
NOUNS = {
    "audiences": ("Audience", "slug"),
    "themes": ("Theme", "slug"),
    "sources": ("Source", "slug"),
    "developments": ("Development", "slug"),
    "gaps": ("Gap", "reference"),
    "terms": ("Term", "slug"),
}
IN_DUMP = (*list(NOUNS)[:-1], "laws", "terms", "roles")


def one_of_each():
    full()
    factories.term("icb")
    change = Audience.objects.get().changes.create(text="A law came.")
    change.developments.add(Development.objects.get(slug="law"))


def test_every_noun_has_a_list_and_each_thing_an_address(client, content):
    for noun, (shape, key) in NOUNS.items():
        data = get(client, f"/{noun}?per_page=100")
        assert faults(data, f"{shape}s") == []
        assert len(data["results"]) == min(data["count"], 100) > 3
        first = data["results"][0]
        assert get(client, f"/{noun}/{first[key]}") == first
        assert first["url"] == f"http://testserver/api/v1/{noun}/{first[key]}"
        assert client.get(first["html_url"].partition("#")[0]).status_code == 200
    assert_roles_are_three(client)


def assert_roles_are_three(client):
    data = get(client, "/roles")
    assert faults(data, "Roles") == []
    assert [role["value"] for role in data["results"]] == [
        "chief-executive",
        "director",
        "senior-manager",
    ]
    for role in data["results"]:
        found = get(client, f"/records?role={role['value']}&per_page=1")
        assert found["count"] == role["counts"]["records"]


@pytest.mark.alike
@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_costs_the_same_however_many_there_are(client, noun):
    one_of_each()
    few = count_queries(client, f"/api/v1/{noun}")
    for number in range(2, 12):
        record = factories.record(f"ICS18-F{number:02}")
        passage = factories.passage()
        event = factories.development()
        event.bears_on.add(record)
        factories.cite(event, passage)
        gap = factories.gap(f"ICS18-G{number:02}")
        gap.bears_on.add(record)
        factories.cite(gap, passage)
        factories.term(f"term-{number}")
        record.themes.add(factories.theme(f"theme-{number}"))
        audience = factories.audience(f"audience-{number}")
        record.addressings.create(audience=audience)
        audience.changes.create(text="Something.").developments.add(event)
    assert count_queries(client, f"/api/v1/{noun}") == few


@pytest.mark.parametrize(
    "address",
    ["/themes/nothing", "/gaps/ICS18-G99", "/gaps/ICS18-F99", "/audiences/x", "/nothing", "/"],
)
def test_what_is_unknown_is_not_found(client, address):
    histories.published()
    assert get(client, address, 404) == {
        "type": "/api/#not-found",
        "title": "There is nothing at this address",
        "status": 404,
        "detail": "The address is none of those that /api/ lists, no such thing was ever "
        "published, or the list has fewer pages.",
    }


def test_a_gap_is_found_in_any_case_and_gone_when_removed(client):
    gap = factories.gap("ICS18-G01")
    histories.references.claim("ICS18-G01", gap.source, "G")
    assert client.get("/api/v1/gaps/ics18-g01")["Location"] == "/api/v1/gaps/ICS18-G01"
    gap.delete()
    assert get(client, "/gaps/ICS18-G01", 410)["detail"].startswith("Gap ICS18-G01 was removed.")


def test_what_lives_is_never_said_to_be_gone(client):
    gap = factories.gap("ICS18-G01")
    histories.references.claim("ICS18-G01", gap.source, "G")
    factories.record("ICS18-F01")
    for asked, address in (
        ("records/ICS18-G01", "gaps/ICS18-G01"),
        ("records/ics18-g01/versions", "gaps/ICS18-G01"),
        ("gaps/ICS18-F01", "records/ICS18-F01"),
    ):
        assert client.get(f"/api/v1/{asked}")["Location"] == f"/api/v1/{address}"
    assert client.get("/findings/ICS18-G01.json").status_code == 404
    assert client.get("/findings/ICS18-G01/")["Location"] == "/gaps/ICS18-G01/"
    gap.delete()
    for asked in ("/api/v1/records/ICS18-G01", "/findings/ICS18-G01.json", "/findings/ICS18-G01/"):
        assert client.get(asked).status_code == 410


def test_changes_are_those_of_the_page(client):
    with histories.on("2026-07-03"):
        record = histories.published("ICS18-F01")
        histories.published("ICS18-F02")
    with histories.on("2026-07-05"):
        histories.change(record, summary="Another.")
    data = get(client, "/changes?since=2026-07-04")
    assert faults(data, "Changes") == []
    assert (data["since"], data["count"]) == ("2026-07-04", 1)
    assert data["results"][0]["steps"][0]["version"] == 2
    assert get(client, "/changes")["count"] == 2
    assert get(client, "/changes?page=2&per_page=1")["results"][0]["reference"] == "ICS18-F02"
    assert get(client, "/changes?since=soon", 422)["parameter"] == "since"


def parcel(client):
    response = client.get("/api/v1/dump.zip")
    assert (response.status_code, response["Content-Type"]) == (200, "application/zip")
    assert response["Content-Disposition"] == 'attachment; filename="ics-leadership.zip"'
    return zipfile.ZipFile(io.BytesIO(response.content))


def table_in(files, name):
    text = files.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_dump_holds_everything_with_its_licence(client):
    factories.home()
    one_of_each()
    factories.record("ICS18-F90", state=State.DRAFT, title="Canary")
    files = parcel(client)
    nouns = ("records", "versions", *IN_DUMP)
    assert files.namelist() == [
        *("README.txt", "LICENCE.txt"),
        *(f"{noun}.{form}" for noun in nouns for form in ("json", "csv")),
    ]
    records = json.loads(files.read("records.json"))
    assert records == get(client, "/records")["results"]
    assert table_in(files, "records") == [columns.row(record) for record in records]
    for noun in IN_DUMP:
        told = json.loads(files.read(f"{noun}.json"))
        assert told == get(client, f"/{noun}")["results"]
        assert table_in(files, noun) == [tables.row(each) for each in told]
    licence = Path(settings.BASE_DIR, "LICENSE-CONTENT").read_text()
    assert files.read("LICENCE.txt").decode() == licence
    about = files.read("README.txt").decode()
    assert "http://testserver/api/" in about
    assert "The editors have read nothing later than 2 July 2026." in about
    assert not any(b"Canary" in files.read(name) for name in files.namelist())


def test_while_too_many_files_are_made_the_dump_is_refused_politely(client, monkeypatch):
    factories.home()
    monkeypatch.setattr(press.PRESS, "patience", 0)
    with press.PRESS.turn():
        refused = client.get("/api/v1/dump.zip")
        assert client.get("/api/v1/records").status_code == 200
    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    assert refused["Content-Type"] == "application/problem+json"
    assert json.loads(refused.content)["type"] == "/api/#busy"
    responses = get(client, "/openapi.json")["paths"]["/dump.zip"]["get"]["responses"]
    assert responses["503"] == {"$ref": "#/components/responses/busy"}
    assert parcel(client).testzip() is None


def test_the_dump_is_the_same_until_something_changes(client):
    record = full()
    with histories.on("2026-08-01"):
        before = client.get("/api/v1/dump.zip")
    with histories.on("2026-08-02"):
        factories.record("ICS18-F90", state=State.DRAFT)
        again = client.get("/api/v1/dump.zip")
        histories.change(record, summary="Another.")
        after = client.get("/api/v1/dump.zip")
        unchanged = client.get("/api/v1/dump.zip", headers={"If-None-Match": after["ETag"]})
    assert before["ETag"] == again["ETag"] != after["ETag"]
    assert before.content == again.content
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def test_the_dump_holds_every_version_that_has_a_text(client):
    factories.home()
    with histories.on("2026-07-03"):
        record = histories.published("ICS18-F01", title="First")
        histories.change(record, title="Second")
        histories.change(record, title="Third")
        histories.withdraw(histories.published("ICS18-F02", title="Canary"))
    redact(record.versions.get(number=2), "A name.")
    files = parcel(client)
    told = json.loads(files.read("versions.json"))
    assert [(each["version"]["number"], each["title"]) for each in told] == [
        *((1, "First"), (3, "Third")),
    ]
    assert told[0] == get(client, "/records/ICS18-F01/versions/1")
    assert [row["title"] for row in table_in(files, "versions")] == ["First", "Third"]
    assert b"Canary" not in files.read("versions.json")


def test_an_empty_parcel_holds_empty_lists(client):
    files = parcel(client)
    assert json.loads(files.read("records.json")) == []
    assert table_in(files, "versions") == []
