"""What a row of each noun holds. The order of NOUNS is the order in which they load."""

from dataclasses import dataclass, field

from findings import vocabulary
from findings.models import (
    PROXIES,
    Audience,
    AudienceChange,
    Development,
    Finding,
    Gap,
    HomePage,
    HomePlace,
    LawLine,
    Passage,
    Question,
    Recommendation,
    Record,
    Skill,
    Source,
    Synonym,
    Term,
    Theme,
)
from findings.models.sound import every
from findings.vocabulary import Kind

from . import batches, references
from .fields import Address, Code, Day, Key, Lines, Number, Text, Word
from .record_fields import RECORD_FIELDS, citations
from .relations import Many, One, Rows, Strings
from .rows import fit_fields, lookups, parse_fields, read_fields, write_columns, write_deferred


@dataclass(frozen=True)
class Noun:
    """One kind of row: `name` is its file, `key` its natural key, `letter` that of references.

    The rows of an `ordered` noun are numbered as they stand in their file.
    """

    name: str
    model: type
    key: str
    fields: list = field(repr=False)
    letter: str = ""
    ordered: bool = False

    def parse(self, raw):
        return parse_fields(raw, self.fields)

    def find(self, key):
        return self.stored().filter(**{self.key: key}).first()

    def stored(self):
        """All that is stored, with what is read of it fetched in few queries."""
        return every(self.model).prefetch_related(*lookups(self.fields))

    def read(self, thing):
        return read_fields(thing, self.fields)

    def fit(self, row, stored):
        return fit_fields(row, stored, self.fields)

    def write_columns(self, thing, row):
        if self.letter:
            source = self.source_field.find(row["source"])
            references.claim(row[self.key], source, self.letter)
        write_columns(thing, row, self.fields)

    def write_deferred(self, thing, row):
        write_deferred(thing, row, self.fields)

    def write_all(self, writings):
        """Write many things; one alone in a way that tells its fault to the last place."""
        if len(writings) == 1:
            self.write_columns(writings[0].thing, writings[0].row)
            self.write_deferred(writings[0].thing, writings[0].row)
            return
        self.write_all_columns(writings)
        self.write_all_deferred(writings)

    def write_all_columns(self, writings):
        if self.letter:
            sources = [self.source_field.find(each.row["source"]) for each in writings]
            named = [each.row[self.key] for each in writings]
            references.claim_all(zip(named, sources, strict=True), self.letter)
        batches.write_columns(writings, self.fields)

    def write_all_deferred(self, writings):
        batches.write_deferred(writings, self.fields)

    @property
    def source_field(self):
        return next(field for field in self.fields if field.key == "source")


NOUNS = [
    Noun(
        "sources",
        Source,
        "slug",
        [
            Text("title", 250),
            Text("description"),
            Text("byline", 200),
            Key("slug"),
            Text("published", 60),
            Day("published_on", required=False),
            Word("extent", vocabulary.Extent),
            Word("method", vocabulary.Method, default=vocabulary.Method.UNSAID),
            Text("who", 120, required=False),
            Number("how_many", empty=None, required=False),
            Text("gathered", 80, required=False),
            One("account_of", Source, required=False),
            Address("url", 400, required=False),
            Code("report_code", 10, required=False),
            Lines("fact", between=", ", required=False),
            Rows(
                "passages",
                Passage,
                "source",
                [
                    Text("locator", 80),
                    Text("paraphrase", 250, required=False),
                    Text("fingerprint", 64, required=False),
                    Text("second_hand", 150, required=False),
                ],
                kept_by="locator",
            ),
        ],
    ),
    Noun(
        "themes",
        Theme,
        "slug",
        [Text("name", 100), Text("description"), Key("slug"), Number("position")],
        ordered=True,
    ),
    Noun(
        "audiences",
        Audience,
        "slug",
        [
            Text("name", 60),
            Text("hook", 120),
            Text("orientation"),
            Key("slug"),
            Number("position"),
            Strings("questions", Question, "audience", Text("text", 250)),
            Rows(
                "changes",
                AudienceChange,
                "audience",
                [
                    Text("text"),
                    Many("developments", Development),
                    One("source", Source, required=False),
                ],
            ),
        ],
        ordered=True,
    ),
    Noun(
        "terms",
        Term,
        "slug",
        [
            Text("name", 60),
            Text("full_name", 120, required=False),
            Text("definition"),
            Key("slug"),
            Lines("also", required=False),
        ],
    ),
    Noun(
        "synonyms",
        Synonym,
        "slug",
        [
            Lines("phrases"),
            Lines("finds", required=False),
            Text("note", 200, required=False),
            Key("slug"),
        ],
    ),
    *(
        Noun(proxy.KIND.slug, proxy, "reference", RECORD_FIELDS, proxy.KIND.letter)
        for proxy in (Finding, Skill, Recommendation)
    ),
    Noun(
        "developments",
        Development,
        "slug",
        [
            Text("title", 120),
            Text("summary"),
            Key("slug"),
            Day("date"),
            Day("date_end", required=False),
            Word("precision", vocabulary.Precision),
            Word("status", vocabulary.DevelopmentStatus),
            Lines("fact", between=", ", required=False),
            citations("development"),
            Many("bears_on", Record, by="reference"),
        ],
    ),
    Noun(
        "gaps",
        Gap,
        "reference",
        [
            Text("title", 120),
            Text("statement"),
            Text("why_it_matters"),
            Text("what_would_close_it"),
            references.Identifier(),
            One("source", Source),
            citations("gap"),
            Many("developments", Development),
            Many("bears_on", Record, by="reference"),
        ],
        references.GAP_LETTER,
    ),
    Noun(
        "law",
        LawLine,
        "slug",
        [
            Text("title", 120),
            Text("text"),
            Text("would_change", required=False),
            Key("slug"),
            One("audience", Audience),
            Word("force", vocabulary.Force),
            Day("since", required=False),
            One("development", Development, required=False),
            One("bill", Development, required=False),
            One("source", Source),
            Day("as_of"),
            Many("bears_on", Record, by="reference"),
            Number("position"),
        ],
        ordered=True,
    ),
    Noun(
        "home",
        HomePage,
        "slug",
        [
            Text("statement"),
            Text("recommendations_intro"),
            Text("reason", required=False),
            Key("slug"),
            Day("knowledge_date"),
            Rows(
                "places",
                HomePlace,
                "home",
                [
                    Word("slot", vocabulary.HomeSlot),
                    One("record", Record, by="reference"),
                ],
            ),
        ],
    ),
]

BY_NAME = {noun.name: noun for noun in NOUNS}
BY_MODEL = {noun.model: noun for noun in NOUNS}


def noun_of(thing):
    """The Noun of what is stored; of a record, the one of its kind."""
    return BY_MODEL[PROXIES[Kind(thing.kind)] if isinstance(thing, Record) else type(thing)]
