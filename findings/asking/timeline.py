"""What a reader asked of the timeline: a day, and the audiences and themes that events touch."""

import re
from dataclasses import dataclass
from typing import ClassVar

from django.utils.timezone import localdate

from findings.asking.faceted import BearingQuery
from findings.asking.facets import BY_KEY
from findings.asking.parameters import MOST_UNKNOWN, fold_names
from findings.texts.days import AsAt
from findings.texts.lines import shorten

YEAR = re.compile("[12][0-9]{3}", re.ASCII)


def audiences_of(event):
    """The slugs of the audiences that an event touches: those that a published record named by
    it names, and those whose lines of what changed rest on it."""
    named = {
        each.audience.slug
        for record in event.bears_on.all()
        for each in record.addressings.all()
        if each.is_named
    }
    return named | {change.audience.slug for change in event.audience_changes.all()}


def themes_of(event):
    """The slugs of the themes of the published records that an event touches."""
    return {theme.slug for record in event.bears_on.all() for theme in record.themes.all()}


@dataclass(frozen=True)
class EventQuery(BearingQuery):
    """Narrows events as `Development.objects.for_timeline()` prepares them."""

    borne: ClassVar = {"audience": audiences_of, "theme": themes_of}
    keys: ClassVar = tuple(borne)

    # The year to be told in full; nothing else depends on it.
    year: int | None = None

    @classmethod
    def parse(cls, params, path):
        """The EventQuery in `params`, a QueryDict. Ignores what it doesn't know."""
        params = fold_names(params)
        chosen, unknown, choices = cls.read(params)
        year = params.get("year", "").strip()
        if year and not YEAR.fullmatch(year):
            unknown.append(("year", shorten(year)))
        return cls(
            path=path,
            chosen=chosen,
            as_at=AsAt.read(params, localdate()),
            unknown=tuple(unknown[:MOST_UNKNOWN]),
            choices=choices,
            year=int(year) if YEAR.fullmatch(year) else None,
        )

    def in_year(self, year):
        """The address of the same with this year in full."""
        return f"{self.url}{'&' if self.pairs else '?'}year={year}#y{year}"

    def by_then(self, events):
        """Those of `events` that had happened by the day asked for."""
        return [event for event in events if event.had_come_by(self.as_at.day)]

    def narrow(self, events):
        """Those that had happened by then and touch what was chosen."""
        return [event for event in self.by_then(events) if self.answers(event)]

    def options(self, events):
        """[(facet, [Option, ...]), ...]; each number is what choosing the option gives."""
        come = self.by_then(events)
        return [(BY_KEY[key], self.options_with(key, self.tally(key, come))) for key in self.keys]
