"""What a reader asked of the map: audiences, themes, verdicts; and what it then shows."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from findings.asking import sentences
from findings.asking.facets import BY_KEY
from findings.asking.parameters import MOST_UNKNOWN, fold_names, read_values
from findings.asking.query import Option

# What a point bears of each facet.
BORNE = {
    "audience": lambda point: {slug for slug, _ in point.audiences},
    "theme": lambda point: set(point.themes),
    "verdict": lambda point: {point.verdict},
}


@dataclass(frozen=True)
class MapQuery:
    """Narrows a Chart. `chosen` is {facet key: (value, ...)}, `choices` all that can be chosen."""

    # So that sentences.asked reads it as it reads a Query.
    wanted = None
    as_at = None

    chosen: dict = field(default_factory=dict)
    unknown: tuple = ()
    # {facet key: [(value, label), ...]}, read once.
    choices: dict = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, params):
        """The MapQuery in `params`, a QueryDict. Ignores what it doesn't know."""
        params = fold_names(params)
        choices = {key: BY_KEY[key].choices() for key in BORNE}
        chosen, unknown = {}, []
        for key in BORNE:
            values, strange = read_values(BY_KEY[key], params, choices[key])
            unknown += strange
            if values:
                chosen[key] = values
        return cls(chosen, tuple(unknown[:MOST_UNKNOWN]), choices)

    def answers(self, point, without=None):
        asked = {key: set(values) for key, values in self.chosen.items() if key != without}
        return all(values & BORNE[key](point) for key, values in asked.items())

    def narrow(self, chart):
        """What was asked for and what it is linked to, with the strands of the chosen audiences.

        What reaches none of these audiences isn't shown, not even as linked.
        """
        audiences = self.chosen.get("audience", chart.audiences)
        themes = self.chosen.get("theme", ())
        reached = [
            point
            for point in chart.points
            if not self.chosen or BORNE["audience"](point) & {*audiences}
        ]
        asked = {point.reference for point in reached if self.answers(point)}
        beside = {end for link in chart.links + chart.rests if asked & {*link} for end in link}
        return chart.keeping(
            [
                replace(point, asked=point.reference in asked)
                for point in reached
                if point.reference in asked | beside
            ],
            audiences=tuple(each for each in chart.audiences if each in audiences),
            themes=tuple(each for each in chart.themes if each[0] not in themes),
        )

    def options(self, chart):
        """[(facet, [(Option, address), ...]), ...]. The number is of the records that the option
        asks for; to press one that is chosen alone takes it away."""
        return [(BY_KEY[key], self.options_of(key, chart)) for key in BORNE]

    def options_of(self, key, chart):
        borne = [BORNE[key](point) for point in chart.points if self.answers(point, key)]
        chosen = self.chosen.get(key, ())
        return [
            (
                Option(value, label, sum(value in each for each in borne), value in chosen),
                self.choosing(key, () if chosen == (value,) else (value,)).url,
            )
            for value, label in self.choices[key]
        ]

    def choosing(self, key, values):
        rest = {other: some for other, some in self.chosen.items() if other != key}
        chosen = rest | ({key: values} if values else {})
        return replace(
            self, chosen={key: chosen[key] for key in BORNE if key in chosen}, unknown=()
        )

    @property
    def url(self):
        """What the address of the map, in any form, takes on to ask this."""
        pairs = [(key, value) for key, values in self.chosen.items() for value in values]
        return f"?{urlencode(pairs)}" if pairs else ""

    # How it is said

    @property
    def narrowed(self):
        return self.chosen

    def labels(self, key):
        labels = dict(self.choices[key])
        return [labels[value] for value in self.chosen.get(key, ())]

    def sentence(self, chart):
        """What is asked, with the number of records that answer it; `chart` as narrowed."""
        return sentences.asked(self, sum(point.asked for point in chart.points))
