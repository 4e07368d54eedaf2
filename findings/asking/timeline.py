"""What a reader asked of the timeline: a day, and the audiences and themes that events touch."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.utils.timezone import localdate

from findings.asking.facets import BY_KEY
from findings.asking.parameters import MOST_UNKNOWN, fold_names, read_values
from findings.asking.query import Chip, Option
from findings.texts.days import KEY as AS_AT
from findings.texts.days import AsAt


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


TOUCHED = {"audience": audiences_of, "theme": themes_of}


@dataclass(frozen=True)
class EventQuery:
    """Narrows events as `Development.objects.for_timeline()` prepares them."""

    path: str
    # {facet key: (value, ...)}
    chosen: dict = field(default_factory=dict)
    as_at: AsAt = field(default_factory=AsAt)
    unknown: tuple = ()
    # {facet key: [(value, label), ...]}, read once.
    choices: dict = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, params, path):
        """The EventQuery in `params`, a QueryDict. Ignores what it doesn't know."""
        params = fold_names(params)
        choices = {key: BY_KEY[key].choices() for key in TOUCHED}
        chosen, unknown = {}, []
        for key in TOUCHED:
            values, strange = read_values(BY_KEY[key], params, choices[key])
            unknown += strange
            if values:
                chosen[key] = values
        as_at = AsAt.read(params, localdate())
        return cls(path, chosen, as_at, tuple(unknown[:MOST_UNKNOWN]), choices)

    def by_then(self, events):
        """Those of `events` that had happened by the day asked for."""
        return [event for event in events if event.had_come_by(self.as_at.day)]

    def narrow(self, events, without=None):
        """Those that had happened by then and touch what was chosen; `without` names a facet
        to leave out."""
        asked = {key: set(values) for key, values in self.chosen.items() if key != without}
        return [
            event
            for event in self.by_then(events)
            if all(values & TOUCHED[key](event) for key, values in asked.items())
        ]

    def options(self, events):
        """[(facet, [Option, ...]), ...]; each number is what choosing the option gives."""
        return [(BY_KEY[key], self.options_of(key, events)) for key in TOUCHED]

    def options_of(self, key, events):
        touched = [TOUCHED[key](event) for event in self.narrow(events, without=key)]
        chosen = self.chosen.get(key, ())
        return [
            Option(value, label, sum(value in each for each in touched), value in chosen)
            for value, label in self.choices[key]
        ]

    @property
    def pairs(self):
        pairs = [(key, value) for key, values in self.chosen.items() for value in values]
        return [*pairs, *([(AS_AT, self.as_at.day.isoformat())] if self.as_at else [])]

    @property
    def url(self):
        return f"{self.path}?{urlencode(self.pairs)}" if self.pairs else self.path

    @property
    def today(self):
        return replace(self, as_at=AsAt())

    @property
    def cleared(self):
        return replace(self, chosen={})

    def without_value(self, key, value):
        rest = tuple(other for other in self.chosen[key] if other != value)
        chosen = {**self.chosen, key: rest}
        if not rest:
            del chosen[key]
        return replace(self, chosen=chosen)

    def chips(self):
        """All that narrows the timeline and can be taken away."""
        return [
            Chip(BY_KEY[key].name, label, self.without_value(key, value).url)
            for key, values in self.chosen.items()
            for value, label in self.choices[key]
            if value in values
        ]
