"""The OpenAPI document as a page for people."""

from django.conf import settings
from django.shortcuts import render

from findings.asking.problems import PROBLEMS
from findings.representations.origin import Origin

from . import document
from .tools import TOOLS


def docs(request):
    built = document.build(Origin.of(request))
    server = built["servers"][0]["url"]
    calls = [call(server, path, item["get"]) for path, item in built["paths"].items()]
    shapes = built["components"]["schemas"]
    context = {
        "server": server,
        "tools": TOOLS.values(),
        "limit": settings.API_REQUESTS_PER_MINUTE,
        "calls": calls,
        "shapes": [shape(name, schema) for name, schema in shapes.items()],
        "problems": [(name, *told) for name, told in PROBLEMS.items()],
    }
    return render(request, "api/page.html", context)


def call(server, path, get):
    """One operation, with an address that can be tried."""
    example = server + path
    for parameter in get["parameters"]:
        if "example" in parameter:
            example = example.replace(f"{{{parameter['name']}}}", str(parameter["example"]))
    [content] = get["responses"]["200"]["content"].values()
    return {
        "id": get["operationId"],
        "path": path,
        "summary": get["summary"],
        "about": get["description"],
        "parameters": [parameter_of(each) for each in get["parameters"]],
        "example": example if "{" not in example else "",
        "shape": content["schema"].get("$ref", "").rpartition("/")[2],
    }


def parameter_of(parameter):
    schema = parameter["schema"]
    known = schema.get("enum") or schema.get("items", {}).get("enum") or []
    return {"name": parameter["name"], "about": parameter["description"], "known": known}


def shape(name, schema):
    """A shape, and its keys: [(key, what it is, shape it leads to, about), ...]."""
    keys = schema.get("properties", {}).items()
    return {"name": name, "about": schema["description"], "keys": [key_of(*each) for each in keys]}


def key_of(key, schema):
    return key, kind_of(schema), shape_of(schema), schema.get("description", "")


KINDS = {"string": "text", "integer": "number", "boolean": "true or false"}


def kind_of(schema):
    """What is said before the name of a shape, if there is one: "list of", "text or null"."""
    if "anyOf" in schema:
        return "null or"
    types = schema.get("type", [])
    first, *others = types if isinstance(types, list) and types else [types or ""]
    said = f"list of {kind_of(schema['items'])}" if first == "array" else KINDS.get(first, first)
    return said + (" or null" if others else "")


def shape_of(schema):
    """The name of the shape within a schema, or ""."""
    inner = [schema, schema.get("items", {}), *schema.get("anyOf", [])]
    return next((each["$ref"].rpartition("/")[2] for each in inner if "$ref" in each), "")
