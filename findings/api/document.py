"""The OpenAPI document, made from the table of operations and the shapes."""

import re

from django.conf import settings

from findings.asking.problems import PROBLEMS
from findings.imprint import SITE
from findings.representations.origin import LICENCE

from . import parameters
from .answers import answer, no_parameters, operation
from .noun_shapes import LISTS, NOUN_SHAPES
from .operations import JSON, OPERATIONS, Operation
from .record_shapes import RECORD_SHAPES, VERSION_SHAPES
from .shapes import SMALL

SHAPES = SMALL | RECORD_SHAPES | VERSION_SHAPES | NOUN_SHAPES | LISTS
PLACE = re.compile(r"<\w+:(\w+)>")
ABOUT = """\
What research found about leading England’s integrated care systems: each record with its source, \
whom it is addressed to, and whether it still holds. Read only, without a key, under CC BY 4.0.

Whatever you show, show its `verdict.sentence` and its address with it: some of it is overtaken, \
and says so.

Parameters are strict: one that isn’t known, or has a value that isn’t, is a 422 that names it. \
Answers carry an `ETag`; send it back as `If-None-Match`, and what hasn’t changed is a 304 without \
a body. {limit}

The API changes by new keys and new addresses only. What would break a program becomes /api/v2/."""
NO_LIMIT = "There is no limit to how often you may ask."
LIMIT = (
    "One address may ask {limit} times a minute of each process of this site; the `RateLimit-*` "
    "headers say how much is left, and beyond it the answer is a 429 with `Retry-After`."
)
HEADERS = {
    "ETag": "Names what the answer says; the same until that changes.",
    "Cache-Control": "Always no-cache: ask again, with the ETag.",
    "RateLimit-Limit": "How many requests one address may make in a minute.",
    "RateLimit-Remaining": "How many of these are left.",
    "RateLimit-Reset": "In how many seconds the minute ends.",
}
PATIENCE = {"Retry-After": "After how many seconds to ask again."}


@operation
def openapi(request, origin):
    no_parameters(request)
    return answer(build(origin))


# Every address of the API, this document with them.
ALL = (
    *OPERATIONS,
    Operation(
        "openapi.json",
        "api-document",
        openapi,
        "This document",
        "The OpenAPI 3.1 document.",
        media_type=JSON,
    ),
)


def build(origin):
    return {
        "openapi": "3.1.0",
        "info": {
            "title": SITE,
            "version": "1",
            "summary": "What the site says, as data.",
            "description": ABOUT.format(limit=say_limit()),
            "license": LICENCE,
        },
        "servers": [{"url": f"{origin.root}/api/v1"}],
        "externalDocs": {"description": "The same as a page", "url": origin.address("api")},
        "paths": paths(ALL),
        "components": {
            "schemas": SHAPES,
            "responses": {name: response_of(name) for name in PROBLEMS},
            "headers": {
                name: {"description": about, "schema": {"type": "string"}}
                for name, about in {**HEADERS, **PATIENCE}.items()
            },
        },
    }


def say_limit():
    limit = settings.API_REQUESTS_PER_MINUTE
    return LIMIT.format(limit=limit) if limit else NO_LIMIT


def paths(operations):
    query = parameters.in_query()
    return {address_of(each): {"get": described(each, query)} for each in operations}


def address_of(operation):
    return "/" + PLACE.sub(r"{\1}", operation.route)


def described(operation, query):
    return {
        "operationId": operation.name.removeprefix("api-"),
        "summary": operation.summary,
        "description": operation.about,
        "parameters": [
            *parameters.in_path(operation.route),
            *(query[name] for name in operation.query),
        ],
        "responses": responses(operation),
    }


def responses(operation):
    found = {
        "200": {
            "description": operation.summary,
            "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS},
            "content": {operation.media_type: {"schema": schema_of(operation)}},
        },
        "304": {"description": "What you have is what there is."},
    }
    if "<reference:" in operation.route:
        found["301"] = {"description": "The reference is spelt otherwise: follow Location."}
    if operation.name == "api-theme":
        found["301"] = {"description": "It was merged into another theme: follow Location."}
    return found | {str(PROBLEMS[name][0]): refer(name) for name in errors_of(operation)}


def schema_of(operation):
    if operation.shape:
        return {"$ref": f"#/components/schemas/{operation.shape}"}
    if operation.media_type == "application/json":
        return {"type": "object"}
    return {"type": "string", "format": "binary"}


def errors_of(operation):
    found = ["bad-request", "bad-parameter", "too-many-requests"]
    if "<" in operation.route or "page" in operation.query:
        found.append("not-found")
    if "<reference:" in operation.route:
        found.append("gone")
    found.append("busy" if operation.media_type == "application/zip" else "unavailable")
    return sorted(found, key=list(PROBLEMS).index)


def refer(name):
    return {"$ref": f"#/components/responses/{name}"}


def response_of(name):
    _, title, meaning = PROBLEMS[name]
    schema = {"$ref": "#/components/schemas/Problem"}
    found = {
        "description": f"{title}. {meaning}",
        "content": {"application/problem+json": {"schema": schema}},
    }
    if name in ("too-many-requests", "unavailable", "busy"):
        found["headers"] = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
    return found
