"""What every answer of the API carries: open to any site, cheap to ask again, limited."""

import json
from unittest import mock

import pytest
from django.test import Client, RequestFactory

from findings.api.limits import MOST_CLIENTS, Counter, client_of
from findings.api.middleware import ForPrograms
from findings.vocabulary import State
from tests import factories, histories
from tests.api.asking import faults, get
from tests.representations.example import full

pytestmark = pytest.mark.django_db
ADDRESSES = ["/api/v1/records", "/api/v1/nothing", "/api/v1/records?x=1", "/api/v2/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_any_site_may_read_every_answer(client, address):
    response = client.get(address)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "ETag" in response["Access-Control-Expose-Headers"]
    assert not response.cookies


@pytest.mark.parametrize("address", ["/", "/api/", "/browse/", "/changes.atom"])
def test_pages_stay_closed_to_other_sites(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_preflight_is_answered(client):
    response = client.options("/api/v1/records", headers={"Origin": "https://elsewhere.example"})
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Headers"] == "*"
    assert client.options("/browse/").status_code == 405


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_the_api_is_read_only(client, method):
    response = getattr(client, method)("/api/v1/records")
    told = json.loads(response.content)
    assert response.status_code == told["status"] == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert (response["Content-Type"], told["type"]) == (
        "application/problem+json",
        "/api/#method-not-allowed",
    )
    assert faults(told, "Problem") == []


@pytest.mark.parametrize(
    "address", ["/records?q=%00", "/records?q=%ff", "/themes/%00", "/records/ICS18-F01?as-at=%00"]
)
def test_what_can_not_be_read_is_refused(client, address):
    assert get(client, address, 400)["type"] == "/api/#bad-request"


def test_a_fault_of_ours_is_a_problem_too(client):
    client.raise_request_exception = False
    with mock.patch("findings.api.nouns.roles.represent_all", side_effect=RuntimeError("secret")):
        told = get(client, "/roles", 500)
    assert told["type"] == "/api/#server-error"
    assert "secret" not in str(told)


def test_head_answers_as_get_without_a_body(client):
    histories.published()
    response = client.head("/api/v1/records")
    assert (response.status_code, response.content) == (200, b"")


def test_what_has_not_changed_is_not_sent_again(client):
    record = full()
    address = "/api/v1/records/ICS18-R02"
    with histories.on("2026-08-01"):
        etag = client.get(address)["ETag"]
        again = client.get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
        histories.change(record, summary="Another.")
        changed = client.get(address, headers={"If-None-Match": etag})
    assert (changed.status_code, changed["ETag"] == etag) == (200, False)
    assert changed["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ["/records", "/records/ICS18-R02", "/facets", "/changes"])
def test_no_draft_moves_an_etag(client, address):
    full()
    with histories.on("2026-08-01"):
        etag = client.get(f"/api/v1{address}")["ETag"]
        draft = factories.record("ICS18-R90", state=State.DRAFT, title="Canary")
        draft.links.create(relation="rests-on", target=histories.Record.objects.first())
        draft.addressings.create(audience=factories.models.Audience.objects.get())
        draft.themes.add(factories.models.Theme.objects.get())
        histories.keep(draft, histories.EDITOR)
        assert client.get(f"/api/v1{address}")["ETag"] == etag


@pytest.mark.usefixtures("verdicts_age")
def test_a_verdict_grown_old_moves_the_etag(client):
    full()
    with histories.on("2027-07-02"):
        etag = client.get("/api/v1/records/ICS18-R02")["ETag"]
    with histories.on("2027-07-03"):
        assert client.get("/api/v1/records/ICS18-R02")["ETag"] != etag


@pytest.fixture
def limited(settings):
    """A client of a process of its own, which lets three requests a minute through."""
    settings.API_REQUESTS_PER_MINUTE = 3
    return Client()


def at(seconds):
    return mock.patch("findings.api.middleware.time.time", return_value=seconds)


def told(response):
    names = ("Limit", "Remaining", "Reset")
    return response.status_code, [response[f"RateLimit-{name}"] for name in names]


def test_a_client_is_limited_by_the_minute_and_told_so(limited):
    with at(600_010):
        answers = [told(limited.get("/api/v1/roles")) for _ in range(3)]
        assert answers == [(200, ["3", left, "50"]) for left in ("2", "1", "0")]
        refused = limited.get("/api/v1/nothing")
        assert told(refused) == (429, ["3", "0", "50"])
        assert refused["Retry-After"] == "50"
        assert refused["Access-Control-Allow-Origin"] == "*"
        assert json.loads(refused.content)["type"] == "/api/#too-many-requests"
        other = limited.get("/api/v1/roles", REMOTE_ADDR="192.0.2.7")
        assert told(other) == (200, ["3", "2", "50"])
        assert limited.options("/api/v1/roles").status_code == 204
        pages = [limited.get("/api/") for _ in range(5)]
        assert {page.status_code for page in pages} == {200}
        assert not any("RateLimit-Limit" in page for page in pages)
    with at(600_060):
        assert told(limited.get("/api/v1/roles")) == (200, ["3", "2", "60"])


def test_lists_as_data_are_counted_with_the_api_and_pages_are_not(limited):
    with at(600_010):
        for address in ("/browse.csv", "/findings.json", "/api/v1/roles"):
            assert limited.get(address).status_code == 200
        assert told(limited.get("/browse.atom")) == (429, ["3", "0", "50"])
        page = limited.get("/themes/")
        assert (page.status_code, "RateLimit-Limit" in page) == (200, False)


def test_without_a_limit_nothing_is_counted(client):
    response = client.get("/api/v1/roles")
    assert (response.status_code, "RateLimit-Limit" in response) == (200, False)


def test_the_memory_of_a_minute_is_bounded_and_forgotten():
    counter = Counter()
    for number in range(MOST_CLIENTS):
        assert counter.count(f"client {number}", 0) == 1
    assert [counter.count("late", 1), counter.count("later", 2)] == [1, 2]
    assert len(counter.counts) == MOST_CLIENTS + 1
    assert counter.count("client 1", 59.9) == 2
    assert counter.count("late", 60) == 1
    assert len(counter.counts) == 1


@pytest.mark.parametrize(
    ("sent", "behind_proxy", "client"),
    [
        ({"REMOTE_ADDR": "192.0.2.1"}, False, "192.0.2.1"),
        ({"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "198.51.100.9"}, False, "192.0.2.1"),
        (
            {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "forged, 198.51.100.9"},
            True,
            "198.51.100.9",
        ),
        ({"REMOTE_ADDR": "192.0.2.1"}, True, "192.0.2.1"),
        ({"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, False, "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": "::ffff:192.0.2.1"}, False, "192.0.2.1"),
        ({"REMOTE_ADDR": ""}, False, ""),
        ({"HTTP_X_FORWARDED_FOR": "x" * 1000}, True, "x" * 64),
    ],
)
def test_a_client_is_known_by_its_address(sent, behind_proxy, client):
    assert client_of(RequestFactory().get("/", **sent), behind_proxy=behind_proxy) == client


def test_each_process_counts_for_itself(settings):
    settings.API_REQUESTS_PER_MINUTE = 3
    first, second = (ForPrograms(lambda request: None) for _ in range(2))
    assert first.counter is not second.counter
