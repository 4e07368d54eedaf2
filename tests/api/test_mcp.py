"""The Model Context Protocol: the official client as a second reader, and what is refused."""

import json

import anyio
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from mcp import Client

from findings.vocabulary import State
from tests import factories, histories
from tests.api.asking import get

pytestmark = pytest.mark.django_db

MCP = "/api/v1/mcp"


@pytest.fixture
def shelf(db):
    factories.home()
    record = histories.published("ICS18-F01", summary="Leaders held the room and the trust.")
    factories.record("ICS18-F02", title="Canary", state=State.DRAFT)
    return record


def send(client, method="ping", *, status=200, body=None, **message):
    message = {"jsonrpc": "2.0", "id": 7, "method": method, **message}
    content = json.dumps(message) if body is None else body
    response = client.post(MCP, content, content_type="application/json")
    assert response.status_code == status
    assert response["Access-Control-Allow-Origin"] == "*"
    return json.loads(response.content) if response.content else None


def call(client, name, **arguments):
    told = send(client, "tools/call", params={"name": name, "arguments": arguments})["result"]
    if told["isError"]:
        return told["content"][0]["text"]
    assert json.loads(told["content"][0]["text"]) == told["structuredContent"]
    return told["structuredContent"]


@pytest.mark.alike
@pytest.mark.parametrize("mode", ["legacy", "auto"])
@pytest.mark.django_db(transaction=True)
def test_the_official_client_greets_and_calls(live_server, shelf, mode):
    async def talk():
        async with Client(live_server.url + MCP, mode=mode) as client:
            tools = await client.list_tools()
            found = await client.call_tool("get_record", {"reference": "(ICS18-F01)"})
            return [tool.name for tool in tools.tools], found

    names, found = anyio.run(talk)
    assert names == ["search_records", "get_record", "changes_since", "verify_quotation"]
    assert found.structured_content["reference"] == "ICS18-F01"
    assert found.structured_content["verdict"]["sentence"].startswith("Stands, as of 2 July 2026")


def test_a_record_is_the_one_of_the_api(client, shelf):
    assert call(client, "get_record", reference="ics18-f01") == get(client, "/records/ICS18-F01")
    past = call(client, "get_record", reference="ICS18-F01", as_at="2018-11-20")
    assert past["verdict"]["label"] == "As published"


def test_a_search_finds_what_the_api_finds_with_whether_it_holds(client, shelf):
    found = call(client, "search_records", q="trust", kind="finding", page=1)
    listed = get(client, "/records?q=trust&kind=finding")
    assert found["count"] == listed["count"] == 1
    assert found["sentence"] == listed["sentence"]
    [result] = found["results"]
    assert result["verdict"]["sentence"] == listed["results"][0]["verdict"]["sentence"]
    assert result["html_url"] == "http://testserver/findings/ICS18-F01/"
    assert "Canary" not in str(call(client, "search_records"))


def test_what_changed_since_a_day_is_told_with_the_words(client, shelf):
    histories.change(shelf, summary="Leaders left.")
    found = call(client, "changes_since", since="2026-01-01")
    assert [each["reference"] for each in found["results"]] == ["ICS18-F01"]
    assert call(client, "changes_since", since="2026-01-01", page=2)["results"] == []


def test_a_quotation_is_verified(client, shelf):
    histories.change(shelf, summary="Leaders left.")
    found = call(client, "verify_quotation", text="held the room and the trust")
    assert found["outcome"]["value"] == "changed"
    assert found["stands_in"]["number"] == 1
    assert found["newest_version"] == 2
    assert found["record"]["reference"] == "ICS18-F01"
    never = call(client, "verify_quotation", text="nobody wrote these words", reference="ICS18-F01")
    assert (never["outcome"]["value"], never["record"]) == ("never-said", None)


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("get_record", {}, "“reference”: It is needed."),
        ("get_record", {"reference": 3}, "“reference”: It must be string."),
        ("get_record", {"reference": "ICS18-F02"}, "“reference”: No record that readers"),
        ("get_record", {"reference": "ICS18-F01", "as_at": "soon"}, "“as-at”: "),
        ("search_records", {"theme": "zz"}, "“theme”: It can’t be “zz”. Known: "),
        ("search_records", {"page": True}, "“page”: It must be integer."),
        ("search_records", {"page": 10**30}, "“page”: It must be a number from 1 to 9999999."),
        ("search_records", {"colour": "red"}, "“colour”: There is no such parameter. Known: q"),
        ("changes_since", {"since": "2026-13-01"}, "“since”: It isn’t a day."),
        ("changes_since", {"since": "2026-01-01", "page": -4}, "“page”: It must be a number"),
        ("changes_since", {"since": "2026-01-01", "page": 10**30}, "“page”: It must be a number"),
        ("verify_quotation", {"text": "too short"}, "“text”: It takes four words"),
        ("verify_quotation", {"text": "word " * 500}, "“text”: It has more than 2,000"),
    ],
)
def test_what_a_tool_can_not_do_it_says_in_a_sentence(client, shelf, name, arguments, said):
    assert call(client, name, **arguments).startswith(said)


def test_a_withdrawn_record_says_that_it_is_gone(client, shelf):
    histories.withdraw(shelf)
    said = call(client, "get_record", reference="ICS18-F01")
    assert said.startswith("“reference”: Finding ICS18-F01 was withdrawn.")
    assert "trust" not in said


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{", -32700),
        ('"\\ud800"', -32700),
        (b"\xff", -32700),
        ("[" * 15_000, -32700),
        ("1" * 15_000, -32700),
        (" " * 30_000, -32600),
        ("[]", -32600),
        ('{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600),
        ('{"jsonrpc": "2.0", "id": true, "method": "ping"}', -32600),
        ('{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []}', -32600),
        ('{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"a": "\\u0000"}}', -32600),
    ],
)
def test_what_is_no_message_is_refused(client, db, body, code):
    assert send(client, body=body, status=400)["error"]["code"] == code


def test_the_rest_of_the_protocol(client, db):
    assert send(client) == {"jsonrpc": "2.0", "id": 7, "result": {}}
    assert send(client, "resources/list")["error"]["code"] == -32601
    assert send(client, "tools/call", params={"name": ["x"]})["error"]["code"] == -32602
    notice = '{"jsonrpc": "2.0", "method": "notifications/initialized"}'
    assert send(client, body=notice, status=202) is None
    older = send(client, "initialize", params={"protocolVersion": "2025-03-26"})["result"]
    assert older["protocolVersion"] == "2025-03-26"
    newer = send(client, "initialize", params={"protocolVersion": "2199-01-01"})["result"]
    assert newer["protocolVersion"] == "2025-11-25"
    headers = {"MCP-Protocol-Version": "2199-01-01"}
    sent = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    refused = client.post(MCP, sent, content_type="application/json", headers=headers)
    assert refused.status_code == 400


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "text/plain", ""])
def test_a_message_is_json(client, db, kind):
    message = '{"jsonrpc": "2.0", "id": 1, "method": "ping"}'
    assert client.post(MCP, message, content_type=kind).status_code == 400


def test_it_takes_messages_alone(client, db):
    refused = client.get(MCP)
    assert (refused.status_code, refused["Allow"]) == (405, "POST")
    assert "POST" in client.options(MCP)["Access-Control-Allow-Methods"]


def test_more_records_take_no_more_queries(client, shelf):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            call(client, "search_records")
            call(client, "verify_quotation", text="held the room and the trust")
        return len(captured)

    cost()
    few = cost()
    for number in range(3, 6):
        histories.published(f"ICS18-F0{number}", summary=shelf.summary)
    cost()
    assert cost() == few
