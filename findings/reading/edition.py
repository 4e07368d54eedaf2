"""One version of a record in the words of readers."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from findings import models
from findings.texts.days import spell
from findings.texts.recommending import LONG_TEXTS
from findings.vocabulary import (
    Addressed,
    CitationRelation,
    Kind,
    LinkRelation,
    Role,
    Speaker,
    Trail,
)

from .names import Names, called


@dataclass(frozen=True)
class Cited:
    """A citation of a passage; `url` is empty where the passage is gone."""

    relation: str
    place: str
    work: str
    made_by: str
    url: str

    def __str__(self):
        return f"{self.relation} {self.place} of “{self.work}” ({self.made_by})"


@dataclass(frozen=True)
class Judged:
    """A verdict as it was written; `row` is a Verdict that is not stored."""

    row: models.Verdict
    developments: list
    citations: list

    def __str__(self):
        dates = [
            f"{word} {spell(day)}"
            for word, day in (
                ("from", self.row.effective_on),
                ("as of", self.row.as_of),
                ("looked at", self.row.checked_on),
            )
            if day
        ]
        sentences = [", ".join([self.row.word.label, *dates]), self.row.reason.rstrip(".")]
        if self.developments:
            names = "; ".join(development for development, _ in self.developments)
            sentences.append(f"Behind it: {names}")
        return " ".join(f"{sentence}." for sentence in [*sentences, *map(str, self.citations)])


class Edition:
    """One version of a record, in the words of readers."""

    def __init__(self, version, names):
        self.version = version
        self.names = names
        self.row = version.row

    @property
    def kind(self):
        return Kind(self.version.record.kind)

    def text(self, key):
        return self.row.get(key) or ""

    @property
    def title(self):
        return self.text("title")

    @property
    def summary(self):
        return self.text("summary")

    @property
    def long_texts(self):
        """[(heading, text)] of the longer texts that it has."""
        parts = [(each.heading, self.text(each.name)) for each in LONG_TEXTS]
        parts.insert(0, (self.kind.body_heading, self.text("body")))
        return [(heading, text) for heading, text in parts if text]

    @property
    def speaker(self):
        note = self.text("speaker_note")
        return Speaker(self.row["speaker"]).label + (f" ({note})" if note else "")

    @property
    def trail(self):
        return Trail(self.row["trail"])

    @property
    def report(self):
        return called(self.names.sources, self.row["source"], "title")

    @property
    def themes(self):
        """[(name, Theme or None)]"""
        themes = self.names.themes
        return [(called(themes, slug), themes.get(slug)) for slug in self.row["themes"]]

    @property
    def audiences(self):
        """[(name, Addressed, the place that shows it)]"""
        return [
            (
                called(self.names.audiences, each["audience"]),
                Addressed(each["addressed"]),
                self.place(each) if each["source"] else "",
            )
            for each in self.row["audiences"]
        ]

    @property
    def roles(self):
        """[(role, reason)]"""
        return [(Role(each["role"]).label, each["reason"]) for each in self.row["roles"]]

    @property
    def notes(self):
        """[(name of the audience, what it asks of it)]"""
        return [
            (called(self.names.audiences, note["audience"]), note["text"])
            for note in self.row["notes"]
        ]

    @property
    def links(self):
        """[(relation, Record, why)] of the records that readers can open."""
        records = self.names.records
        return [
            (
                LinkRelation(link["relation"]).label,
                records[link["record"]],
                link.get("reason") or "",
            )
            for link in self.row["links"]
            if link["record"] in records
        ]

    @property
    def citations(self):
        return [self.cited(citation) for citation in self.row["citations"]]

    @property
    def main_citation(self):
        """The first that the record rests on, or the first, in the form of a row; or None."""
        resting = [each for each in self.row["citations"] if rests(each)]
        return next(iter([*resting, *self.row["citations"]]), None)

    @property
    def works(self):
        """The sources that the record rests on, each once."""
        slugs = dict.fromkeys(each["source"] for each in self.row["citations"] if rests(each))
        return [self.names.sources[slug] for slug in slugs if slug in self.names.sources]

    def cited(self, citation):
        source = self.names.sources.get(citation["source"])
        passage = self.passage(citation)
        return Cited(
            CitationRelation(citation["relation"]).label,
            passage.label,
            source.title if source else citation["source"],
            made_by(source, passage) if source else "no longer listed here",
            passage.get_absolute_url() if passage.pk else "",
        )

    def passage(self, place):
        """The passage at a place, or one that is not stored where it is gone."""
        source = self.names.sources.get(place["source"])
        passages = {each.locator: each for each in source.passages.all()} if source else {}
        locator = place["passage"]
        return passages.get(locator) or models.Passage(source=source, locator=locator)

    def place(self, place):
        work = called(self.names.sources, place["source"], "title")
        return f"{self.passage(place).label} of “{work}”"

    def verdicts_by(self, day):
        """The verdicts in effect by `day`, the latest first."""
        rows = [verdict for verdict in self.row["verdicts"] if in_effect(verdict, day)]
        return [self.judged(row) for row in sorted(rows, key=effective)[::-1]]

    @property
    def verdicts(self):
        """The verdicts that this version had in effect when it was made, the latest first."""
        return self.verdicts_by(timezone.localdate(self.version.made_at))

    def judged(self, verdict):
        developments = self.names.developments
        return Judged(
            models.Verdict(
                verdict=verdict["verdict"],
                effective_on=as_day(verdict["effective"]),
                as_of=as_day(verdict.get("as_of")),
                checked_on=as_day(verdict["checked"]),
                reason=verdict["reason"],
            ),
            [
                (called(developments, slug, "title"), developments.get(slug))
                for slug in verdict["developments"]
            ],
            [self.cited(citation) for citation in verdict["citations"]],
        )


def made_by(source, passage):
    made = f"{source.byline}, {source.published}"
    return f"{made}; {passage.hand}" if passage.hand else made


def rests(citation):
    return citation["relation"] == CitationRelation.RESTS_ON


def as_day(text):
    return text and datetime.date.fromisoformat(text)


def effective(verdict):
    return verdict["effective"] or ""


def in_effect(verdict, day):
    return verdict["effective"] is None or as_day(verdict["effective"]) <= day


def editions(versions):
    """The versions as editions that share their look-ups. A redacted one has none."""
    kept = [version for version in versions if not version.is_redacted]
    names = Names([version.row for version in kept])
    return {version: Edition(version, names) for version in kept}


def edition_of(version):
    return Edition(version, Names([version.row]))
