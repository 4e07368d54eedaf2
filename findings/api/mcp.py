"""The Model Context Protocol for programs that talk: one address, read only, without sessions.

Each POST is one message of JSON-RPC 2.0, answered by itself in JSON. No answer depends on an
earlier one, so any process of any node can give it. What is answered is in `tools`.
"""

import json

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from findings.asking.strict import BadParameter
from findings.imprint import SITE
from findings.representations.origin import Origin

from .tools import TOOLS

# The newest first. Those of 2026 begin without a greeting; their clients know the older ones.
VERSIONS = ("2025-11-25", "2025-06-18", "2025-03-26")
LONGEST = 20_000
PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32700, -32600, -32601, -32602
ABOUT = (
    "What research found about leading England’s integrated care systems. Wherever you quote a "
    "record, give its reference, its address (html_url) and the sentence of its verdict: some "
    "records are overtaken. Quote its words exactly, and verify them with verify_quotation."
)


class Refused(Exception):
    """A message that can't be answered: the code of JSON-RPC, and a sentence."""

    def __init__(self, code, sentence):
        self.code = code
        super().__init__(sentence)


@csrf_exempt
def mcp(request):
    message = {}
    try:
        message = read(request)
        if "id" not in message:
            return HttpResponse(status=202)
        told = {"result": answer(request, message["method"], message.get("params") or {})}
        status = 200
    except Refused as refused:
        told = {"error": {"code": refused.code, "message": str(refused)}}
        status = 400 if refused.code in (PARSE_ERROR, INVALID_REQUEST) else 200
    response = JsonResponse(
        {"jsonrpc": "2.0", "id": message.get("id"), **told},
        status=status,
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = "no-store"
    return response


mcp.methods = ("POST",)


def read(request):
    """The message that was sent: a request, or a notice without an id."""
    if request.content_type != "application/json":
        raise Refused(INVALID_REQUEST, "A message is sent as application/json.")
    if len(request.body) > LONGEST:
        raise Refused(INVALID_REQUEST, f"A message has {LONGEST:,} bytes at most.")
    try:
        message = json.loads(request.body)
        written = json.dumps(message, ensure_ascii=False)
        written.encode()
    except (ValueError, RecursionError):
        raise Refused(PARSE_ERROR, "The body is no JSON in UTF-8.") from None
    if not is_message(message) or r"\u0000" in written:
        raise Refused(INVALID_REQUEST, "The body is no single message of JSON-RPC 2.0.")
    version = request.headers.get("MCP-Protocol-Version", VERSIONS[0])
    if version not in VERSIONS:
        raise Refused(INVALID_REQUEST, f"Known versions of the protocol: {', '.join(VERSIONS)}.")
    return message


def is_message(message):
    return (
        isinstance(message, dict)
        and message.get("jsonrpc") == "2.0"
        and isinstance(message.get("method"), str)
        and isinstance(message.get("params", {}), dict)
        and type(message.get("id", "")) in (str, int)
    )


def answer(request, method, params):
    """What a method of the protocol answers."""
    if method == "initialize":
        return greeting(params)
    if method == "ping":
        return {}
    if method == "tools/list":
        return {"tools": [tool.definition for tool in TOOLS.values()]}
    if method == "tools/call":
        return called(params, Origin.of(request))
    raise Refused(NO_METHOD, "There is no such method here.")


def greeting(params):
    asked = params.get("protocolVersion")
    return {
        "protocolVersion": asked if asked in VERSIONS else VERSIONS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": "ics-leadership", "title": SITE, "version": "1"},
        "instructions": ABOUT,
    }


def called(params, origin):
    """What a tool answers, as data and as the same in text; a sentence where it can't."""
    tool, arguments = TOOLS.get(str(params.get("name"))), params.get("arguments") or {}
    if tool is None or not isinstance(arguments, dict):
        raise Refused(INVALID_PARAMS, f"The tools are {', '.join(TOOLS)}; arguments are named.")
    try:
        told = tool.answer(arguments, origin)
    except BadParameter as refused:
        return {"content": [in_words(str(refused))], "isError": True}
    written = json.dumps(told, ensure_ascii=False)
    return {"content": [in_words(written)], "structuredContent": told, "isError": False}


def in_words(text):
    return {"type": "text", "text": text}
