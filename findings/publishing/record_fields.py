"""What a row of a record holds, and what any row that cites holds of its sources."""

from findings import vocabulary
from findings.models import (
    Addressing,
    Audience,
    AudienceNote,
    Citation,
    Development,
    FormerTheme,
    Link,
    Passage,
    Record,
    RoleReading,
    Source,
    Theme,
    Verdict,
)
from findings.texts import recommending

from . import batches, references
from .fields import Day, Flag, Lines, Text, Word
from .relations import Many, One, Place, Rows


def citations(owner):
    return Rows(
        "citations",
        Citation,
        owner,
        [Place(Passage), Word("relation", vocabulary.CitationRelation)],
    )


class Themes(Many):
    """Themes; one that was merged into another is taken for that."""

    def fit(self, row, stored):
        return super().fit({self.key: at_present(row.get(self.key) or [])}, stored)


def at_present(slugs):
    """The slugs of the themes that these are now, each once."""
    former = batches.made_once(FormerTheme.objects.leading)
    return sorted({former.get(slug, slug) for slug in slugs})


def present(row):
    """The row of a record with its themes as they are now."""
    return {**row, "themes": at_present(row["themes"])} if "themes" in row else row


RECORD_FIELDS = [
    Text("title", 120),
    Text("short_title", 40),
    Text("summary", required=False),
    Text("brief_line", 100, required=False),
    Text("body", required=False),
    *(Text(name, required=False) for name in recommending.NAMES),
    Flag("is_notice"),
    references.Identifier(),
    One("source", Source),
    Word("speaker", vocabulary.Speaker),
    Text("speaker_note", 150, required=False),
    Word("trail", vocabulary.Trail),
    Lines("claims", between=", ", required=False),
    Word("state", vocabulary.State, default=vocabulary.State.PUBLISHED),
    Themes("themes", Theme),
    Rows(
        "audiences",
        Addressing,
        "record",
        [
            One("audience", Audience),
            Word("addressed", vocabulary.Addressed),
            Place(Passage, required=False),
        ],
        attribute="addressings",
    ),
    Rows(
        "roles",
        RoleReading,
        "record",
        [Word("role", vocabulary.Role), Text("reason", 250)],
        attribute="role_readings",
    ),
    citations("record"),
    Rows(
        "verdicts",
        Verdict,
        "record",
        [
            Word("verdict", vocabulary.Verdict),
            Day("effective", "effective_on", required=False),
            Day("as_of", required=False),
            Day("checked", "checked_on", required=False),
            Word("fresh_for", vocabulary.Freshness, default=vocabulary.Freshness.YEAR),
            Text("reason"),
            Many("developments", Development),
            citations("verdict"),
        ],
    ),
    Rows(
        "links",
        Link,
        "record",
        [
            Word("relation", vocabulary.LinkRelation),
            One("record", Record, by="reference", attribute="target"),
            Text("reason", required=False),
        ],
    ),
    Rows("notes", AudienceNote, "record", [One("audience", Audience), Text("text")]),
]
