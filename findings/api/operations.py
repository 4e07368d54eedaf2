"""Every address of the API but that of its own document: how it is called, what may be asked,
and what answers.

The routes, the OpenAPI document and the page about the API are made of this one table.
"""

from dataclasses import dataclass, field

from django.urls import path

from findings.asking.facets import FACETS

from . import changes, dump, nouns, records
from .answers import PAGING

ANY_FACET = tuple(facet.key for facet in FACETS)
ASKED = ("q", *ANY_FACET, "as-at")
JSON = "application/json"


@dataclass(frozen=True)
class Operation:
    """`shape` names what it answers in JSON; `query` the parameters that may follow."""

    route: str
    name: str
    view: object
    summary: str
    about: str
    shape: str = ""
    query: tuple = ()
    extra: dict = field(default_factory=dict)
    media_type: str = JSON

    @property
    def path(self):
        return path(self.route, self.view, self.extra, self.name)


def of_noun(noun, shape, about):
    """The list of all rows of a noun, and each row by its slug."""
    extra = {"noun": noun}
    return [
        Operation(
            f"{noun}s", f"api-{noun}s", nouns.noun_list, f"All {noun}s", about,
            f"{shape}s", PAGING, extra,
        ),
        Operation(
            f"{noun}s/<slug:slug>", f"api-{noun}", nouns.noun_detail, f"One {noun}",
            "The same, by itself.", shape, (), extra,
        ),
    ]  # fmt: skip


OPERATIONS = [
    Operation(
        "records",
        "api-records",
        records.record_list,
        "Records, narrowed and searched",
        "Every finding, skill and recommendation, or those that you ask for, as the page "
        "“Browse” lists them. Values of one facet widen the list; facets narrow each other.",
        "Records",
        (*ASKED, "sort", *PAGING),
    ),
    Operation(
        "records/<reference:reference>",
        "api-record",
        records.record_detail,
        "One record",
        "All that the page of a record shows. A reference in small letters is redirected.",
        "Record",
        ("as-at",),
    ),
    Operation(
        "records/<reference:reference>/versions",
        "api-versions",
        records.version_list,
        "The versions of a record",
        "Every version that readers have seen, the latest first.",
        "Versions",
        PAGING,
    ),
    Operation(
        "records/<reference:reference>/versions/<version:number>",
        "api-version",
        records.version_detail,
        "One version of a record",
        "What a version said. It keeps its text for ever, unless the editors redact it.",
        "Version",
    ),
    Operation(
        "facets",
        "api-facets",
        records.facet_list,
        "The facets, counted",
        "How many records each value of each facet gives, all other choices kept and those of "
        "the same facet ignored.",
        "Facets",
        ASKED,
    ),
    *of_noun("audience", "Audience", "The sectors that the report addresses."),
    Operation(
        "roles",
        "api-roles",
        nouns.role_list,
        "All roles",
        "The roles that records concern, in the editors’ reading.",
        "Roles",
        PAGING,
    ),
    *of_noun("theme", "Theme", "What records are about."),
    *of_noun("source", "Source", "The works that all of this rests on, passage by passage."),
    *of_noun("development", "Development", "The events that bear on what the reports say."),
    Operation(
        "gaps",
        "api-gaps",
        nouns.noun_list,
        "All gaps",
        "What the sources do not say. Gaps are never counted among records.",
        "Gaps",
        PAGING,
        {"noun": "gap"},
    ),
    Operation(
        "gaps/<reference:reference>",
        "api-gap",
        nouns.gap_detail,
        "One gap",
        "Something that the sources do not say. A reference in small letters is redirected.",
        "Gap",
    ),
    *of_noun("law", "Law", "Where the law stands for each audience, and what a Bill would change."),
    *of_noun("term", "Term", "The words of the field, in plain words."),
    Operation(
        "changes",
        "api-changes",
        changes.change_list,
        "What changed",
        "The records that readers find changed since a day, or ever, with the words that differ. "
        "A record that was changed and changed back has not changed.",
        "Changes",
        ("since", *PAGING),
    ),
    Operation(
        "dump.zip",
        "api-dump",
        dump.dump,
        "Everything at once",
        "All of the above but changes and facets, each as JSON and as CSV, with the licence.",
        media_type="application/zip",
    ),
]
