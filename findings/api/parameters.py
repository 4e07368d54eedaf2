"""The parameters of the API as OpenAPI describes them, with the values that are known today."""

from django.utils.timezone import localdate

from findings.asking.facets import FACETS
from findings.asking.parameters import SORTS
from findings.models import Audience, Development, Gap, LawLine, Record, Source, Term, Theme

from .answers import MOST_PER_PAGE, PER_PAGE

SLUG = "^[-a-zA-Z0-9_]+$"
# What a slug in an address belongs to, by the first word of the route.
SLUGGED = {
    "audiences": Audience,
    "themes": Theme,
    "sources": Source,
    "developments": Development,
    "laws": LawLine,
    "terms": Term,
}


def described(name, place, about, schema, **more):
    return {
        "name": name,
        "in": place,
        "required": place == "path",
        "description": about,
        "schema": schema,
        **more,
    }


def in_query():
    """{name: parameter} of all that may follow a question mark."""
    most = {"type": "integer", "minimum": 1}
    single = [
        ("q", "Words to search for. A phrase in quotes is sought as such.", {"type": "string"}),
        (
            "sort",
            "The order. “best” is best match, and needs words.",
            {"type": "string", "enum": list(SORTS)},
        ),
        (
            "as-at",
            "A past day, from 2014-01-01 on: the verdicts in force and the events that had "
            "happened by then.",
            {"type": "string", "format": "date"},
        ),
        ("since", "A day: what changed on it and after it.", {"type": "string", "format": "date"}),
        ("page", "Which page, from 1 on.", {**most, "maximum": 9_999_999, "default": 1}),
        (
            "per_page",
            f"How many on a page, at most {MOST_PER_PAGE}.",
            {**most, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
        ),
    ]
    found = {facet.key: of_facet(facet) for facet in FACETS}
    for name, about, schema in single:
        found[name] = described(name, "query", about, schema)
    return found


def of_facet(facet):
    known = [value for value, _ in facet.choices(localdate())]
    items = {"type": "string"} | ({"enum": known} if known else {})
    about = f"{facet.label}: one value, or several (“{facet.key}=a&{facet.key}=b”)."
    if facet.key == "verdict":
        about += " “as-published” is known with “as-at” alone."
    schema = {"type": "array", "items": items}
    return described(facet.key, "query", about, schema, style="form", explode=True)


def in_path(route):
    """The parameters within a route, each with an example that is found today."""
    found = []
    if "<reference:" in route:
        rows = Gap.objects if route.startswith("gaps") else Record.objects.published()
        found.append(
            described(
                "reference",
                "path",
                "A reference, such as ICS18-F03.",
                {"type": "string", "pattern": "^[A-Za-z]+[0-9]+-[A-Za-z][0-9]+$"},
                **example(rows.order_by("reference"), "reference"),
            )
        )
    if "<version:" in route:
        schema = {"type": "integer", "minimum": 1, "maximum": 999_999}
        found.append(described("number", "path", "The number of a version.", schema, example=1))
    if "<slug:" in route:
        rows = SLUGGED[route.partition("/")[0]].objects.order_by("slug")
        schema = {"type": "string", "pattern": SLUG}
        found.append(described("slug", "path", "Its slug.", schema, **example(rows, "slug")))
    return found


def example(rows, key):
    value = rows.values_list(key, flat=True).first()
    return {"example": value} if value else {}
