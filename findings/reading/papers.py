"""The records of a paper as they stand today, in a constant number of queries."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import Prefetch

from findings.asking.paper import Place, listed, them
from findings.asking.sentences import ended
from findings.models import Record, Version
from findings.reading import absence
from findings.reading.edition import Edition, editions
from findings.texts.days import spell
from findings.vocabulary import Kind, State, Verdict

DOUBTFUL = (Verdict.OVERTAKEN, Verdict.PARTLY_OVERTAKEN)


class Caution(NamedTuple):
    """`tone` is the value of a verdict, or ""."""

    label: str
    text: str
    tone: str = ""


@dataclass(frozen=True)
class Entry:
    """A record in a paper, in the text of one version: the pinned one, or the newest."""

    place: Place
    record: Record
    version: Version
    # None where the text of that version was taken away.
    edition: Edition | None
    # The number of the newest version.
    newest: int

    @property
    def standing(self):
        return self.record.standing

    @property
    def number(self):
        return self.version.number

    @property
    def heading(self):
        return self.edition.title if self.edition else f"{self.place.name} was redacted"

    @property
    def state(self):
        """Whether it holds, in one line."""
        return self.standing.sentence

    @property
    def tone(self):
        return self.standing.word.value

    @property
    def instead(self):
        """The record to read where this place has no text."""
        return None if self.edition else self.record

    @property
    def has_newer(self):
        return self.version.number < self.newest

    @cached_property
    def cautions(self):
        """[Caution, ...]: what to know before one puts it before a board."""
        return [*self.of_text(), *self.of_verdict()]

    def of_text(self):
        number = self.version.number
        if self.edition is None:
            why = self.version.redacted_why
            reason = f" The editors’ reason: {why}" if why else ""
            yield Caution(f"Version {number} was redacted.", f"Its text is no longer here.{reason}")
        elif self.has_newer:
            text = f"There is a newer text: version {self.newest}."
            yield Caution(f"This paper stays at version {number}.", text)

    def of_verdict(self):
        standing = self.standing
        if standing.word in DOUBTFUL:
            text = f"{standing.word.meaning} {standing.reason}"
            yield Caution(f"{standing.word.label}.", text, standing.word.value)
        if standing.is_old:
            newest = f"It rests on nothing later than {spell(standing.as_of)}."
            yield Caution("The verdict may be out of date.", newest)
        if standing.review_since:
            text = "Something has happened that may change the verdict. Don’t rely on it alone."
            yield Caution(f"Under review since {spell(standing.review_since)}.", text)


@dataclass(frozen=True)
class Gone:
    """A withdrawn record in a paper: nothing of what it said."""

    place: Place
    record: Record
    edition = None
    state = "Withdrawn"
    tone = ""

    @property
    def heading(self):
        return f"{self.record.kind_word.label} {self.place.reference} is gone"

    @property
    def notice(self):
        return absence.withdrawn(self.record)

    @property
    def instead(self):
        """The record to read instead, if the editors named one that readers can see."""
        return self.notice.successor

    @property
    def cautions(self):
        on, why = self.notice.on, self.notice.why.strip()
        label = f"The editors withdrew it on {spell(on)}." if on else "The editors withdrew it."
        reason = f"Their reason: {ended(why)} " if why else ""
        return [Caution(label, f"{reason}Please don’t quote it any more.")]


@dataclass(frozen=True)
class Filled:
    """A paper with what its places hold; `paper` has left what is unknown."""

    paper: object
    entries: list
    remarks: tuple

    @property
    def parts(self):
        """[(heading, entries)] as a board reads them: what to do first, then why."""
        does = {True: [], False: []}
        for entry in self.entries:
            does[entry.record.kind == Kind.RECOMMENDATION].append(entry)
        parts = [("Recommendations", does[True]), ("What research says", does[False])]
        return [(heading, entries) for heading, entries in parts if entries]


def fill(paper):
    """The Filled of a paper. What readers can't see is as unknown as what never was."""
    seen = Record.objects.filter(state__in=(State.PUBLISHED, State.WITHDRAWN))
    found = seen.filter(reference__in=paper.references).for_rows()
    records = {
        record.reference: record
        for record in found.select_related("withdrawal__successor").prefetch_related(
            Prefetch("versions", Version.objects.numbered().defer("row"))
        )
    }
    chosen = {place: version_for(place, records.get(place.reference)) for place in paper.places}
    texts = read_texts([version for version in chosen.values() if version])
    entries, unknown, remarks = [], [], list(paper.remarks)
    for place, version in chosen.items():
        record = records.get(place.reference)
        if record and not record.is_published:
            entries.append(Gone(place, record))
        elif version:
            newest = list(record.versions.all())[-1].number
            entries.append(Entry(place, record, version, texts.get(version.pk), newest))
        else:
            unknown.append(place)
    if unknown:
        names = [place.name for place in unknown]
        remarks.append(f"We don’t know {listed(names)}, so we left {them(names)} out.")
    left = paper.without([place.reference for place in unknown])
    return Filled(left, entries, tuple(remarks))


def version_for(place, record):
    """The version that the place stands for, without its row; None where there is none."""
    if record is None or not record.is_published:
        return None
    versions = [each for each in record.versions.all() if place.number in (None, each.number)]
    return versions[-1] if versions else None


def read_texts(versions):
    """{pk of a version: its Edition}; a redacted version has none."""
    by_pk = {version.pk: version for version in versions}
    rows = list(Version.objects.filter(pk__in=by_pk))
    for row in rows:
        row.record = by_pk[row.pk].record
    return {version.pk: edition for version, edition in editions(rows).items()}
