"""Who may do what in the admin: the least that each of three groups needs.

A group has what the one before it has, and more. Rights are Django's own, by codename; `groups`
applies them after each migration, a test compares, and docs/rights.md shows them as a table.
"""

KINDS = ["finding", "skill", "recommendation"]
# What is edited on the form of a record and nowhere else.
PARTS = ["addressing", "audiencenote", "citation", "link", "rolereading", "verdict"]
VOCABULARY = ["judgedquery", "passage", "pin", "source", "synonym", "term", "theme"]
TO_LOOK_AT = ["audience", "development", "gap", "lawline", "record", "version", "webaddress"]


def codenames(actions, models):
    return [f"{action}_{model}" for model in models for action in actions]


AUTHOR = [
    *codenames(["add", "change", "delete", "view"], [*KINDS, *PARTS]),
    *codenames(["view"], [*VOCABULARY, *TO_LOOK_AT]),
]
REVIEWER = [
    *AUTHOR,
    "publish_record",
    *codenames(["add", "change"], ["development", "gap", "lawline"]),
]
MANAGER = [
    *REVIEWER,
    *codenames(["add", "change", "delete"], VOCABULARY),
    *codenames(["change"], ["audience"]),
    *codenames(["change", "view"], ["homepage"]),
    *codenames(["add", "change", "delete", "view"], ["audiencechange", "homeplace", "question"]),
    *codenames(["delete", "view"], ["miss"]),
    *codenames(["view"], ["loadedrow", "reference"]),
    "redact_version",
    "import_rows",
    *codenames(["add", "change", "view"], ["user"]),
]
GROUPS = {"author": AUTHOR, "reviewer": REVIEWER, "manager": MANAGER}
