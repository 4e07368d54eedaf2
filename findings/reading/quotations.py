"""Whether words that somebody puts in a record's mouth stand there: exactly, though something
overtook them, no longer, or never.

Blanks, quotation marks, dashes and capitals are not told apart, since they change on the way.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from findings.models import Record, Version
from findings.reading.edition import editions
from findings.texts import markdown
from findings.vocabulary import Outcome, Verdict

# Fewer words stand in many texts, and prove nothing.
LEAST_WORDS = 4
LONGEST = 2_000
# A quotation is sought where its longest words stand, in the newest of many versions.
SOUGHT_WORDS = 3
MOST_COMPARED = 200
PLAIN = re.compile(r"[a-z]{4,}")
SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None})
AROUND = " \"'.,;:…"
OVERTAKEN = (Verdict.OVERTAKEN, Verdict.PARTLY_OVERTAKEN)
BEST_FIRST = list(Outcome)


@dataclass(frozen=True)
class Found:
    """The newest version of `record` that says so, and the number of its newest version."""

    outcome: Outcome
    record: Record | None = None
    version: Version | None = None
    newest: int | None = None


def is_long_enough(text):
    return len(fold(text).split()) >= LEAST_WORDS


def verify(text, reference=""):
    """The Found of a quotation in what readers see of all records, or of one; the best of many."""
    sought = fold(text)
    newest = {}
    for version, edition in editions(candidates(sought, reference)).items():
        if version.record_id not in newest and says(edition, sought):
            newest[version.record_id] = version
    records = Record.objects.published().for_rows().in_bulk(newest)
    found = [found_in(records[pk], version) for pk, version in newest.items() if pk in records]
    found.sort(key=lambda each: (BEST_FIRST.index(each.outcome), each.record.sort_key))
    return found[0] if found else Found(Outcome.NEVER_SAID)


def candidates(sought, reference):
    """The public versions that may hold the words, the newest first."""
    others = Version.objects.public().filter(record=OuterRef("record")).order_by("-number")
    versions = Version.objects.public().filter(redacted_at=None).select_related("record")
    if reference:
        versions = versions.filter(record__reference=reference)
    words = sorted(set(PLAIN.findall(sought)), key=lambda word: (-len(word), word))
    versions = versions.alias(written=Cast("row", TextField()))
    for word in words[:SOUGHT_WORDS]:
        versions = versions.filter(written__icontains=word)
    numbers = others.values("number")[:1]
    found = versions.annotate(newest=Subquery(numbers)).order_by("-number", "-pk")
    return list(found[:MOST_COMPARED])


def found_in(record, version):
    if version.number < version.newest:
        outcome = Outcome.CHANGED
    else:
        outcome = Outcome.OVERTAKEN if record.standing.word in OVERTAKEN else Outcome.EXACT
    return Found(outcome, record, version, version.newest)


def says(edition, sought):
    return any(sought in fold(text) for text in texts(edition))


def texts(edition):
    """All that readers read in a version, as plain words."""
    short = (edition.text(key) for key in ("title", "short_title", "summary", "brief_line"))
    longer = (markdown.plain(text) for _, text in edition.long_texts)
    asked = (text for _, text in [*edition.notes, *edition.roles])
    return [*short, *longer, *asked, *(judged.row.reason for judged in edition.verdicts)]


def fold(text):
    plain = unicodedata.normalize("NFKC", text.translate(SAME)).casefold()
    return " ".join(plain.split()).strip(AROUND)
