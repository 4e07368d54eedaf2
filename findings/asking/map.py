"""What a reader asked of the map: audiences, themes, verdicts; and what it then shows."""

from dataclasses import dataclass, replace
from typing import ClassVar

from findings.asking.faceted import BearingQuery
from findings.asking.facets import BY_KEY
from findings.asking.parameters import MOST_UNKNOWN, fold_names


def audiences_of(point):
    return {slug for slug, _ in point.audiences}


@dataclass(frozen=True)
class MapQuery(BearingQuery):
    """Narrows a Chart. Its address has no path, so that any form of the map can take it on."""

    borne: ClassVar = {
        "audience": audiences_of,
        "theme": lambda point: {*point.themes},
        "verdict": lambda point: {point.verdict},
    }
    keys: ClassVar = tuple(borne)

    @classmethod
    def parse(cls, params):
        """The MapQuery in `params`, a QueryDict. Ignores what it doesn't know."""
        chosen, unknown, choices = cls.read(fold_names(params))
        return cls(chosen=chosen, unknown=tuple(unknown[:MOST_UNKNOWN]), choices=choices)

    def narrow(self, chart):
        """What was asked for and what it is linked to, with the strands of the chosen audiences.

        What reaches none of these audiences isn't shown, not even as linked.
        """
        audiences = self.chosen.get("audience", chart.audiences)
        themes = self.chosen.get("theme", ())
        reached = [
            point for point in chart.points if not self.chosen or audiences_of(point) & {*audiences}
        ]
        asked = {point.reference for point in reached if self.answers(point)}
        beside = {end for link in chart.links + chart.rests if asked & {*link} for end in link}
        shown = asked | beside
        return chart.keeping(
            [
                point if point.reference in asked else replace(point, asked=False)
                for point in reached
                if point.reference in shown
            ],
            audiences=tuple(each for each in chart.audiences if each in audiences),
            themes=tuple(each for each in chart.themes if each[0] not in themes),
        )

    def options(self, chart):
        """[(facet, [(Option, address), ...]), ...]. The number is of the records that the option
        asks for; to press one that is chosen alone takes it away."""
        return [
            (BY_KEY[key], [(option, self.pressing(key, option).url) for option in options])
            for key in self.keys
            for options in [self.options_with(key, self.tally(key, chart.points))]
        ]

    def pressing(self, key, option):
        alone = self.chosen.get(key) == (option.value,)
        return self.choosing(key, () if alone else (option.value,))

    def sentence(self, chart):
        """What is asked, with the number of records that answer it; `chart` as narrowed."""
        return super().sentence(sum(point.asked for point in chart.points))
